"""What every plan opens with: a word about menus, the one thing to do now, the next three, and what is due."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from wizard.core.formatting import OBJECTION_STATUS_WORDS, relative_days
from wizard.core.objection import Objection
from wizard.core.progress import OPEN
from wizard.core.snapshot import Deadline, PlanStep, Snapshot

MENUS = "Menu words are given in English; your app shows the same in your language."
ENGLISH = "en"
THEN = 3
_DUE = re.compile(r" (is due|must be in)(?= \(|\.$)")
_ON = {"is due": "is due on", "must be in": "must be in by"}


class DeadlineSentence(NamedTuple):
    """A sentence about something due, in the two pieces between which its day is written."""

    before: str
    after: str


def menu_language_note(case: Snapshot) -> str:
    """A word about the language of menus; nothing where the office for complaints works in English first."""
    place = case.place
    if place is None:
        return ""
    national = case.library.authorities.get(place.country.authority)
    office = place.authority if place.authority and place.authority.languages else national
    return "" if office and office.languages[:1] == (ENGLISH,) else MENUS


def next_four_steps(entries: Sequence[PlanStep]) -> tuple[PlanStep, ...]:
    """The best open step of these, then the next three, as on the board."""
    return tuple(entry for entry in entries if entry.status == OPEN)[: 1 + THEN]


def deadline_sentence(case: Snapshot, deadline: Deadline) -> DeadlineSentence:
    """What is due, said so that nobody takes it for due today: "Meta's answer is due on" DAY ", in 12 days."."""
    found = _DUE.search(deadline.reason)
    if found is None:
        return DeadlineSentence("", f": {deadline.reason}")
    verb = "was due on" if deadline.due < case.today else _ON[found[1]]
    return DeadlineSentence(
        f"{deadline.reason[: found.start()]} {verb} ",
        f", {relative_days(deadline.due, case.today)}{deadline.reason[found.end() :]}",
    )


def objection_status_sentence(objection: Objection) -> str:
    """Where an objection stands, and what to do about it."""
    origin = f" {objection.sent_from}." if objection.sent_from else ""
    return f"{objection.title}: {OBJECTION_STATUS_WORDS[objection.status]}.{origin} {objection.recommendation}".rstrip()
