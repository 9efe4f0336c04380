"""The objection cases: how far each is, what came back, and what follows."""

from collections.abc import Iterator

from wizard.core.case import Case
from wizard.core.clean import clean_line
from wizard.core.due import due_line, how_far, status_line
from wizard.core.happened import CAME_BACK, FIRST, THEN, acts, came_back, is_sent, letter_words, writes_first
from wizard.core.objection import ObjectionCase
from wizard.core.words import day

from .happened import happened
from .letters import write
from .step import write_note
from .talk import Talk
from .teller import Row

CASES_HELP = "One case for each account: prepared is not sent, and sent is not granted."
CASE_HELP = "Record what happened, and hear what follows and by when. The texts of mails are never kept, only their dates."
NONE = "No objection is in your plan: no form is known for your place, or you have no account."
NOTE, LETTER, UNDO = "note", "letter", "undo"


def cases(talk: Talk) -> None:
    """All cases, one for each account."""
    if not talk.case.objections:
        talk.say(NONE)
        return
    while True:
        talk.teller.title("Your objections")
        rows = [Row(each.target, each.title, _line(each, talk.case)) for each in talk.case.objections]
        chosen = talk.pick("Which one?", rows, CASES_HELP)
        if chosen is None:
            return
        objection(talk, chosen)


def _line(found: ObjectionCase, case: Case) -> str:
    return f"{status_line(found, case.today)}. {found.recommend}"


def objection(talk: Talk, target: str) -> None:
    """One case: its way so far, the one thing to do, and what came back."""
    while found := next((each for each in talk.case.objections if each.target == target), None):
        talk.teller.title(found.name)
        talk.say(*_told(found, talk.case))
        chosen = talk.pick(THEN if is_sent(found) else FIRST, list(_rows(found, talk.case)), CASE_HELP)
        if chosen is None:
            return
        _do(talk, found, chosen)


def _rows(found: ObjectionCase, case: Case) -> Iterator[Row]:
    """What can be recorded, and the letter: first where to write is the thing to do."""
    letter = [Row(LETTER, letter_words(found))] if found.letter else []
    if writes_first(found):
        yield from letter
    if is_sent(found):
        yield from (Row(f"?{id}", label) for id, label in CAME_BACK)
    yield from (Row(id, label) for id, label in acts(case, found))
    if not writes_first(found):
        yield from letter
    yield from (Row(NOTE, "Keep a note with this case"), Row(UNDO, "Take back the last record"))


def _told(found: ObjectionCase, case: Case) -> Iterator[str]:
    """Where the case stands, how it came there, what is due, and what to do."""
    yield f"Where it stands: {', '.join(how_far(found, case.today))}."
    for event in found.events:
        outcome = case.library.outcomes.get(event.kind)
        word = f": {clean_line(event.note)}" if event.note else ""
        yield f"{day(event.on)}: {outcome.label if outcome else event.kind}{word}."
    if found.sent_from:
        yield f"{found.sent_from}."
    if found.due:
        yield f"{'' if found.due < case.today else 'Due '}{due_line(found, case.today)}"
    yield f"What to do: {found.recommend}"
    if found.meanwhile:
        yield f"If you don't want to wait: {found.meanwhile}"
    for note in case.progress.notes.get(found.target, ()):
        yield f"Note, {day(note.on)}: {note.note}"


def _do(talk: Talk, found: ObjectionCase, chosen: str) -> None:
    if chosen == NOTE:
        write_note(talk, found.target)
    elif chosen == UNDO:
        talk.undo()
    elif chosen == LETTER:
        write(talk, found.letter, found.target)
    elif chosen.startswith("?"):
        answer = chosen.removeprefix("?")
        rows = [Row(id, label) for id, label in came_back(talk.case, answer)]
        kind = talk.pick(f"{dict(CAME_BACK)[answer]}: which?", rows, CASE_HELP)
        if kind:
            happened(talk, (found.target,), kind)
    else:
        happened(talk, (found.target,), chosen)
