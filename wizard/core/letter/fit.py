"""Which letters fit: where the person lives, what they answered, and what came last in an objection case."""

from datetime import date

from wizard.core.case import Case
from wizard.core.objection import THIRD_PARTY, ObjectionCase
from wizard.core.place import told

from .account import serves
from .parts import Letter

PLACE = frozenset({"country", "region", "regime"})
"""The facts that decide whether a letter is right for where somebody lives."""
NOTHING, WAITING, SILENCE = "nothing", "waiting", "no-answer"
PATIENT = ("sent", "receipt", "extended", "follow-up", "appeal", "grievance", "complaint-meta", "complaint")
"""Events after which an answer has its time."""


def stage(case: ObjectionCase | None, today: date) -> str:
    """What came last in a case; `waiting` while there is time for an answer, `no-answer` when Meta let the time pass."""
    if case is None or not case.events:
        return NOTHING
    last = case.events[-1].kind
    if last not in PATIENT or case.due is None:
        return last
    if today <= case.due:
        return last if last == "extended" else WAITING
    return SILENCE if last in ("sent", "extended") else last


def speaks_of_place(letter: Letter) -> bool:
    """Tell whether the letter is for some places only."""
    return bool(letter.right or letter.when.names() & PLACE)


def suits(letter: Letter, case: Case) -> bool:
    """Tell whether the letter is right for where the person lives, today."""
    return (
        letter.valid.holds(case.today)
        and letter.when.of(PLACE).holds(case.interview.facts)
        and (not letter.right or has_right(letter.right, case))
    )


def fits(letter: Letter, case: Case) -> bool:
    """Tell whether the person can use the letter now; in a request, under the place and law from which that was sent."""
    if not letter.after:
        return _holds(letter, case)
    return any(
        calls_for(letter, each, case.today) and _holds(letter, case.seen_from(each)) and serves(letter, case, each)
        for each in _candidates(case)
    )


def _candidates(case: Case) -> tuple[ObjectionCase | None, ...]:
    """The cases that a letter can be about; where none is about an account, a first letter for accounts is about no case yet."""
    accounts = any(each.target != THIRD_PARTY for each in case.objections)
    return case.objections if accounts else (*case.objections, None)


def _holds(letter: Letter, case: Case) -> bool:
    return suits(letter, case) and letter.when.holds(case.interview.facts)


def calls_for(letter: Letter, about: ObjectionCase | None, today: date) -> bool:
    """Tell whether this is the letter to write next in a case."""
    kinds = {event.kind for event in about.events} if about else set()
    return stage(about, today) in letter.after and kinds.issuperset(letter.once)


def has_right(id: str, case: Case) -> bool:
    """Tell whether the sheet of the person's place gives this right today."""
    if case.place is None:
        return False
    given = (right.statement for right in case.place.regime.rights if right.id == id)
    return bool(told(given, case.interview.facts, case.today))
