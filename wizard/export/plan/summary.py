"""The start of every plan: the note about menu language, the next steps, deadlines and requests."""

from collections.abc import Sequence

from wizard.core.blocks import Line, date_span, filled_line
from wizard.core.formatting import format_weekday, relative_days
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import OPEN
from wizard.core.snapshot import Deadline, Snapshot
from wizard.i18n import N_, _

MENUS = N_("Menu words are given in English; your app shows the same in your language.")
ENGLISH = "en"
THEN = 3
"""How many steps are listed after the next one."""


def menu_language_note(snapshot: Snapshot) -> str:
    """Return the note that menu words are in English; "" if the authority works in English first."""
    place = snapshot.place
    if place is None:
        return ""
    national = snapshot.library.authorities.get(place.country.authority)
    authority = place.authority if place.authority and place.authority.languages else national
    return "" if authority and authority.languages[:1] == (ENGLISH,) else _(MENUS)


def next_four_steps(plan_steps: Sequence[PlanStep]) -> tuple[PlanStep, ...]:
    """Return the first open step of these, then the next three."""
    return tuple(plan_step for plan_step in plan_steps if plan_step.status == OPEN)[: 1 + THEN]


def dated_deadline_line(snapshot: Snapshot, deadline: Deadline) -> Line:
    """Return what is due as a sentence with its day in it: "is due" alone would be read as due today."""
    day = date_span(deadline.due, format_weekday(deadline.due), strong=True)
    if not deadline.dated_reason:
        return filled_line(_("{day}: {reason}"), day=day, reason=deadline.reason)
    return filled_line(deadline.dated_reason, day=day, distance=relative_days(deadline.due, snapshot.today))
