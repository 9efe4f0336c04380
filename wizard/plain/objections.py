"""The objection cases: how far each is, what came back, and what follows."""

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

CASES_HELP = "One case for each account: prepared is not sent, and sent is not granted."
CASE_HELP = "Record what happened, and hear what follows and by when. The texts of mails are never kept, only their dates."
NONE = "No objection is in your plan: no form is known for your place, or you have no account."
NOTE, LETTER, UNDO = "note", "letter", "undo"


def show_objections(talk: Conversation) -> None:
    """All cases, one for each account."""
    if not talk.case.objections:
        talk.say(NONE)
        return
    while True:
        talk.teller.title("Your objections")
        rows = [Choice(each.target, each.title, _line(each, talk.case)) for each in talk.case.objections]
        chosen = talk.select("Which one?", rows, CASES_HELP)
        if chosen is None:
            return
        show_objection(talk, chosen)


def _line(found: Objection, case: Snapshot) -> str:
    return f"{objection_status_line(found, case.today)}. {found.recommendation}"


def show_objection(talk: Conversation, target: str) -> None:
    """One case: its way so far, the one thing to do, and what came back."""
    while found := next((each for each in talk.case.objections if each.target == target), None):
        talk.teller.title(found.name)
        talk.say(*_status_lines(found, talk.case))
        chosen = talk.select(
            PROMPT_AFTER_SENT if is_sent(found) else PROMPT_BEFORE_SENT, list(_rows(found, talk.case)), CASE_HELP
        )
        if chosen is None:
            return
        _perform(talk, found, chosen)


def _rows(found: Objection, case: Snapshot) -> Iterator[Choice]:
    """What can be recorded, and the letter: first where to write is the thing to do."""
    letter = [Choice(LETTER, letter_action_label(found))] if found.letter else []
    if letter_first(found):
        yield from letter
    if is_sent(found):
        yield from (Choice(f"?{id}", label) for id, label in REPLIES)
    yield from (Choice(id, label) for id, label in available_actions(case, found))
    if not letter_first(found):
        yield from letter
    yield from (Choice(NOTE, "Keep a note with this case"), Choice(UNDO, "Take back the last record"))


def _status_lines(found: Objection, case: Snapshot) -> Iterator[str]:
    """Where the case stands, how it came there, what is due, and what to do."""
    yield f"Where it stands: {', '.join(objection_progress(found, case.today))}."
    for event in found.events:
        outcome = case.library.outcomes.get(event.kind)
        word = f": {sanitize_line(event.note)}" if event.note else ""
        yield f"{format_date(event.on)}: {outcome.label if outcome else event.kind}{word}."
    if found.sent_from:
        yield f"{found.sent_from}."
    if found.due:
        yield f"{'' if found.due < case.today else 'Due '}{deadline_line(found, case.today)}"
    yield f"What to do: {found.recommendation}"
    if found.interim_advice:
        yield f"If you don't want to wait: {found.interim_advice}"
    for note in case.progress.notes.get(found.target, ()):
        yield f"Note, {format_date(note.on)}: {note.note}"


def _perform(talk: Conversation, found: Objection, chosen: str) -> None:
    if chosen == NOTE:
        ask_note(talk, found.target)
    elif chosen == UNDO:
        talk.undo()
    elif chosen == LETTER:
        compose_letter(talk, found.letter, found.target)
    elif chosen.startswith("?"):
        answer = chosen.removeprefix("?")
        rows = [Choice(id, label) for id, label in outcomes_for_reply(talk.case, answer)]
        kind = talk.select(f"{dict(REPLIES)[answer]}: which?", rows, CASE_HELP)
        if kind:
            ask_event_date(talk, (found.target,), kind)
    else:
        ask_event_date(talk, (found.target,), chosen)
