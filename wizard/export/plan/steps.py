"""Build one step of a plan as blocks: in full, and in a few lines."""

from collections.abc import Collection, Iterator, Mapping

from wizard.content.markdown import parse_markdown, section_blocks
from wizard.core.blocks import (
    Block,
    CheckItem,
    Kind,
    Line,
    LinkItem,
    LinkList,
    Paragraph,
    Role,
    Section,
    Span,
    date_span,
    paragraph,
    plain_line,
)
from wizard.core.content_models import Source, Step, StepSection
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.event import Event
from wizard.core.formatting import (
    DEVICE,
    STALE_NOTE,
    STEP_STATUS_WORDS,
    confidence_note,
    format_minutes,
    open_prerequisites,
)
from wizard.core.progress import OPEN
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.views.finding_text import finding_summary

MOVED = "moved"
"""The section that says where to look if a menu has moved."""


def step_item(snapshot: Snapshot, plan_step: PlanStep, sources: Mapping[str, Source], shown_ids: Collection[str]) -> CheckItem:
    """Return a step in full. `sources` are those of the document by id; only steps in `shown_ids` are linked to."""
    step = plan_step.step
    if plan_step.status != OPEN:  # done: one line, with the day and the user's own words
        notes = tuple(map(note_paragraph, plan_step.notes))
        return CheckItem(plan_step.status, plain_line(step.title), _facts(step), (*_standing(plan_step), *notes), step.id)
    blocks: list[Block] = [
        *(_prerequisite(each, shown_ids) for each in _prerequisites(snapshot, plan_step)),
        *_finding(snapshot, step),
        *parse_markdown(step.intro),
    ]
    for heading, section in _ordered_sections(snapshot, plan_step):
        role = Role.WARNING if section.id == "irreversible" else ""
        blocks.append(Section(4, plain_line(heading), section_blocks(section), role=role))
    if plan_step.links:
        blocks.append(LinkList(tuple(LinkItem(each.label, each.url, _confidence(each.confidence)) for each in plan_step.links)))
    blocks += map(note_paragraph, plan_step.notes)
    if checked := tuple(_checked(plan_step, sources)):
        blocks.append(Paragraph((checked,), Role.CHECKED))
    return CheckItem(plan_step.status, plain_line(step.title), _facts(step), tuple(blocks), step.id)


def step_overview(snapshot: Snapshot, plan_step: PlanStep, prefix: str = "") -> CheckItem:
    """Return a step in a few lines: what comes first, what the export shows, and the first link.

    `prefix` tells its id from that of the same step in full, in one document.
    """
    step, blocks = plan_step.step, list[Block]()
    if plan_step.status == OPEN:
        blocks += [
            *(_prerequisite(each, ()) for each in _prerequisites(snapshot, plan_step)),
            *_finding(snapshot, step),
            *(paragraph(link.url, Role.ADDRESS) for link in plan_step.links[:1]),
        ]
        if plan_step.needs_review:
            blocks.append(Paragraph(((Span("Pages last read "), date_span(step.checked), Span(f". {STALE_NOTE}")),)))
    return CheckItem(
        plan_step.status, plain_line(step.title), (plain_line(format_minutes(step.minutes)),), tuple(blocks), f"{prefix}{step.id}"
    )


def note_paragraph(event: Event) -> Paragraph:
    """Return a note of the user with its day."""
    return Paragraph(((Span("Your note of "), date_span(event.on), Span(": "), Span(event.note, kind=Kind.USER)),), Role.NOTE)


def source_anchor(number: int) -> str:
    """Return the id of a source in the list of sources."""
    return f"source-{number}"


def _facts(step: Step) -> tuple[Line, ...]:
    return plain_line(format_minutes(step.minutes)), (Span(step.id, kind=Kind.CODE),)


def _standing(plan_step: PlanStep) -> Iterator[Paragraph]:
    """Yield the status of a step that is not open, with its day and the user's reason."""
    status = plan_step.step_status
    if plan_step.status == OPEN:
        return
    line = [Span(STEP_STATUS_WORDS[plan_step.status].capitalize())]
    line += [Span(", "), date_span(status.on)] if status.on else []
    line += [Span(": "), Span(status.reason, kind=Kind.USER)] if status.reason else []
    yield Paragraph((tuple(line),), Role.STANDING)


def _prerequisites(snapshot: Snapshot, plan_step: PlanStep) -> tuple[PlanStep, ...]:
    return open_prerequisites(snapshot, plan_step) if plan_step.status == OPEN else ()


def _prerequisite(plan_step: PlanStep, shown_ids: Collection[str]) -> Paragraph:
    title = plan_step.step.title
    is_shown = plan_step.id in shown_ids
    return Paragraph(
        ((Span("First: "), Span(title, kind=Kind.ANCHOR, value=plan_step.id) if is_shown else Span(title)),), Role.FIRST
    )


def _finding(snapshot: Snapshot, step: Step) -> Iterator[Paragraph]:
    if finding := finding_summary(step, snapshot.findings):
        yield paragraph(finding, strong=True)


def _ordered_sections(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[tuple[str, StepSection]]:
    """Yield heading and section: what is irreversible, then the user's devices, then all other sections.

    Where a menu has moved is printed for essentials only, to keep the document short.
    """
    irreversible = plan_step.step.passage("irreversible")
    if irreversible:
        yield irreversible.title, irreversible
    yield from ((DEVICE[instructions.id], instructions) for instructions in instructions_for_devices(snapshot, plan_step.step))
    yield from (
        (section.title, section)
        for section in plan_step.step.sections
        if section is not irreversible and section.id not in DEVICE and (plan_step.essential or section.kind != MOVED)
    )


def _confidence(confidence: str) -> Line:
    note = confidence_note(confidence)
    return (Span(f"({note})"),) if note else ()


def _checked(plan_step: PlanStep, sources: Mapping[str, Source]) -> Iterator[Span]:
    """Yield the numbers of the sources of a step, and when it was last checked if it is doubtful or may have changed."""
    step, doubt = plan_step.step, confidence_note(plan_step.step.confidence)
    if doubt or plan_step.needs_review:
        yield from (Span("Pages last read "), date_span(step.checked), Span(f"{', ' if doubt else ''}{doubt}."))
    if plan_step.needs_review:
        yield from (Span(" "), Span(STALE_NOTE, kind=Kind.ALERT))
    numbers = [number for number, id in enumerate(sources, 1) if id in step.sources]
    for position, number in enumerate(numbers):
        yield Span(", " if position else "Sources: " if not (doubt or plan_step.needs_review) else " Sources: ")
        yield Span(str(number), kind=Kind.ANCHOR, value=source_anchor(number))
    if numbers:
        yield Span(".")
