"""The plan as an HTML page for browser and printer, with check boxes and QR codes."""

from collections.abc import Sequence

from wizard.core.formatting import PROTECTION_DONE, format_protection
from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot
from wizard.export.html_page import render_page
from wizard.i18n import _

from .document import PlanDocument, plan_document, short_document


def plan_html(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the whole plan with instructions, links, limits and sources, with only the given steps."""
    return _render(snapshot, plan_document(snapshot, plan_steps, with_sources=True))


def short_html(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the short form, with only the given steps."""
    return _render(snapshot, short_document(snapshot, plan_steps))


def _render(snapshot: Snapshot, document: PlanDocument) -> str:
    exposure = snapshot.exposure
    share = exposure.done_share if exposure.total else None
    return render_page("plan", document=document, share=share, texts=page_texts(format_protection(exposure)))


def page_texts(protection: str) -> dict[str, str]:
    """Return the texts of the page around the document."""
    return {
        "skip": _("Skip to the plan"),
        "share": _(PROTECTION_DONE, share=protection),
        "ticking": _("A box ticked here is not kept. To keep it, open the program and say there what you did."),
        "owner": _("Name:"),
        "contents": _("On this page"),
        "made_by": _("Made by protect-my-photos on your own computer. This page loads nothing and sends nothing."),
    }
