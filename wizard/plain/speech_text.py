"""The plan and its due dates in words for screen readers, without columns, boxes, addresses and ids."""

import re
from collections.abc import Iterator

from wizard.core.formatting import (
    OBJECTION_STATUS_WORDS,
    action_progress,
    exposure_summary,
    format_date,
    format_minutes,
    open_prerequisites,
    place_heading,
    progress_summary,
)
from wizard.core.markup import strip_markup
from wizard.core.progress import OPEN
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.export.plan.text import DISCLAIMER
from wizard.views.finding_text import finding_summary
from wizard.views.user_messages import deadline_message

SPOKEN_STATUS = {OPEN: "To do", "done": "Done", "skipped": "Not for you"}
_LINE_PREFIX = re.compile(r"^\s*(?:[-*#>]+ )?(?:\[(?P<box>[ x-])\] ?)?")
_BOX_WORDS = {" ": "To do", "x": "Done", "-": "Not for you"}


def spoken_plan(snapshot: Snapshot) -> Iterator[str]:
    """Yield the whole plan, one line for each item."""
    yield from (f"{place_heading(snapshot)}.", exposure_summary(snapshot), progress_summary(snapshot))
    yield from spoken_deadlines(snapshot)
    yield from (f"{each.name}: {OBJECTION_STATUS_WORDS[each.status]}. {each.recommendation}" for each in snapshot.objections)
    for plan_action in snapshot.actions:
        yield f"{plan_action.action.title}, {action_progress(plan_action)} steps done:"
        for plan_step in plan_action.entries:
            yield from _step_lines(snapshot, plan_step)
    yield f"Facts as of {format_date(snapshot.library.as_of)}. {DISCLAIMER}"


def spoken_deadlines(snapshot: Snapshot) -> Iterator[str]:
    """Return one line for each deadline, in the order of the days."""
    return (
        f"{'Overdue:' if each.due < snapshot.today else 'Due'} {deadline_message(snapshot, each)}" for each in snapshot.deadlines
    )


def _step_lines(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[str]:
    time = format_minutes(plan_step.step.minutes)
    yield f"{SPOKEN_STATUS[plan_step.status]}: {plan_step.step.title}, {time}, impact {plan_step.step.impact} of 5."
    if plan_step.status != OPEN:
        return
    yield from (f"First: {each.step.title}." for each in open_prerequisites(snapshot, plan_step))
    yield from (summary for summary in [finding_summary(plan_step.step, snapshot.findings)] if summary)
    yield " ".join(strip_markup(plan_step.step.intro.split("\n\n")[0]).split())


def spoken_document(text: str) -> Iterator[str]:
    """Yield a document by lines, with words for check boxes and without signs for headings and lists."""
    for line in text.splitlines():
        spoken_line = _LINE_PREFIX.sub(lambda match: f"{_BOX_WORDS[match['box']]}: " if match["box"] else "", line)
        if spoken_line.strip():
            yield " ".join(spoken_line.split())
