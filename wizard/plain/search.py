"""Search everything that can be opened by the user's own words."""

from wizard.i18n import _
from wizard.views.help_texts import SPOKEN_SEARCH
from wizard.views.search import WHICH_WORDS, Search, search_page

from .conversation import Conversation
from .pages import hold_page


def show_search(conversation: Conversation) -> None:
    """Ask for words, then open the chosen results, until the user goes back."""
    search = None
    while query := conversation.ask_text(_(WHICH_WORDS), help=_(SPOKEN_SEARCH)):
        search = search or Search(conversation.snapshot)
        page = search_page(query, search.find(query))
        hold_page(conversation, lambda page=page: page)  # type: ignore[misc]
