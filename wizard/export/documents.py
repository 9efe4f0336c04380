"""The documents of the plan that the user can save, with their titles, file names and previews."""

from collections.abc import Callable
from typing import NamedTuple

from wizard.core.snapshot import Snapshot
from wizard.export import FULL_FORMATS
from wizard.export.plan.text import full_text, plan_text
from wizard.export.render_text import WIDTH
from wizard.i18n import N_, _

Make = Callable[[Snapshot], str]
"""A function that renders a document from a snapshot."""


class Document(NamedTuple):
    """A document with its title, file name and writer.

    `contents_note` and `dates_preview` describe it in a preview if its own text is not readable.
    """

    title: str
    file: str
    render: Make
    contents_note: str = ""
    dates_preview: Make | None = None


def preview_document(document: Document, snapshot: Snapshot, width: int = WIDTH) -> str:
    """Return what the user sees before saving: the text, or a note about it with the content as lines."""
    if document.dates_preview:
        return f"{_(document.contents_note)}\n\n{document.dates_preview(snapshot)}"
    if document.contents_note:
        return f"{_(document.contents_note)}\n\n{plan_text(snapshot, snapshot.steps, width)}"
    if document.file.endswith(".txt"):
        return full_text(snapshot, snapshot.steps, width)
    return document.render(snapshot)


def _plan_writer(format: str) -> Make:
    return lambda snapshot: FULL_FORMATS[format](snapshot, snapshot.steps)


def _calendar_writer(name: str, *, details: bool) -> Make:
    def render(snapshot: Snapshot) -> str:
        from . import calendar  # loads icalendar, which only calendars need

        return str(getattr(calendar, name)(snapshot, details=details))

    return render


DOCUMENTS = {
    "html": Document(
        N_("a page to print"),
        "my-photo-plan.html",
        _plan_writer("html"),
        N_("The page holds all this, and each step with its taps, limits and sources, boxes to tick and codes for the phone."),
    ),
    "text": Document(N_("plain text, with all taps"), "my-photo-plan.txt", _plan_writer("text")),
    "md": Document(N_("Markdown, with all taps and boxes to tick"), "my-photo-plan.md", _plan_writer("md")),
    "json": Document(N_("JSON, for programs"), "my-photo-plan.json", _plan_writer("json")),
    "ics": Document(
        N_("a calendar that names no account"),
        "my-photo-dates.ics",
        _calendar_writer("build_calendar", details=False),
        N_("A file for your calendar program. It says only that an answer about your photos is due: calendars are often shared."),
        _calendar_writer("calendar_preview", details=False),
    ),
    "ics-details": Document(
        N_("a calendar that names the accounts"),
        "my-photo-dates.ics",
        _calendar_writer("build_calendar", details=True),
        N_("A file for your calendar program. It names your accounts and what is due."),
        _calendar_writer("calendar_preview", details=True),
    ),
}
"""The documents by id, in the order in which they are offered."""
