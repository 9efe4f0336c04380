"""Write the documents of `views.documents`, and preview them."""

from collections.abc import Callable
from typing import NamedTuple

from wizard.core.snapshot import Snapshot
from wizard.export import FULL_FORMATS, plan_as_pdf
from wizard.export.plan.text import full_text, plan_text
from wizard.export.render_text import WIDTH
from wizard.i18n import _
from wizard.views.documents import DOCUMENT_KINDS

Make = Callable[[Snapshot], str]
"""A function that renders a text from a snapshot."""


class DocumentWriter(NamedTuple):
    """How a document is written; `dates_preview` lists the dates of a calendar, whose own text is not readable.

    `render` raises WizardError if the document cannot be made here.
    """

    render: Callable[[Snapshot], str | bytes]
    dates_preview: Make | None = None


def preview_document(document_id: str, snapshot: Snapshot, width: int = WIDTH) -> str:
    """Return what the user sees before saving: the text, or a note about it with the content as lines."""
    kind, writer = DOCUMENT_KINDS[document_id], DOCUMENT_WRITERS[document_id]
    if writer.dates_preview:
        return f"{_(kind.contents_note)}\n\n{writer.dates_preview(snapshot)}"
    if kind.contents_note:
        return f"{_(kind.contents_note)}\n\n{plan_text(snapshot, snapshot.steps, width)}"
    if kind.file.endswith(".txt"):
        return full_text(snapshot, snapshot.steps, width)
    return str(writer.render(snapshot))


def check_document(document_id: str) -> bool:
    """Return True. Raises WizardError if this document cannot be made on this computer."""
    if document_id == "pdf":
        from .render_pdf import require_pdf_package

        require_pdf_package()
    return True


def _plan_writer(format: str) -> Make:
    return lambda snapshot: FULL_FORMATS[format](snapshot, snapshot.steps)


def _calendar_writer(name: str, *, details: bool) -> Make:
    def render(snapshot: Snapshot) -> str:
        from . import calendar  # loads icalendar, which only calendars need

        return str(getattr(calendar, name)(snapshot, details=details))

    return render


DOCUMENT_WRITERS = {
    "html": DocumentWriter(_plan_writer("html")),
    "pdf": DocumentWriter(lambda snapshot: plan_as_pdf(snapshot, snapshot.steps, is_whole=True)),
    "text": DocumentWriter(_plan_writer("text")),
    "md": DocumentWriter(_plan_writer("md")),
    "json": DocumentWriter(_plan_writer("json")),
    "ics": DocumentWriter(_calendar_writer("build_calendar", details=False), _calendar_writer("calendar_preview", details=False)),
    "ics-details": DocumentWriter(
        _calendar_writer("build_calendar", details=True), _calendar_writer("calendar_preview", details=True)
    ),
}
"""The writer of each document, by the ids of DOCUMENT_KINDS."""
