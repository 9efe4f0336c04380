"""Search everything that can be opened by the user's own words."""

from wizard.views.search import Search, search_page

from .conversation import Conversation
from .pages import hold_page

HELP = "Type a word or several, for example: private, friend, watermark, locked out. Steps, letters and texts are listed."


def show_search(conversation: Conversation) -> None:
    """Ask for words, then open the chosen results, until the user goes back."""
    search = None
    while query := conversation.ask_text("Which words?", help=HELP):
        search = search or Search(conversation.snapshot)
        page = search_page(query, search.find(query))
        hold_page(conversation, lambda page=page: page)  # type: ignore[misc]
