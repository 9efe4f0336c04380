"""Show where a link leads, and open, copy or draw it on request."""

from wizard.i18n import _
from wizard.system.link_actions import copy_text, link_target, open_link
from wizard.views.actions import CopyAddress, OpenAddress, ShowCode
from wizard.views.link import CODE_QUESTION, clipboard_message, link_page, opening_message
from wizard.views.sources import NO_SOURCE_ADDRESS

from .conversation import Conversation
from .pages import choose_action, say_titled_page


def show_link(conversation: Conversation, label: str, url: str) -> bool:
    """Print the address and offer the possible actions. Returns True if it was opened."""
    target = link_target(url, conversation.env)
    page = link_page(label, target)
    say_titled_page(conversation, page)
    while page.choices:
        match choose_action(conversation, page):
            case OpenAddress():
                opened = open_link(target, conversation.env)
                conversation.say(opening_message(target, opened=opened))
                return opened
            case CopyAddress():
                copy_and_report(conversation, url)
            case ShowCode():
                if conversation.confirm(_(CODE_QUESTION), page.help):
                    conversation.prompter.show_qr(url)
            case _:
                return False
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
    copied = copy_text(text, conversation.env, conversation.prompter.write_escape_sequence)
    conversation.say(f"{clipboard_message(copied=copied)} {fallback}".rstrip())
    return copied
