"""Show the objections, and ask what came back."""

from wizard.views.objection import objection_page, objections_page, reply_page
from wizard.views.outcome import outcome_page

from .conversation import Conversation
from .pages import ask_page, hold_page


def show_objections(conversation: Conversation) -> None:
    """List all objections, one for each account."""
    hold_page(conversation, lambda: objections_page(conversation.snapshot))


def show_objection(conversation: Conversation, target: str) -> None:
    """Show one objection, its next action and the events that can be recorded, until the user goes back."""
    hold_page(conversation, lambda: objection_page(conversation.snapshot, target))


def ask_outcome(conversation: Conversation, target: str, reply: str) -> None:
    """Ask which outcome a reply was."""
    ask_page(conversation, reply_page(conversation.snapshot, target, reply))


def show_outcome(conversation: Conversation, outcome_id: str) -> None:
    """Show what to do about a reply, and record it for a request, until the user goes back."""
    hold_page(conversation, lambda: outcome_page(conversation.snapshot, outcome_id))
