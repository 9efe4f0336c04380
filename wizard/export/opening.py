"""What every plan opens with: a word about menus, the one thing to do now, the next three, and what is due."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from wizard.core.case import Case, Deadline, Entry
from wizard.core.objection import ObjectionCase
from wizard.core.progress import OPEN
from wizard.core.words import CASE_STATUS, distance

MENUS = "Menu words are given in English; your app shows the same in your language."
ENGLISH = "en"
THEN = 3
_DUE = re.compile(r" (is due|must be in)(?= \(|\.$)")
_ON = {"is due": "is due on", "must be in": "must be in by"}


class Due(NamedTuple):
    """A sentence about something due, in the two pieces between which its day is written."""

    before: str
    after: str


def menu_words(case: Case) -> str:
    """A word about the language of menus; nothing where the office for complaints works in English first."""
    place = case.place
    if place is None:
        return ""
    national = case.library.authorities.get(place.country.authority)
    office = place.authority if place.authority and place.authority.languages else national
    return "" if office and office.languages[:1] == (ENGLISH,) else MENUS


def now_and_then(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The best open step of these, then the next three, as on the board."""
    return tuple(entry for entry in entries if entry.status == OPEN)[: 1 + THEN]


def due(case: Case, deadline: Deadline) -> Due:
    """What is due, said so that nobody takes it for due today: "Meta's answer is due on" DAY ", in 12 days."."""
    found = _DUE.search(deadline.why)
    if found is None:
        return Due("", f": {deadline.why}")
    verb = "was due on" if deadline.due < case.today else _ON[found[1]]
    return Due(f"{deadline.why[: found.start()]} {verb} ", f", {distance(deadline.due, case.today)}{deadline.why[found.end() :]}")


def standing_of(objection: ObjectionCase) -> str:
    """Where an objection stands, and what to do about it."""
    origin = f" {objection.sent_from}." if objection.sent_from else ""
    return f"{objection.title}: {CASE_STATUS[objection.status]}.{origin} {objection.recommend}".rstrip()
