"""Show the plan by action, the open steps by impact, and quick wins."""

from wizard.views.actions import Action
from wizard.views.plan import INITIAL_MINUTES, action_page, open_steps_page, plan_page, quick_wins_page
from wizard.views.step_actions import SetMinutes

from .conversation import Conversation
from .pages import hold_page, perform


def show_plan(conversation: Conversation) -> None:
    """List the actions; each leads to its steps."""
    hold_page(conversation, lambda: plan_page(conversation.snapshot))


def show_action(conversation: Conversation, action_id: str) -> None:
    """Show one action and its steps until the user goes back."""
    hold_page(conversation, lambda: action_page(conversation.snapshot, action_id))


def show_open_steps(conversation: Conversation) -> None:
    """List the open steps, those with the most impact for their effort first."""
    hold_page(conversation, lambda: open_steps_page(conversation.snapshot))


def show_quick_wins(conversation: Conversation) -> None:
    """List the steps with the most impact that fit into the given minutes, which the user can change."""
    minutes = INITIAL_MINUTES

    def change_or_perform(conversation: Conversation, action: Action) -> bool:
        nonlocal minutes
        if isinstance(action, SetMinutes):
            minutes = action.minutes
            return False
        return perform(conversation, action)

    hold_page(conversation, lambda: quick_wins_page(conversation.snapshot, minutes), change_or_perform)
