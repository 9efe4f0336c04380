"""The short form of the plan, and page 1 of the whole: what to do now, the open essentials with a box each, dates."""

from collections.abc import Iterator, Sequence

from wizard.core.blocks import (
    Block,
    Kind,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Section,
    Span,
    date_span,
    paragraph,
    plain_line,
)
from wizard.core.event import NOTE, Event
from wizard.core.formatting import (
    OBJECTION_STATUS_WORDS,
    essentials_summary,
    format_minutes,
    format_weekday,
    relative_days,
)
from wizard.core.objection import Objection
from wizard.core.progress import OPEN
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.i18n import ngettext

from .steps import note_paragraph, step_overview
from .summary import deadline_sentence, next_four_steps

ESSENTIALS, FURTHER, SELECTED = "Essentials", "Go further", "In this time"


def short_parts(snapshot: Snapshot, plan_steps: Sequence[PlanStep], *, folds_rest: bool = True) -> Iterator[Block]:
    """Yield the parts of the short form. `folds_rest` is False where the other steps follow in full."""
    yield from safety_note(snapshot)
    yield from now_section(plan_steps)
    yield from _boxes(snapshot, plan_steps, "" if folds_rest else "short-")
    yield Section(2, plain_line("Dates"), tuple(dates_blocks(snapshot)), "dates")
    if folds_rest:
        yield from _further(snapshot, plan_steps)


def _boxes(snapshot: Snapshot, plan_steps: Sequence[PlanStep], prefix: str) -> Iterator[Section]:
    """Yield the open essentials with a box each; all steps of a selection."""
    if len(plan_steps) < len(snapshot.steps):
        yield Section(2, plain_line(SELECTED), tuple(step_overview(snapshot, each, prefix) for each in plan_steps), "selected")
        return
    boxes: list[Block] = [step_overview(snapshot, each, prefix) for each in plan_steps if each.essential and each.status == OPEN]
    if snapshot.essential_steps:
        content = boxes or [paragraph(essentials_summary(snapshot))]
        yield Section(2, plain_line(ESSENTIALS), tuple(content), "essentials")


def _further(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> Iterator[Section]:
    """Yield how many steps each action has beyond the essentials, and how long they take."""
    ids = {each.id for each in plan_steps if each.status == OPEN and not each.essential}
    items = []
    for plan_action in snapshot.actions:
        steps = [each for each in plan_action.entries if each.id in ids]
        size = ngettext(
            "{count} step, {time}",
            "{count} steps, {time}",
            len(steps),
            time=format_minutes(sum(each.step.minutes for each in steps)),
        )
        items += [ListItem(plain_line(f"{plan_action.action.title}: {size}"))] if steps else []
    if items and len(plan_steps) == len(snapshot.steps):
        note = paragraph("These steps are in the whole plan, with all taps and links.")
        yield Section(2, plain_line(FURTHER), (ListBlock(tuple(items)), note), "further")


def safety_note(snapshot: Snapshot) -> Iterator[Block]:
    """Yield the warning about a country where writing to authorities can be dangerous."""
    if snapshot.place and snapshot.place.country.safety:
        yield Paragraph(((Span("First, your safety:", strong=True), Span(f" {snapshot.place.country.safety}")),), Role.WARNING)


def now_section(plan_steps: Sequence[PlanStep]) -> Iterator[Block]:
    """Yield the first open step, and within its section the next three where no box below shows them."""
    if not (open_steps := next_four_steps(plan_steps)):
        return
    first, *following = open_steps
    following = [] if first.essential else following
    then = ListBlock(tuple(ListItem(_step_link(each)) for each in following), Role.PLAIN)
    yield Section(
        2,
        plain_line("Now"),
        (
            Paragraph((tuple(span._replace(strong=True) for span in _step_link(first)),), Role.LEAD),
            *([Section(3, plain_line("Then"), (then,))] if following else []),
        ),
        "now",
    )


def _step_link(plan_step: PlanStep) -> Line:
    return (
        Span(plan_step.step.title, kind=Kind.ANCHOR, value=plan_step.id),
        Span(format_minutes(plan_step.step.minutes), kind=Kind.ASIDE),
    )


def dates_blocks(snapshot: Snapshot) -> Iterator[Block]:
    """Yield the deadlines, the day of the next review and the objections."""
    day, when = next_review_date(snapshot), relative_days(next_review_date(snapshot), snapshot.today)
    is_account_holder = not snapshot.interview.is_without_account
    review = (
        Span("Look at your settings again on " if is_account_holder else "Look for public photos of you again on "),
        date_span(day, format_weekday(day), strong=True),
        Span(f", {when}: Meta moves and changes them." if is_account_holder else f", {when}: others go on posting."),
    )
    deadlines = _deadlines(snapshot)
    yield deadlines._replace(items=(*deadlines.items, ListItem(review)))
    yield from objection_section(snapshot)


def objection_section(snapshot: Snapshot) -> Iterator[Section]:
    """Yield the objections that were begun; for others the step says what to do."""
    begun = [each for each in snapshot.objections if each.events or snapshot.progress.notes.get(each.target)]
    if begun:
        items = tuple(_objection_item(snapshot, each) for each in begun)
        yield Section(3, plain_line("Objections"), (ListBlock(items, Role.PLAIN),))


def _deadlines(snapshot: Snapshot) -> ListBlock:
    items = []
    for deadline in snapshot.deadlines:
        sentence, is_overdue = deadline_sentence(snapshot, deadline), deadline.due < snapshot.today
        line = (
            *((Span("Overdue:", kind=Kind.ALERT), Span(" ")) if is_overdue else ()),
            Span(sentence.before),
            date_span(deadline.due, format_weekday(deadline.due), strong=True),
            Span(sentence.after),
        )
        items.append(ListItem(line, role=Role.OVERDUE if is_overdue else ""))
    return ListBlock(tuple(items), Role.DATES)


def _objection_item(snapshot: Snapshot, objection: Objection) -> ListItem:
    """Return status, advice and notes of an objection, in order of days; on one day, plain notes come first."""
    parts = (
        f"{OBJECTION_STATUS_WORDS[objection.status]}.",
        f"{objection.sent_from}." if objection.sent_from else "",
        objection.recommendation,
        objection.interim_advice,
    )
    line = (Span(f"{objection.title}:", strong=True), Span(f" {' '.join(filter(None, parts))}"))
    events = [*objection.events, *snapshot.progress.notes.get(objection.target, ())]
    noted = sorted((event for event in events if event.note and event.kind), key=_note_order)
    return ListItem(line, notes=tuple(map(note_paragraph, noted)))


def _note_order(event: Event) -> tuple[object, bool]:
    return event.on, event.kind != NOTE
