"""The one door to the outside: it says where a link leads, and opens it only when told so."""

from wizard.system.link_actions import PURPOSE, copy_text, link_target, open_link

from .conversation import Conversation
from .prompter import Choice

PICTURE = "A QR code is a picture made of signs. A voice cannot read it; a phone's camera can. Show it?"


def show_link(talk: Conversation, label: str, url: str) -> bool:
    """Say the address, and what one can do with it. Tell whether it was opened."""
    found = link_target(url, talk.env)
    talk.teller.title(label)
    talk.say(found.display_url, found.advice)
    rows = [Choice("open", f"Open it in the {'mail program' if found.is_mail else 'browser'}")] if found.opens else []
    rows += [] if found.is_mail else [Choice("copy", "Copy the address")]
    rows += [Choice("qr", "Show it as a QR code for the phone")] if found.has_code else []
    while rows and (chosen := talk.select("This link:", rows, PURPOSE)) is not None:
        if chosen == "qr":
            if talk.confirm(PICTURE, PURPOSE):
                talk.teller.show_qr(url)
        elif chosen == "copy":
            talk.say(copy_text(url, talk.env, talk.teller.write_escape_sequence))
        else:
            opening = open_link(found, talk.env)
            talk.say(opening.words)
            return opening.done
    return False
