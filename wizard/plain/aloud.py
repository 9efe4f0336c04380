"""The plan and its days as they are said: words instead of boxes and columns, and no address or id that a voice would spell."""

import re
from collections.abc import Iterator

from wizard.core.case import Case, Entry
from wizard.core.found import found_line
from wizard.core.progress import OPEN
from wizard.core.prose import plain
from wizard.core.sentences import due_words
from wizard.core.words import CASE_STATUS, day, exposure_line, heading, minutes, part_line, progress_line, waits_for
from wizard.export.text import DISCLAIMER

STANDING = {OPEN: "To do", "done": "Done", "skipped": "Not for you"}
_LEAD = re.compile(r"^\s*(?:[-*#>]+ )?(?:\[(?P<box>[ x-])\] ?)?")
_BOX_WORDS = {" ": "To do", "x": "Done", "-": "Not for you"}


def plan_aloud(case: Case) -> Iterator[str]:
    """The whole plan, a line for each thing."""
    yield from (f"{heading(case)}.", exposure_line(case), progress_line(case))
    yield from due_aloud(case)
    yield from (f"{each.name}: {CASE_STATUS[each.status]}. {each.recommend}" for each in case.objections)
    for part in case.parts:
        yield f"{part.action.title}, {part_line(part)} steps done:"
        for entry in part.entries:
            yield from _entry(case, entry)
    yield f"Facts as of {day(case.library.as_of)}. {DISCLAIMER}"


def due_aloud(case: Case) -> Iterator[str]:
    """What is due, the first day first."""
    return (f"{'Overdue:' if each.due < case.today else 'Due'} {due_words(case, each)}" for each in case.deadlines)


def _entry(case: Case, entry: Entry) -> Iterator[str]:
    yield f"{STANDING[entry.status]}: {entry.step.title}, {minutes(entry.step.minutes)}, impact {entry.step.impact} of 5."
    if entry.status != OPEN:
        return
    yield from (f"First: {each.step.title}." for each in waits_for(case, entry))
    yield from (found for found in [found_line(entry.step, case.findings)] if found)
    yield " ".join(plain(entry.step.intro.split("\n\n")[0]).split())


def without_boxes(text: str) -> Iterator[str]:
    """A document in lines, with a word for each box to tick, and without signs for headings and lists."""
    for line in text.splitlines():
        words = _LEAD.sub(lambda found: f"{_BOX_WORDS[found['box']]}: " if found["box"] else "", line)
        if words.strip():
            yield " ".join(words.split())
