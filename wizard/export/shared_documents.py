"""Write the documents that cover all people at this computer, and preview them."""

from collections.abc import Callable, Sequence

from wizard.core.snapshot import PersonSnapshot, Snapshot
from wizard.i18n import _
from wizard.views.documents import DOCUMENT_KINDS, SHARED_KINDS
from wizard.views.people import FIRST_PERSON

from .documents import DOCUMENT_WRITERS, preview_document
from .render_text import WIDTH

Everybody = Callable[[], Sequence[PersonSnapshot]]
"""Reads the snapshots of all people at this computer, once they are needed."""


def render_document(document_id: str, snapshot: Snapshot, everybody: Everybody) -> str | bytes:
    """Return a document of the user, or one that covers everyone. Raises WizardError if it cannot be made here."""
    if document_id in DOCUMENT_KINDS:
        return DOCUMENT_WRITERS[document_id].render(snapshot)
    people = everybody()
    return _shared_calendar(people) if document_id.startswith("ics") else _shared_plan(people, document_id.partition("-")[0])


def document_preview(document_id: str, snapshot: Snapshot, everybody: Everybody, width: int = WIDTH) -> str:
    """Return what the user sees before saving a document of their own, or one that covers everyone."""
    if document_id in DOCUMENT_KINDS:
        return preview_document(document_id, snapshot, width)
    people, kind = everybody(), SHARED_KINDS[document_id]
    text = _shared_dates(people) if document_id.startswith("ics") else _shared_plan(people, "text")
    return f"{_(kind.contents_note)}\n\n{text}" if kind.contents_note else text


def _name(person: PersonSnapshot) -> str:
    return person.name or _(FIRST_PERSON)


def _shared_plan(people: Sequence[PersonSnapshot], output_format: str) -> str:
    from .plan.everyone import PersonPlan, shared_plan

    plans = [PersonPlan(_name(each), each.snapshot, each.snapshot.steps) for each in people]
    return str(shared_plan(plans, output_format, is_whole=output_format == "html"))


def _shared_calendar(people: Sequence[PersonSnapshot]) -> str:
    from .calendar import CalendarOwner, build_shared_calendar

    known = [each for each in people if each.snapshot.place is not None]
    return build_shared_calendar([CalendarOwner(each.snapshot, each.key, _name(each)) for each in known], details=True)


def _shared_dates(people: Sequence[PersonSnapshot]) -> str:
    from .calendar import calendar_preview

    known = [each for each in people if each.snapshot.place is not None]
    return "\n\n".join(f"{_name(each)}\n{calendar_preview(each.snapshot, details=True)}" for each in known)
