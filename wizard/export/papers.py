"""What one takes away: every document of the plan with its words, its usual file name, and how it looks before it is saved."""

from collections.abc import Callable
from typing import NamedTuple

from wizard.core.case import Case
from wizard.export import FILE_FORMATS

from .text import WIDTH, plan_text

Make = Callable[[Case], str]


class Paper(NamedTuple):
    """A document: its words, its file name, how it is made; `holds` and `days` tell of it where its own text tells nothing."""

    words: str
    file: str
    make: Make
    holds: str = ""
    days: Make | None = None


def preview(paper: Paper, case: Case, width: int = WIDTH) -> str:
    """What a person sees before saving: the text itself, or what the document holds and the same in lines."""
    if paper.days:
        return f"{paper.holds}\n\n{paper.days(case)}"
    if paper.holds:
        return f"{paper.holds}\n\n{plan_text(case, case.entries, width)}"
    if paper.file.endswith(".txt"):
        from .whole_text import whole_text

        return whole_text(case, case.entries, width)
    return paper.make(case)


def _plan(name: str) -> Make:
    return lambda case: FILE_FORMATS[name](case, case.entries)


def _calendar(name: str, *, details: bool) -> Make:
    def make(case: Case) -> str:
        from . import calendar

        return str(getattr(calendar, name)(case, details=details))

    return make


PAPERS = {
    "html": Paper(
        "a page to print",
        "my-photo-plan.html",
        _plan("html"),
        "The page holds all this, and each step with its taps, limits and sources, boxes to tick and codes for the phone.",
    ),
    "text": Paper("plain text, with all taps and sources", "my-photo-plan.txt", _plan("text")),
    "md": Paper("Markdown, with all taps and boxes to tick", "my-photo-plan.md", _plan("md")),
    "json": Paper("JSON, for programs", "my-photo-plan.json", _plan("json")),
    "ics": Paper(
        "a calendar that names no account",
        "my-photo-dates.ics",
        _calendar("calendar", details=False),
        "A file for your calendar program. It says only that an answer about your photos is due: calendars are often shared.",
        _calendar("days_text", details=False),
    ),
    "ics-details": Paper(
        "a calendar that names the accounts",
        "my-photo-dates.ics",
        _calendar("calendar", details=True),
        "A file for your calendar program. It names your accounts and what is due.",
        _calendar("days_text", details=True),
    ),
}
"""The documents in the order in which they are offered."""
