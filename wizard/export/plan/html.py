"""The plan as an HTML page for browser and printer, with check boxes and QR codes."""

from collections.abc import Sequence

from wizard.core.formatting import format_exposure
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.export.html_page import render_page

from .document import plan_document


def plan_html(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the plan with instructions, links, limits and sources, with only the given steps."""
    exposure = snapshot.exposure
    return render_page(
        "plan",
        document=plan_document(snapshot, plan_steps),
        exposure=format_exposure(exposure) if exposure.total else "",
        share=exposure.share,
    )
