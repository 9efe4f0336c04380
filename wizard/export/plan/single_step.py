"""One step as a document of its own: what to do, where, what it does not do, why it is in the plan, and its sources."""

import json
from collections.abc import Callable, Iterator

from wizard.core.blocks import (
    Block,
    Blocks,
    Heading,
    LinkItem,
    LinkList,
    Paragraph,
    Role,
    Section,
    Span,
    build_list,
    date_span,
    filled_line,
    line_text,
    paragraph,
    plain_line,
)
from wizard.core.formatting import CONFIDENCE, STALE_NOTE, STEP_STATUS_WORDS, format_minutes
from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot
from wizard.export.render_markdown import render_markdown
from wizard.export.render_text import WIDTH, TextLayout, render_text
from wizard.i18n import N_, _
from wizard.views.explanation import inclusion_reasons

from .json import step_data
from .steps import note_paragraph, step_introduction, step_links, step_sections

LINKS, NOTES, REASONS, SOURCES = N_("Links"), N_("Your notes"), N_("Why it is in your plan"), N_("Sources")
NOT_PLANNED = N_("It is not in your plan: your answers do not ask for it.")
PLAN_UNKNOWN = N_("Whether it is in your plan depends on where you live, and that is not known yet.")


def not_planned_text(snapshot: Snapshot) -> str:
    """Return why a step is not in the plan. Without a country there is no plan that it could be in."""
    return _(NOT_PLANNED if snapshot.place else PLAN_UNKNOWN)


def step_blocks(snapshot: Snapshot, plan_step: PlanStep) -> Blocks:
    """Return the step as blocks, whatever its status, and whether it is in the plan or not."""
    title = Heading(1, plain_line(plan_step.step.title))
    return (title, paragraph(_facts_line(plan_step)), *_parts(snapshot, plan_step))


def _facts_line(plan_step: PlanStep) -> str:
    """Return how long the step takes, how much it helps, and its status."""
    step = plan_step.step
    impact = _("impact {points} of 5", points=step.impact)
    return ", ".join((format_minutes(step.minutes), impact, STEP_STATUS_WORDS[plan_step.status]))


def _parts(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[Block]:
    """Yield the introduction, then each part with its title."""
    is_planned = snapshot.step(plan_step.id) is not None
    yield from [] if is_planned else [paragraph(not_planned_text(snapshot), Role.NOTICE)]
    yield from step_introduction(snapshot, plan_step, ())
    for number, section in enumerate(step_sections(snapshot, plan_step, with_moved=True), 1):
        yield section._replace(level=2, id=f"part-{number}")
    if plan_step.links:
        yield Section(2, plain_line(_(LINKS)), (step_links(plan_step),), "links")
    if plan_step.notes:
        yield Section(2, plain_line(_(NOTES)), tuple(map(note_paragraph, plan_step.notes)), "notes")
    if is_planned:
        reasons = build_list(inclusion_reasons(snapshot, plan_step.step))
        yield Section(2, plain_line(_(REASONS)), (reasons,), "reasons")
    yield Section(2, plain_line(_(SOURCES)), tuple(_sources(snapshot, plan_step)), "sources")


def _sources(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[Block]:
    """Yield the sources that can be opened, and when the step was last checked."""
    step, sources = plan_step.step, snapshot.library.sources
    pages = [sources[id] for id in step.sources if id in sources and sources[id].url]
    items = (LinkItem(each.title, each.url, (), f"{number}. ", f"source-{number}") for number, each in enumerate(pages, 1))
    if pages:
        yield LinkList(tuple(items), Role.SOURCES)
    confidence = Span(CONFIDENCE[step.confidence])
    checked = filled_line(_("Pages read {day}; {confidence}."), day=date_span(step.checked), confidence=confidence)
    yield Paragraph(((*checked, *([Span(f" {_(STALE_NOTE)}")] if plan_step.needs_review else [])),))


def step_text(snapshot: Snapshot, plan_step: PlanStep, width: int = WIDTH) -> str:
    """Return the step in lines of at most `width`."""
    return render_text(step_blocks(snapshot, plan_step), TextLayout(width, flows=True, compact=True))


def _markdown(snapshot: Snapshot, plan_step: PlanStep) -> str:
    return render_markdown(step_blocks(snapshot, plan_step))


def _html(snapshot: Snapshot, plan_step: PlanStep) -> str:
    from wizard.export.html_page import render_page  # loads the template engine

    return render_page("step", blocks=step_blocks(snapshot, plan_step), title=plan_step.step.title)


def _json(snapshot: Snapshot, plan_step: PlanStep) -> str:
    """Return the step as in the JSON of the plan, with its text."""
    data = {
        "schema": 1,
        "step": {
            **step_data(snapshot, plan_step),
            "planned": snapshot.step(plan_step.id) is not None,
            "intro": plan_step.step.intro,
            "sections": [
                {"title": line_text(section.line), "text": render_text(section.blocks, TextLayout(0)).strip()}
                for section in step_sections(snapshot, plan_step, with_moved=True)
            ],
            "notes": [{"on": note.on.isoformat(), "text": note.note} for note in plan_step.notes],
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


STEP_FORMATS: dict[str, Callable[[Snapshot, PlanStep], str]] = {
    "text": step_text,
    "md": _markdown,
    "html": _html,
    "json": _json,
}
"""The formats of a step: each function takes the snapshot and the step."""
