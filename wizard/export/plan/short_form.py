"""The short form of the plan, and page 1 of the whole: what to do now, the open essentials with a box each, dates."""

from collections.abc import Iterator, Mapping, Sequence

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
    filled_line,
    paragraph,
    plain_line,
)
from wizard.core.event import NOTE, Event
from wizard.core.formatting import (
    REQUEST_STATUS_WORDS,
    essentials_summary,
    format_minutes,
    format_weekday,
    relative_days,
)
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import OPEN
from wizard.core.request import Request
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import Deadline, Snapshot
from wizard.i18n import N_, _, ngettext, with_colon

from .status import next_letter_title
from .steps import note_paragraph, step_overview
from .summary import dated_deadline_line, next_four_steps

LOOK_AT_SETTINGS = N_("Look at your settings again on {day}, {distance}: Meta moves and changes them.")
LOOK_FOR_PHOTOS = N_("Look for public photos of you again on {day}, {distance}: others go on posting.")
ESSENTIALS, FURTHER, SELECTED = N_("Essentials"), N_("Go further"), N_("In this time")


def short_parts(snapshot: Snapshot, plan_steps: Sequence[PlanStep], numbers: Mapping[str, int] | None = None) -> Iterator[Block]:
    """Yield the parts of the short form. `numbers` are those of the steps that follow in full, None if none do."""
    yield from safety_note(snapshot)
    yield from now_section(snapshot, plan_steps, numbers or {})
    yield from _boxes(snapshot, plan_steps, numbers or {})
    yield Section(2, plain_line(_("Dates")), tuple(dates_blocks(snapshot)), "dates")
    if numbers is None:
        yield from _further(snapshot, plan_steps)


def _boxes(snapshot: Snapshot, plan_steps: Sequence[PlanStep], numbers: Mapping[str, int]) -> Iterator[Section]:
    """Yield the open essentials with a box each; all steps of a selection."""
    if len(plan_steps) < len(snapshot.steps):
        selected = tuple(step_overview(snapshot, each, numbers.get(each.id, 0)) for each in plan_steps)
        yield from [Section(2, plain_line(_(SELECTED)), selected, "selected")] if selected else []
        return
    essentials = (each for each in plan_steps if each.essential and each.status == OPEN)
    boxes: list[Block] = [step_overview(snapshot, each, numbers.get(each.id, 0)) for each in essentials]
    if snapshot.essential_steps:
        content = boxes or [paragraph(essentials_summary(snapshot))]
        yield Section(2, plain_line(_(ESSENTIALS)), tuple(content), "essentials")


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
        text = _("{action}: {size}", action=plan_action.action.title, size=size)
        items += [ListItem(plain_line(text))] if steps else []
    if items and len(plan_steps) == len(snapshot.steps):
        note = paragraph(_("These steps are in the whole plan, with all taps and links."))
        yield Section(2, plain_line(_(FURTHER)), (ListBlock(tuple(items)), note), "further")


def safety_note(snapshot: Snapshot) -> Iterator[Block]:
    """Yield the warning about a country where writing to authorities can be dangerous."""
    if snapshot.place and snapshot.place.country.safety:
        yield Paragraph(((Span(_("First, your safety:"), strong=True), Span(f" {snapshot.place.country.safety}")),), Role.WARNING)


def now_section(snapshot: Snapshot, plan_steps: Sequence[PlanStep], numbers: Mapping[str, int]) -> Iterator[Block]:
    """Yield what is overdue and the first open step; the next three as well where no box below shows them.

    A selection of steps names nothing that is overdue: it says what fits into the time.
    """
    overdue = list(_overdue_leads(snapshot)) if len(plan_steps) == len(snapshot.steps) else []
    open_steps = next_four_steps(plan_steps)
    if not (overdue or open_steps):
        return
    blocks: list[Block] = [*overdue]
    if open_steps:
        first, *following = open_steps
        line = _step_link(first, numbers)
        blocks.append(Paragraph((tuple(span._replace(strong=span.kind != Kind.ASIDE) for span in line),), Role.LEAD))
        if following and not first.essential:
            then = ListBlock(tuple(ListItem(_step_link(each, numbers)) for each in following), Role.PLAIN)
            blocks.append(Section(3, plain_line(_("Then")), (then,)))
    yield Section(2, plain_line(_("Now")), tuple(blocks), "now")


def _overdue_leads(snapshot: Snapshot) -> Iterator[Paragraph]:
    """Yield each answer that is overdue, with the letter to write, or else with what to do."""
    for request in snapshot.requests:
        deadline = next((each for each in snapshot.deadlines if each.id == request.target), None)
        if deadline and deadline.due < snapshot.today and request.needs_action:
            letter = next_letter_title(snapshot, request)
            what = _("Write the letter “{letter}”.", letter=letter) if letter else request.recommendation
            lead = (*_deadline_line(snapshot, deadline), Span(" "), Span(what, strong=True))
            yield Paragraph((lead,), Role.LEAD)


def _step_link(plan_step: PlanStep, numbers: Mapping[str, int]) -> Line:
    facts = [format_minutes(plan_step.step.minutes)]
    if plan_step.id in numbers:
        facts.append(_("step {number}", number=numbers[plan_step.id]))
    return (
        Span(plan_step.step.title, kind=Kind.ANCHOR, value=plan_step.id),
        Span(", ".join(facts), kind=Kind.ASIDE),
    )


def dates_blocks(snapshot: Snapshot) -> Iterator[Block]:
    """Yield the deadlines, the day of the next review and the requests."""
    day = next_review_date(snapshot)
    review = filled_line(
        _(LOOK_FOR_PHOTOS if snapshot.interview.is_without_account else LOOK_AT_SETTINGS),
        day=date_span(day, format_weekday(day), strong=True),
        distance=relative_days(day, snapshot.today),
    )
    deadlines = _deadlines(snapshot)
    yield deadlines._replace(items=(*deadlines.items, ListItem(review)))
    yield from request_section(snapshot)


def request_section(snapshot: Snapshot) -> Iterator[Section]:
    """Yield the requests that were begun; for others the step says what to do."""
    begun = [each for each in snapshot.requests if each.events or snapshot.progress.notes.get(each.target)]
    if begun:
        items = tuple(_request_item(snapshot, each) for each in begun)
        yield Section(3, plain_line(_("Your requests")), (ListBlock(items, Role.PLAIN),))


def _deadlines(snapshot: Snapshot) -> ListBlock:
    items = (
        ListItem(_deadline_line(snapshot, each), role=Role.OVERDUE if each.due < snapshot.today else "")
        for each in snapshot.deadlines
    )
    return ListBlock(tuple(items), Role.DATES)


def _deadline_line(snapshot: Snapshot, deadline: Deadline) -> Line:
    label = (Span(_("Overdue:"), kind=Kind.ALERT), Span(" ")) if deadline.due < snapshot.today else ()
    return (*label, *dated_deadline_line(snapshot, deadline))


def _request_item(snapshot: Snapshot, request: Request) -> ListItem:
    """Return status, advice and notes of a request, in order of days; on one day, plain notes come first."""
    parts = (
        f"{REQUEST_STATUS_WORDS[request.status]}.",
        f"{request.sent_from}." if request.sent_from else "",
        request.recommendation,
        request.interim_advice,
    )
    line = (Span(with_colon(request.name), strong=True), Span(f" {' '.join(filter(None, parts))}"))
    events = [*request.events, *snapshot.progress.notes.get(request.target, ())]
    noted = sorted((event for event in events if event.note and event.kind), key=_note_order)
    return ListItem(line, notes=tuple(map(note_paragraph, noted)))


def _note_order(event: Event) -> tuple[object, bool]:
    return event.on, event.kind != NOTE
