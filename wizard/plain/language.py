"""Choose the language of the program in line mode."""

from wizard.content.content_loader import load_shipped_content
from wizard.i18n import _, use_language
from wizard.storage.language_setting import LANGUAGE
from wizard.views.language import NEW_LANGUAGE, language_page

from .conversation import Conversation
from .pages import ask_page


def ask_language_of_program(conversation: Conversation) -> None:
    """Ask for the language, each by its own name."""
    ask_page(conversation, language_page(conversation.snapshot.library))


def use_program_language(conversation: Conversation, code: str) -> None:
    """Keep the language, and go on in it."""
    session = conversation.session
    if conversation.run_or_report(lambda: session.set_setting(LANGUAGE, code)):
        use_language(code)
        library = session.use_library(load_shipped_content()).library
        conversation.say(_(NEW_LANGUAGE, language=library.interface_languages[code].name))
