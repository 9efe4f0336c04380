"""Which letters fit: where the person lives, what they answered, and what came last in an objection case."""

from datetime import date

from wizard.core.objection import THIRD_PARTY, Objection
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot

from .account import serves
from .models import Letter

PLACE = frozenset({"country", "region", "regime"})
"""The facts that decide whether a letter is right for where somebody lives."""
NOTHING, WAITING, NO_ANSWER = "nothing", "waiting", "no-answer"
WAITING_EVENTS = ("sent", "receipt", "extended", "follow-up", "appeal", "grievance", "complaint-meta", "complaint")
"""Events after which an answer has its time."""


def objection_stage(case: Objection | None, today: date) -> str:
    """What came last in a case; `waiting` while there is time for an answer, `no-answer` when Meta let the time pass."""
    if case is None or not case.events:
        return NOTHING
    last = case.events[-1].kind
    if last not in WAITING_EVENTS or case.due is None:
        return last
    if today <= case.due:
        return last if last == "extended" else WAITING
    return NO_ANSWER if last in ("sent", "extended") else last


def is_place_specific(letter: Letter) -> bool:
    """Tell whether the letter is for some places only."""
    return bool(letter.right or letter.when.fact_names() & PLACE)


def applies_here(letter: Letter, case: Snapshot) -> bool:
    """Tell whether the letter is right for where the person lives, today."""
    return (
        letter.valid.holds(case.today)
        and letter.when.restricted_to(PLACE).holds(case.interview.facts)
        and (not letter.right or has_right(letter.right, case))
    )


def applies_now(letter: Letter, case: Snapshot) -> bool:
    """Tell whether the person can use the letter now; in a request, under the place and law from which that was sent."""
    if not letter.after_events:
        return _holds(letter, case)
    return any(
        is_next_letter(letter, each, case.today) and _holds(letter, case.for_request(each)) and serves(letter, case, each)
        for each in _candidates(case)
    )


def _candidates(case: Snapshot) -> tuple[Objection | None, ...]:
    """The cases that a letter can be about; where none is about an account, a first letter for accounts is about no case yet."""
    accounts = any(each.target != THIRD_PARTY for each in case.objections)
    return case.objections if accounts else (*case.objections, None)


def _holds(letter: Letter, case: Snapshot) -> bool:
    return applies_here(letter, case) and letter.when.holds(case.interview.facts)


def is_next_letter(letter: Letter, about: Objection | None, today: date) -> bool:
    """Tell whether this is the letter to write next in a case."""
    kinds = {event.kind for event in about.events} if about else set()
    return objection_stage(about, today) in letter.after_events and kinds.issuperset(letter.requires_events)


def has_right(id: str, case: Snapshot) -> bool:
    """Tell whether the sheet of the person's place gives this right today."""
    if case.place is None:
        return False
    given = (right.statement for right in case.place.regime.rights if right.id == id)
    return bool(applicable_statements(given, case.interview.facts, case.today))
