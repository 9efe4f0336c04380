"""Build one step of a plan as blocks: in full, and in a few lines."""

from collections.abc import Collection, Iterator, Mapping

from wizard.content.markdown import section_blocks, step_text_blocks
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
    filled_line,
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
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import OPEN
from wizard.core.snapshot import Snapshot
from wizard.i18n import _, capitalized, with_colon
from wizard.views.finding_text import finding_summary

MOVED = "moved"
"""The section that says where to look if a menu has moved."""


def step_item(
    snapshot: Snapshot, plan_step: PlanStep, sources: Mapping[str, Source], shown_ids: Collection[str], number: int = 0
) -> CheckItem:
    """Return a step in full. `sources` are those of the document by id; only steps in `shown_ids` are linked to.

    `number` stands before its title, so that page 1 can refer to it; 0 for none.
    """
    step = plan_step.step
    if plan_step.status != OPEN:  # done: one line, with the day and the user's own words
        notes = tuple(map(note_paragraph, plan_step.notes))
        return CheckItem(plan_step.status, plain_line(step.title), _facts(step), (*_standing(plan_step), *notes), step.id)
    blocks: list[Block] = [*step_introduction(snapshot, plan_step, shown_ids), *step_sections(snapshot, plan_step)]
    if plan_step.links:
        blocks.append(step_links(plan_step))
    blocks += map(note_paragraph, plan_step.notes)
    if checked := tuple(_checked(plan_step, sources)):
        blocks.append(Paragraph((checked,), Role.CHECKED))
    title = f"{number}. {step.title}" if number else step.title
    return CheckItem(plan_step.status, plain_line(title), _facts(step), tuple(blocks), step.id)


def step_introduction(snapshot: Snapshot, plan_step: PlanStep, shown_ids: Collection[str]) -> Iterator[Block]:
    """Yield what has to be done first, what the export shows, and what the step is for."""
    yield from (_prerequisite(each, shown_ids) for each in _prerequisites(snapshot, plan_step))
    yield from _finding(snapshot, plan_step.step)
    yield from step_text_blocks(plan_step.step.intro)


def step_sections(snapshot: Snapshot, plan_step: PlanStep, *, with_moved: bool = False) -> Iterator[Section]:
    """Yield what is irreversible, then the instructions for the user's devices, then all other sections.

    Where a menu has moved is told for essentials, and for others only `with_moved`, to keep documents short.
    """
    for heading, section in _ordered_sections(snapshot, plan_step, with_moved=with_moved or plan_step.essential):
        role = Role.WARNING if section.id == "irreversible" else ""
        yield Section(4, plain_line(heading), section_blocks(section), role=role)


def step_links(plan_step: PlanStep) -> LinkList:
    """Return the pages that the step leads to."""
    return LinkList(tuple(LinkItem(each.label, each.url, _confidence(each.confidence)) for each in plan_step.links))


def step_overview(snapshot: Snapshot, plan_step: PlanStep, number: int = 0) -> CheckItem:
    """Return a step in a few lines: what comes first, what the export shows, and the first link.

    `number` is that of the same step in full further on in the document; 0 if it is not there.
    """
    step, blocks = plan_step.step, list[Block]()
    if plan_step.status == OPEN:
        blocks += [
            *(_prerequisite(each, ()) for each in _prerequisites(snapshot, plan_step)),
            *_finding(snapshot, step),
            *(paragraph(link.url, Role.ADDRESS) for link in plan_step.links[:1]),
        ]
        if plan_step.needs_review:
            checked = filled_line(_("Pages read {day}."), day=date_span(step.checked))
            blocks.append(Paragraph(((*checked, Span(f" {_(STALE_NOTE)}")),)))
    facts = (plain_line(format_minutes(step.minutes)), *((step_reference(step, number),) if number else ()))
    prefix = "short-" if number else ""  # tells it from the same step in full
    return CheckItem(plan_step.status, plain_line(step.title), facts, tuple(blocks), f"{prefix}{step.id}")


def step_reference(step: Step, number: int) -> Line:
    """Return where the step stands in full: its number, which is a link where links work."""
    return (Span(_("step {number}", number=number), kind=Kind.ANCHOR, value=step.id),)


def note_paragraph(event: Event) -> Paragraph:
    """Return a note of the user with its day."""
    note = Span(event.note, kind=Kind.USER)
    return Paragraph((filled_line(_("Your note of {day}: {note}"), day=date_span(event.on), note=note),), Role.NOTE)


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
    word = capitalized(STEP_STATUS_WORDS[plan_step.status])
    line = filled_line(_("{status}, {when}"), status=word, when=date_span(status.on)) if status.on else plain_line(word)
    reason = (Span(f"{with_colon('')} "), Span(status.reason, kind=Kind.USER)) if status.reason else ()
    yield Paragraph(((*line, *reason),), Role.STANDING)


def _prerequisites(snapshot: Snapshot, plan_step: PlanStep) -> tuple[PlanStep, ...]:
    return open_prerequisites(snapshot, plan_step) if plan_step.status == OPEN else ()


def _prerequisite(plan_step: PlanStep, shown_ids: Collection[str]) -> Paragraph:
    title = plan_step.step.title
    is_shown = plan_step.id in shown_ids
    step = Span(title, kind=Kind.ANCHOR, value=plan_step.id) if is_shown else Span(title)
    return Paragraph((filled_line(_("First: {step}"), step=step),), Role.FIRST)


def _finding(snapshot: Snapshot, step: Step) -> Iterator[Paragraph]:
    if finding := finding_summary(step, snapshot.findings):
        yield paragraph(finding, strong=True)


def _ordered_sections(snapshot: Snapshot, plan_step: PlanStep, *, with_moved: bool) -> Iterator[tuple[str, StepSection]]:
    """Yield heading and section in the order in which they are read."""
    irreversible = plan_step.step.passage("irreversible")
    if irreversible:
        yield irreversible.title, irreversible
    yield from ((DEVICE[instructions.id], instructions) for instructions in instructions_for_devices(snapshot, plan_step.step))
    yield from (
        (section.title, section)
        for section in plan_step.step.sections
        if section is not irreversible and section.id not in DEVICE and (with_moved or section.kind != MOVED)
    )


def _confidence(confidence: str) -> Line:
    note = confidence_note(confidence)
    return (Span(f"({note})"),) if note else ()


def _checked(plan_step: PlanStep, sources: Mapping[str, Source]) -> Iterator[Span]:
    """Yield the numbers of the sources of a step, and when it was last checked if it is doubtful or may have changed."""
    step, doubt = plan_step.step, confidence_note(plan_step.step.confidence)
    if doubt:
        yield from filled_line(_("Pages read {day}; {confidence}."), day=date_span(step.checked), confidence=doubt)
    elif plan_step.needs_review:
        yield from filled_line(_("Pages read {day}."), day=date_span(step.checked))
    if plan_step.needs_review:
        yield from (Span(" "), Span(_(STALE_NOTE), kind=Kind.ALERT))
    numbers = [number for number, id in enumerate(sources, 1) if id in step.sources]
    label = " ".join(["", _("Sources:")] if doubt or plan_step.needs_review else [_("Sources:")])
    for position, number in enumerate(numbers):
        yield Span(", " if position else f"{label} ")
        yield Span(str(number), kind=Kind.ANCHOR, value=source_anchor(number))
    if numbers:
        yield Span(".")
