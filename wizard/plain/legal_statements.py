"""Show the legal statements of a letter, with their confidence and sources."""

from wizard.views.legal_statements import legal_statements_page

from .conversation import Conversation
from .pages import read_out_page


def show_legal_statements(conversation: Conversation, letter_id: str) -> None:
    """Print the statements that apply at the user's place, then offer their sources as links."""
    read_out_page(conversation, legal_statements_page(conversation.snapshot, letter_id))
