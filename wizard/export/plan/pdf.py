"""The plan and a step as a PDF, made of the same blocks as their other formats."""

from collections.abc import Sequence

from wizard.core.blocks import CheckItem, Section
from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot
from wizard.export.render_pdf import PdfDocument, paper_size, render_pdf
from wizard.i18n import current_tag

from .document import PlanDocument, plan_document, short_document
from .single_step import step_blocks

FIRST_PAGE_ENDS_WITH = "dates"
"""The last part of the page to hang up."""


def plan_pdf(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> bytes:
    """Return the whole plan; page 1 says on which page each step stands."""
    document = plan_document(snapshot, plan_steps, with_sources=True)
    ids = [part.id for part in document.parts if isinstance(part, Section)]
    following = ids[ids.index(FIRST_PAGE_ENDS_WITH) + 1 :]
    return _render(snapshot, document, following[0] if following else "")


def short_pdf(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> bytes:
    """Return the short form."""
    return _render(snapshot, short_document(snapshot, plan_steps), "")


def step_pdf(snapshot: Snapshot, plan_step: PlanStep) -> bytes:
    """Return one step."""
    paper = paper_size(_country(snapshot))
    return render_pdf(PdfDocument(plan_step.step.title, current_tag(), step_blocks(snapshot, plan_step), paper))


def _render(snapshot: Snapshot, document: PlanDocument, new_page_id: str) -> bytes:
    in_full = (
        block.id for part in document.parts if isinstance(part, Section) for block in part.blocks if isinstance(block, CheckItem)
    )
    paged_ids = frozenset(in_full) if document.is_whole else frozenset()
    return render_pdf(
        PdfDocument(
            document.title,
            current_tag(),
            document.blocks,
            paper_size(_country(snapshot)),
            paged_ids=paged_ids,
            new_page_id=new_page_id,
        )
    )


def _country(snapshot: Snapshot) -> str:
    return snapshot.place.country.alpha2 if snapshot.place else ""
