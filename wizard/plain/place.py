"""Show what holds in the user's place: a summary after the interview, and everything with its sources."""

from wizard.views.actions import OpenPage, PageName
from wizard.views.place import found_place_page, place_page, place_summary_page
from wizard.views.step_actions import OpenStep

from .conversation import Conversation
from .pages import choose_action, perform, read_out_page, say_titled_page


def show_place_summary(conversation: Conversation) -> bool:
    """Print the highlights of the place and the size of the plan.

    A step that was chosen is shown first. Returns False if the user goes back to the answers, or if the place is unknown.
    """
    if conversation.snapshot.place is None:
        return False
    page = place_summary_page(conversation.snapshot)
    say_titled_page(conversation, page)
    while isinstance(action := choose_action(conversation, page), OpenPage) and action.page == PageName.PLACE:
        perform(conversation, action)
    if isinstance(action, OpenStep):
        perform(conversation, action)
    return isinstance(action, (OpenPage, OpenStep))


def show_place(conversation: Conversation) -> None:
    """Print all statements about the place, then offer its sources as links."""
    read_out_page(conversation, place_page(conversation.snapshot))


def show_found_place(conversation: Conversation, place_id: str) -> None:
    """Print what holds at a place that was found, then offer its sources as links."""
    read_out_page(conversation, found_place_page(conversation.snapshot, place_id))
