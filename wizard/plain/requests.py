"""Show the requests, and ask what came back."""

from wizard.views.outcome import outcome_page
from wizard.views.request import reply_page, request_page, requests_page

from .conversation import Conversation
from .pages import ask_page, hold_page


def show_requests(conversation: Conversation) -> None:
    """List all requests: an objection for each account, then the others."""
    hold_page(conversation, lambda: requests_page(conversation.snapshot))


def show_request(conversation: Conversation, target: str) -> None:
    """Show one request, its next action and the events that can be recorded, until the user goes back."""
    hold_page(conversation, lambda: request_page(conversation.snapshot, target))


def ask_outcome(conversation: Conversation, target: str, reply: str) -> None:
    """Ask which outcome a reply was."""
    ask_page(conversation, reply_page(conversation.snapshot, target, reply))


def show_outcome(conversation: Conversation, outcome_id: str) -> None:
    """Show what to do about a reply, and record it for a request, until the user goes back."""
    hold_page(conversation, lambda: outcome_page(conversation.snapshot, outcome_id))
