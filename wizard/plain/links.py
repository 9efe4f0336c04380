"""The one door to the outside: it says where a link leads, and opens it only when told so."""

from wizard.services.linking import PURPOSE, address, copied, opened

from .talk import Talk
from .teller import Row

PICTURE = "A QR code is a picture made of signs. A voice cannot read it; a phone's camera can. Show it?"


def link(talk: Talk, label: str, url: str) -> bool:
    """Say the address, and what one can do with it. Tell whether it was opened."""
    found = address(url, talk.env)
    talk.teller.title(label)
    talk.say(found.shown, found.advice)
    rows = [Row("open", f"Open it in the {'mail program' if found.is_mail else 'browser'}")] if found.opens else []
    rows += [] if found.is_mail else [Row("copy", "Copy the address")]
    rows += [Row("qr", "Show it as a QR code for the phone")] if found.has_code else []
    while rows and (chosen := talk.pick("This link:", rows, PURPOSE)) is not None:
        if chosen == "qr":
            if talk.sure(PICTURE, PURPOSE):
                talk.teller.code(url)
        elif chosen == "copy":
            talk.say(copied(url, talk.env, talk.teller.pass_on))
        else:
            opening = opened(found, talk.env)
            talk.say(opening.words)
            return opening.done
    return False
