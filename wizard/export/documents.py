"""What one takes away: every document of the plan with its words, its usual file name, and how it looks before it is saved."""

from collections.abc import Callable
from typing import NamedTuple

from wizard.core.snapshot import Snapshot
from wizard.export import FILE_FORMATS
from wizard.export.plan.text import WIDTH, plan_text

Make = Callable[[Snapshot], str]


class Document(NamedTuple):
    """A document: its words, its file name, how it is made; `holds` and `days` tell of it where its own text tells nothing."""

    title: str
    file: str
    render: Make
    contents_note: str = ""
    dates_preview: Make | None = None


def preview_document(paper: Document, case: Snapshot, width: int = WIDTH) -> str:
    """What a person sees before saving: the text itself, or what the document holds and the same in lines."""
    if paper.dates_preview:
        return f"{paper.contents_note}\n\n{paper.dates_preview(case)}"
    if paper.contents_note:
        return f"{paper.contents_note}\n\n{plan_text(case, case.steps, width)}"
    if paper.file.endswith(".txt"):
        from wizard.export.plan.full_text import full_text

        return full_text(case, case.steps, width)
    return paper.render(case)


def _plan(name: str) -> Make:
    return lambda case: FILE_FORMATS[name](case, case.steps)


def _calendar(name: str, *, details: bool) -> Make:
    def make(case: Snapshot) -> str:
        from . import calendar

        return str(getattr(calendar, name)(case, details=details))

    return make


DOCUMENTS = {
    "html": Document(
        "a page to print",
        "my-photo-plan.html",
        _plan("html"),
        "The page holds all this, and each step with its taps, limits and sources, boxes to tick and codes for the phone.",
    ),
    "text": Document("plain text, with all taps and sources", "my-photo-plan.txt", _plan("text")),
    "md": Document("Markdown, with all taps and boxes to tick", "my-photo-plan.md", _plan("md")),
    "json": Document("JSON, for programs", "my-photo-plan.json", _plan("json")),
    "ics": Document(
        "a calendar that names no account",
        "my-photo-dates.ics",
        _calendar("build_calendar", details=False),
        "A file for your calendar program. It says only that an answer about your photos is due: calendars are often shared.",
        _calendar("calendar_preview", details=False),
    ),
    "ics-details": Document(
        "a calendar that names the accounts",
        "my-photo-dates.ics",
        _calendar("build_calendar", details=True),
        "A file for your calendar program. It names your accounts and what is due.",
        _calendar("calendar_preview", details=True),
    ),
}
"""The documents in the order in which they are offered."""
