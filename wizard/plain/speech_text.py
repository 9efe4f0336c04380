"""The plan and its days as they are said: words instead of boxes and columns, and no address or id that a voice would spell."""

import re
from collections.abc import Iterator

from wizard.core.finding_text import finding_summary
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
from wizard.core.user_messages import deadline_message
from wizard.export.plan.text import DISCLAIMER

SPOKEN_STATUS = {OPEN: "To do", "done": "Done", "skipped": "Not for you"}
_LEAD = re.compile(r"^\s*(?:[-*#>]+ )?(?:\[(?P<box>[ x-])\] ?)?")
_BOX_WORDS = {" ": "To do", "x": "Done", "-": "Not for you"}


def spoken_plan(case: Snapshot) -> Iterator[str]:
    """The whole plan, a line for each thing."""
    yield from (f"{place_heading(case)}.", exposure_summary(case), progress_summary(case))
    yield from spoken_deadlines(case)
    yield from (f"{each.name}: {OBJECTION_STATUS_WORDS[each.status]}. {each.recommendation}" for each in case.objections)
    for part in case.actions:
        yield f"{part.action.title}, {action_progress(part)} steps done:"
        for entry in part.entries:
            yield from _entry(case, entry)
    yield f"Facts as of {format_date(case.library.as_of)}. {DISCLAIMER}"


def spoken_deadlines(case: Snapshot) -> Iterator[str]:
    """What is due, the first day first."""
    return (f"{'Overdue:' if each.due < case.today else 'Due'} {deadline_message(case, each)}" for each in case.deadlines)


def _entry(case: Snapshot, entry: PlanStep) -> Iterator[str]:
    time = format_minutes(entry.step.minutes)
    yield f"{SPOKEN_STATUS[entry.status]}: {entry.step.title}, {time}, impact {entry.step.impact} of 5."
    if entry.status != OPEN:
        return
    yield from (f"First: {each.step.title}." for each in open_prerequisites(case, entry))
    yield from (found for found in [finding_summary(entry.step, case.findings)] if found)
    yield " ".join(strip_markup(entry.step.intro.split("\n\n")[0]).split())


def spoken_document(text: str) -> Iterator[str]:
    """A document in lines, with a word for each box to tick, and without signs for headings and lists."""
    for line in text.splitlines():
        words = _LEAD.sub(lambda found: f"{_BOX_WORDS[found['box']]}: " if found["box"] else "", line)
        if words.strip():
            yield " ".join(words.split())
