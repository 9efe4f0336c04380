"""Show the objections, and carry out what the user chooses on their pages."""

from wizard.views.actions import Action, AskOutcome, OpenObjection, RecordOutcome, UndoLast, WriteLetter, WriteNote
from wizard.views.objection import objection_page, objections_page, reply_page

from .conversation import Conversation
from .event_date import ask_event_date
from .letters import compose_letter
from .pages import choose_action, hold_page
from .step import ask_note


def show_objections(conversation: Conversation) -> None:
    """List all objections, one for each account."""
    hold_page(conversation, lambda: objections_page(conversation.snapshot), _perform)


def show_objection(conversation: Conversation, target: str) -> None:
    """Show one objection, its next action and the events that can be recorded, until the user goes back."""
    hold_page(conversation, lambda: objection_page(conversation.snapshot, target), _perform)


def _perform(conversation: Conversation, action: Action) -> bool:
    match action:
        case OpenObjection(target):
            show_objection(conversation, target)
        case AskOutcome(target, reply):
            outcome = choose_action(conversation, reply_page(conversation.snapshot, target, reply))
            if outcome is not None:
                _perform(conversation, outcome)
        case RecordOutcome(target, kind):
            ask_event_date(conversation, (target,), kind)
        case WriteLetter(kind, target):
            compose_letter(conversation, kind, target)
        case WriteNote(target):
            ask_note(conversation, target)
        case UndoLast():
            conversation.undo()
    return False
