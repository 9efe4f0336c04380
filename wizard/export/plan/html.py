"""The plan as an HTML page for browser and printer, with check boxes and QR codes."""

from collections.abc import Sequence

from wizard.core.formatting import format_protection
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.export.html_page import render_page

from .document import PlanDocument, plan_document, short_document


def plan_html(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the whole plan with instructions, links, limits and sources, with only the given steps."""
    return _render(snapshot, plan_document(snapshot, plan_steps, with_sources=True))


def short_html(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the short form, with only the given steps."""
    return _render(snapshot, short_document(snapshot, plan_steps))


def _render(snapshot: Snapshot, document: PlanDocument) -> str:
    exposure = snapshot.exposure
    done = format_protection(exposure) if exposure.total else ""
    return render_page("plan", document=document, protection=done, share=exposure.done_share)
