"""The plan as plain text and as Markdown: everything that the user needs away from the terminal."""

from collections.abc import Sequence

from wizard.core.blocks import paragraph
from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot
from wizard.export.render_markdown import render_markdown
from wizard.export.render_text import WIDTH, TextLayout, render_text
from wizard.i18n import N_, _

from .document import plan_document, plan_overview, short_document

LEGEND = N_("[x] done   [ ] open   [-] not for you")


def plan_text(snapshot: Snapshot, plan_steps: Sequence[PlanStep], width: int = WIDTH) -> str:
    """Return the short form in lines of at most `width`, with only the given steps."""
    return render_text((*plan_overview(snapshot, plan_steps), paragraph(_(LEGEND))), TextLayout(width, compact=True, flows=True))


def full_text(snapshot: Snapshot, plan_steps: Sequence[PlanStep], width: int = WIDTH) -> str:
    """Return the plan in lines of at most `width`, with only the given steps; addresses are never wrapped."""
    blocks = plan_document(snapshot, plan_steps).blocks
    return render_text((*blocks, paragraph(_(LEGEND))), TextLayout(width, flows=True))


def plan_markdown(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the whole plan with instructions, links and limits, with only the given steps."""
    return render_markdown(plan_document(snapshot, plan_steps).blocks)


def short_markdown(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the short form, with only the given steps."""
    return render_markdown(short_document(snapshot, plan_steps).blocks)
