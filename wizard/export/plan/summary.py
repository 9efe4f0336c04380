"""The start of every plan: the note about menu language, the next steps, deadlines and objections."""

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
"""How many steps are listed after the next one."""
_DUE_PHRASE = re.compile(r" (is due|must be in)(?= \(|\.$)")
"""Where a date can be inserted into the reason of a deadline."""
_PHRASE_WITH_DATE = {"is due": "is due on", "must be in": "must be in by"}


class DeadlineSentence(NamedTuple):
    """A sentence about a deadline in two parts; the date is written between them."""

    before: str
    after: str


def menu_language_note(snapshot: Snapshot) -> str:
    """Return the note that menu words are in English; "" if the authority works in English first."""
    place = snapshot.place
    if place is None:
        return ""
    national = snapshot.library.authorities.get(place.country.authority)
    authority = place.authority if place.authority and place.authority.languages else national
    return "" if authority and authority.languages[:1] == (ENGLISH,) else MENUS


def next_four_steps(plan_steps: Sequence[PlanStep]) -> tuple[PlanStep, ...]:
    """Return the first open step of these, then the next three."""
    return tuple(plan_step for plan_step in plan_steps if plan_step.status == OPEN)[: 1 + THEN]


def deadline_sentence(snapshot: Snapshot, deadline: Deadline) -> DeadlineSentence:
    """Return the sentence around the due date of a deadline.

    For example "Meta's answer is due on " and ", in 12 days.", with the date between them.
    The date stands inside the sentence, so that "is due" is not read as due today.
    """
    match = _DUE_PHRASE.search(deadline.reason)
    if match is None:
        return DeadlineSentence("", f": {deadline.reason}")
    verb = "was due on" if deadline.due < snapshot.today else _PHRASE_WITH_DATE[match[1]]
    return DeadlineSentence(
        f"{deadline.reason[: match.start()]} {verb} ",
        f", {relative_days(deadline.due, snapshot.today)}{deadline.reason[match.end() :]}",
    )


def objection_status_sentence(objection: Objection) -> str:
    """Return the status of an objection and what to do next."""
    origin = f" {objection.sent_from}." if objection.sent_from else ""
    return f"{objection.label}: {OBJECTION_STATUS_WORDS[objection.status]}.{origin} {objection.recommendation}".rstrip()
