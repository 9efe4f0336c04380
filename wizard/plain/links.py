"""Show where a link leads, and open, copy or draw it on request."""

from wizard.i18n import _
from wizard.system.link_actions import COPIED, PURPOSE, copy_text, link_target, open_link
from wizard.views.sources import NO_SOURCE_ADDRESS

from .conversation import Conversation
from .prompter import Choice

QR_QUESTION = "A QR code is a picture made of signs. A voice cannot read it; a phone's camera can. Show it?"


def show_link(conversation: Conversation, label: str, url: str) -> bool:
    """Print the address and offer the possible actions. Returns True if it was opened."""
    target = link_target(url, conversation.env)
    conversation.prompter.title(label)
    conversation.say(target.display_url, target.advice)
    rows = [Choice("open", f"Open it in the {'mail program' if target.is_mail else 'browser'}")] if target.opens else []
    rows += [] if target.is_mail else [Choice("copy", "Copy the address")]
    rows += [Choice("qr", "Show it as a QR code for the phone")] if target.has_code else []
    while rows and (chosen := conversation.select("This link:", rows, PURPOSE)) is not None:
        if chosen == "qr":
            if conversation.confirm(QR_QUESTION, PURPOSE):
                conversation.prompter.show_qr(url)
        elif chosen == "copy":
            copy_and_report(conversation, url)
        else:
            result = open_link(target, conversation.env)
            conversation.say(result.words)
            return result.done
    return False


def show_source(conversation: Conversation, source_id: str) -> None:
    """Show where a source leads, or say that its address is not recorded."""
    source = conversation.snapshot.library.sources[source_id]
    if source.url:
        show_link(conversation, source.title, source.url)
    else:
        conversation.say(_(NO_SOURCE_ADDRESS))


def copy_and_report(conversation: Conversation, text: str, fallback: str = "") -> bool:
    """Copy a text and say what was done, then the fallback. Returns True if there is a clipboard."""
    message = copy_text(text, conversation.env, conversation.prompter.write_escape_sequence)
    conversation.say(f"{message} {fallback}".rstrip())
    return message == COPIED
