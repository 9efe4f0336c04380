"""The plans of several people as one document: a part for each, with their name in front of every title."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from wizard.core.blocks import Block, Kind, Paragraph, Section, Span, date_span, filled_line, paragraph, plain_line
from wizard.core.formatting import join_with_and
from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot
from wizard.export.render_markdown import render_markdown
from wizard.export.render_text import WIDTH, TextLayout, render_text
from wizard.i18n import N_, _, current_tag

from .document import PlanDocument, plan_document, short_document

SHARED_TITLE = N_("Our plans: keep our photos out of Meta's AI")
NO_PLAN = N_("There is no plan yet: the country is not known.")


class PersonPlan(NamedTuple):
    """The plan of one person: the name as it is shown, and the steps of their plan to show."""

    name: str
    snapshot: Snapshot
    plan_steps: Sequence[PlanStep]


def shared_plan(plans: Sequence[PersonPlan], output_format: str, *, is_whole: bool) -> str | bytes:
    """Return one document with the plans of several people, as text, Markdown, HTML or a PDF."""
    document = _shared_document(plans, is_whole=is_whole, with_sources=output_format not in ("text", "md"))
    if output_format == "html":
        from wizard.export.html_page import render_page

        from .html import page_texts

        return render_page("plan", document=document, share=None, texts=page_texts(""))
    if output_format == "pdf":
        from wizard.export.render_pdf import PdfDocument, render_pdf

        return render_pdf(PdfDocument(document.title, current_tag(), document.blocks))
    if output_format == "md":
        return render_markdown(document.blocks)
    return render_text(document.blocks, TextLayout(WIDTH, compact=not is_whole, flows=True))


def people_json(people: Sequence[tuple[str | None, Mapping[str, object]]]) -> str:
    """Return what is said of several people as JSON: a list under "people", each with their name, null for the first."""
    parts = [{"person": name, **{key: value for key, value in data.items() if key != "schema"}} for name, data in people]
    return json.dumps({"schema": 1, "people": parts}, ensure_ascii=False, indent=2) + "\n"


def _shared_document(plans: Sequence[PersonPlan], *, is_whole: bool, with_sources: bool) -> PlanDocument:
    parts: list[Block] = []
    for number, plan in enumerate(plans, 1):
        parts += _part(plan, f"person-{number}", is_whole=is_whole, with_sources=with_sources)
    today = plans[0].snapshot.today
    return PlanDocument(
        title=_(SHARED_TITLE),
        place=join_with_and(plan.name for plan in plans),
        made=Paragraph((filled_line(_("Made on {day}."), day=date_span(today)),)),
        remarks=(),
        parts=tuple(parts),
        closing=plan_document(plans[0].snapshot, ()).closing,
        is_whole=is_whole,
    )


def _part(plan: PersonPlan, id: str, *, is_whole: bool, with_sources: bool) -> list[Block]:
    """Return the part of one person: who and where, then the sections of their plan."""
    if plan.snapshot.place is None:
        return [Section(2, plain_line(plan.name), (paragraph(_(NO_PLAN)),), id)]
    if is_whole:
        document = plan_document(plan.snapshot, plan.plan_steps, with_sources=with_sources)
    else:
        document = short_document(plan.snapshot, plan.plan_steps)
    head = Section(2, plain_line(plan.name), (paragraph(document.place, strong=True), *document.remarks), id)
    return [head, *(_named(_prefixed(part, f"{id}-"), plan.name) for part in document.parts)]


def _named(block: Block, name: str) -> Block:
    """Return a section with the name of the person in front of its title."""
    if not isinstance(block, Section):
        return block
    first, *others = block.line
    return block._replace(line=(first._replace(text=_("{name}: {title}", name=name, title=first.text)), *others))


def _prefixed(value: Any, prefix: str) -> Any:  # noqa: ANN401 - blocks, lines and spans alike
    """Return a block with a prefix before all its ids and the links to them: several plans hold the same ids."""
    if isinstance(value, Span):
        return value._replace(value=f"{prefix}{value.value}") if value.kind == Kind.ANCHOR else value
    if not isinstance(value, tuple):
        return value
    items = [_prefixed(item, prefix) for item in value]
    if not hasattr(value, "_fields"):
        return tuple(items)
    block: Any = type(value)(*items)
    return block._replace(id=f"{prefix}{block.id}") if getattr(block, "id", "") else block
