"""Show the objections: their progress, the replies, and what follows."""

from collections.abc import Iterator

from wizard.core.deadline_text import deadline_line, objection_progress, objection_status_line
from wizard.core.formatting import format_date
from wizard.core.objection import Objection
from wizard.core.objection_actions import (
    PROMPT_AFTER_SENT,
    PROMPT_BEFORE_SENT,
    REPLIES,
    available_actions,
    is_sent,
    letter_action_label,
    letter_first,
    outcomes_for_reply,
)
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot

from .conversation import Conversation
from .event_date import ask_event_date
from .letters import compose_letter
from .prompter import Choice
from .step import ask_note

OBJECTIONS_HELP = "One case for each account: prepared is not sent, and sent is not granted."
EVENTS_HELP = "Record what happened, and hear what follows and by when. The texts of mails are never kept, only their dates."
NO_OBJECTIONS = "No objection is in your plan: no form is known for your place, or you have no account."
NOTE_ACTION, LETTER_ACTION, UNDO_ACTION = "note", "letter", "undo"


def show_objections(conversation: Conversation) -> None:
    """List all objections, one for each account."""
    if not conversation.snapshot.objections:
        conversation.say(NO_OBJECTIONS)
        return
    while True:
        conversation.prompter.title("Your objections")
        rows = [
            Choice(each.target, each.title, _objection_hint(each, conversation.snapshot))
            for each in conversation.snapshot.objections
        ]
        chosen = conversation.select("Which one?", rows, OBJECTIONS_HELP)
        if chosen is None:
            return
        show_objection(conversation, chosen)


def _objection_hint(objection: Objection, snapshot: Snapshot) -> str:
    return f"{objection_status_line(objection, snapshot.today)}. {objection.recommendation}"


def show_objection(conversation: Conversation, target: str) -> None:
    """Show one objection, its next action and the events that can be recorded, until the user goes back."""
    while objection := next((each for each in conversation.snapshot.objections if each.target == target), None):
        conversation.prompter.title(objection.name)
        conversation.say(*_status_lines(objection, conversation.snapshot))
        chosen = conversation.select(
            PROMPT_AFTER_SENT if is_sent(objection) else PROMPT_BEFORE_SENT,
            list(_action_choices(objection, conversation.snapshot)),
            EVENTS_HELP,
        )
        if chosen is None:
            return
        _perform(conversation, objection, chosen)


def _action_choices(objection: Objection, snapshot: Snapshot) -> Iterator[Choice]:
    """Yield the events that can be recorded, and the letter; it comes first if writing is recommended."""
    letter_choice = [Choice(LETTER_ACTION, letter_action_label(objection))] if objection.letter else []
    if letter_first(objection):
        yield from letter_choice
    if is_sent(objection):
        yield from (Choice(f"?{id}", label) for id, label in REPLIES)
    yield from (Choice(id, label) for id, label in available_actions(snapshot, objection))
    if not letter_first(objection):
        yield from letter_choice
    yield from (Choice(NOTE_ACTION, "Keep a note with this case"), Choice(UNDO_ACTION, "Take back the last record"))


def _status_lines(objection: Objection, snapshot: Snapshot) -> Iterator[str]:
    """Yield status, events, due date, recommendation and notes of an objection."""
    yield f"Where it stands: {', '.join(objection_progress(objection, snapshot.today))}."
    for event in objection.events:
        outcome = snapshot.library.outcomes.get(event.kind)
        event_note = f": {sanitize_line(event.note)}" if event.note else ""
        yield f"{format_date(event.on)}: {outcome.label if outcome else event.kind}{event_note}."
    if objection.sent_from:
        yield f"{objection.sent_from}."
    if objection.due:
        yield f"{'' if objection.due < snapshot.today else 'Due '}{deadline_line(objection, snapshot.today)}"
    yield f"What to do: {objection.recommendation}"
    if objection.interim_advice:
        yield f"If you don't want to wait: {objection.interim_advice}"
    for note in snapshot.progress.notes.get(objection.target, ()):
        yield f"Note, {format_date(note.on)}: {note.note}"


def _perform(conversation: Conversation, objection: Objection, chosen: str) -> None:
    if chosen == NOTE_ACTION:
        ask_note(conversation, objection.target)
    elif chosen == UNDO_ACTION:
        conversation.undo()
    elif chosen == LETTER_ACTION:
        compose_letter(conversation, objection.letter, objection.target)
    elif chosen.startswith("?"):
        reply = chosen.removeprefix("?")
        rows = [Choice(id, label) for id, label in outcomes_for_reply(conversation.snapshot, reply)]
        kind = conversation.select(f"{dict(REPLIES)[reply]}: which?", rows, EVENTS_HELP)
        if kind:
            ask_event_date(conversation, (objection.target,), kind)
    else:
        ask_event_date(conversation, (objection.target,), chosen)
