"""Build the plan as blocks: in full for files, and as an overview for the terminal and for speech."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wizard.core.blocks import (
    Block,
    Blocks,
    Heading,
    Kind,
    Line,
    LinkItem,
    LinkList,
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
from wizard.core.content_models import Source
from wizard.core.event import NOTE, Event
from wizard.core.formatting import (
    CONFIDENCE,
    DISCLAIMER,
    OBJECTION_STATUS_WORDS,
    action_progress,
    exposure_summary,
    format_minutes,
    format_weekday,
    place_heading,
    progress_summary,
    relative_days,
)
from wizard.core.jurisdiction import Authority
from wizard.core.objection import Objection
from wizard.core.place import applicable_statements
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import PlanAction, PlanStep, Snapshot
from wizard.i18n import ngettext
from wizard.views.place import place_source_ids

from .steps import note_paragraph, source_anchor, step_item, step_overview
from .summary import deadline_sentence, menu_language_note, next_four_steps

TITLE = "My plan: keep my photos out of Meta's AI"
STATEMENT_HEADINGS = {"can": "You can", "cannot": "You cannot", "notes": "Good to know"}
"""The heading of each list of statements of a regime."""
COMPLAINT_FORM, WEBSITE = "Form for complaints", "Website"


class PlanDocument(NamedTuple):
    """The plan in full: where and when it was made, remarks on it, its parts, and how old its facts are."""

    title: str
    place: str
    made: Paragraph
    remarks: Blocks
    parts: Blocks
    closing: Paragraph

    @property
    def blocks(self) -> Blocks:
        """Return the whole document."""
        head = (Heading(1, plain_line(self.title)), paragraph(self.place, strong=True), self.made)
        return (*head, *self.remarks, *self.parts, self.closing)


def plan_document(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> PlanDocument:
    """Return the plan with instructions, links, limits and sources, with only the given steps."""
    sources = _cited_sources(snapshot, plan_steps)
    made = (Span("Made on "), date_span(snapshot.today), Span(f". {progress_summary(snapshot)}"))
    return PlanDocument(
        title=TITLE,
        place=place_heading(snapshot),
        made=Paragraph((made,)),
        remarks=tuple(_remarks(snapshot, plan_steps)),
        parts=(
            *_safety(snapshot),
            *_next_steps(plan_steps),
            Section(2, plain_line("Dates"), tuple(_dates(snapshot)), "dates"),
            *_place(snapshot),
            *(_action(snapshot, each, plan_steps, sources) for each in snapshot.actions if _shown(each, plan_steps)),
            *_sources(sources),
        ),
        closing=content_date(snapshot),
    )


def plan_overview(snapshot: Snapshot, plan_steps: Sequence[PlanStep], *, with_objections: bool = False) -> Iterator[Block]:
    """Yield the plan in short: what is next, when, and a few lines on each of the given steps."""
    yield from (paragraph(place_heading(snapshot)), paragraph(exposure_summary(snapshot)), paragraph(progress_summary(snapshot)))
    yield from (each for each in _remarks(snapshot, plan_steps)[1:])
    yield from _safety(snapshot)
    yield from _next_steps(plan_steps)
    if snapshot.deadlines:
        yield Section(2, plain_line("Dates"), (_deadlines(snapshot),))
    if with_objections:
        yield from _objections(snapshot)
    for plan_action in snapshot.actions:
        if shown := _shown(plan_action, plan_steps):
            yield Section(2, _action_title(plan_action), tuple(step_overview(snapshot, each) for each in shown))
    yield content_date(snapshot)


def content_date(snapshot: Snapshot) -> Paragraph:
    """Return how old the facts are, and that they are no legal advice."""
    return Paragraph(((Span("Facts as of "), date_span(snapshot.library.as_of), Span(f". {DISCLAIMER}")),), Role.NOTICE)


def _remarks(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> list[Block]:
    """Return the exposure, the language of menu words, and that the steps are a selection."""
    remarks: list[Block] = [paragraph(exposure_summary(snapshot), Role.QUIET)]
    if note := menu_language_note(snapshot):
        remarks.append(paragraph(note, Role.QUIET))
    if len(plan_steps) < len(snapshot.steps):
        time = format_minutes(sum(plan_step.step.minutes for plan_step in plan_steps))
        text = ngettext(
            "{count} step for {time}, chosen to help most in this time.",
            "{count} steps for {time}, chosen to help most in this time.",
            len(plan_steps),
            time=time,
        )
        remarks.append(paragraph(text, Role.NOTICE))
    return remarks


def _safety(snapshot: Snapshot) -> Iterator[Block]:
    if snapshot.place and snapshot.place.country.safety:
        yield Paragraph(((Span("First, your safety:", strong=True), Span(f" {snapshot.place.country.safety}")),), Role.WARNING)


def _next_steps(plan_steps: Sequence[PlanStep]) -> Iterator[Block]:
    """Yield the first open step, and within its section the next three."""
    if not (open_steps := next_four_steps(plan_steps)):
        return
    first, *following = open_steps
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


def _dates(snapshot: Snapshot) -> Iterator[Block]:
    """Yield the deadlines, the day of the next review and the objections."""
    day = next_review_date(snapshot)
    review = (
        Span("Look at your settings again on "),
        date_span(day, format_weekday(day), strong=True),
        Span(f", {relative_days(day, snapshot.today)}: they wander, and Meta changes them."),
    )
    deadlines = _deadlines(snapshot)
    yield deadlines._replace(items=(*deadlines.items, ListItem(review)))
    yield from _objections(snapshot)


def _objections(snapshot: Snapshot) -> Iterator[Section]:
    if snapshot.objections:
        items = tuple(_objection_item(snapshot, each) for each in snapshot.objections)
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


def place_headline(snapshot: Snapshot) -> str:
    """Return the path as a sentence, else the name of the place; "" if the place is not known."""
    place = snapshot.place
    return (place.regime.headlines.get(place.path, "") or place.name) if place else ""


def _place(snapshot: Snapshot) -> Iterator[Section]:
    """Yield the section on what the user can and cannot do there, and on the authority."""
    place = snapshot.place
    if place is None:
        return
    blocks: list[Block] = []
    for name, heading in STATEMENT_HEADINGS.items():
        statements = applicable_statements(getattr(place.regime, name), snapshot.interview.facts, snapshot.today)
        items = tuple(
            ListItem((Span(f"{each.text} "), Span(f"({CONFIDENCE[each.confidence]})", kind=Kind.QUIET))) for each in statements
        )
        blocks += [Section(3, plain_line(heading), (ListBlock(items),))] if items else []
    if place.authority:
        blocks += [paragraph(f"Your authority: {place.authority.name}"), *_authority_links(place.authority)]
    yield Section(2, plain_line(place_headline(snapshot)), tuple(blocks), "place")


def _authority_links(authority: Authority) -> Iterator[LinkList]:
    """Yield the links of an authority, the complaint form first, each address once."""
    links = [LinkItem(COMPLAINT_FORM, authority.form)] if authority.form else []
    links += [LinkItem(WEBSITE, authority.url)] if authority.url and authority.url != authority.form else []
    if links:
        yield LinkList(tuple(links), Role.AUTHORITY)


def _shown(plan_action: PlanAction, plan_steps: Sequence[PlanStep]) -> list[PlanStep]:
    """Return the steps of an action that are among the given ones."""
    ids = {plan_step.id for plan_step in plan_steps}
    return [plan_step for plan_step in plan_action.entries if plan_step.id in ids]


def _action_title(plan_action: PlanAction) -> Line:
    progress = action_progress(plan_action)
    return (Span(plan_action.action.title), Span(progress, kind=Kind.ASIDE, value=f"{progress} steps done"))


def _action(
    snapshot: Snapshot, plan_action: PlanAction, plan_steps: Sequence[PlanStep], sources: Mapping[str, Source]
) -> Section:
    shown_ids = {plan_step.id for plan_step in plan_steps}
    items = (step_item(snapshot, each, sources, shown_ids) for each in _shown(plan_action, plan_steps))
    return Section(2, _action_title(plan_action), (paragraph(plan_action.action.summary), *items), plan_action.action.id)


def _cited_sources(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> dict[str, Source]:
    """Return the sources of these steps by first use, then those of the statements about the place, by id."""
    ids = dict.fromkeys((*(id for plan_step in plan_steps for id in plan_step.step.sources), *place_source_ids(snapshot)))
    return {id: snapshot.library.sources[id] for id in ids if id in snapshot.library.sources}


def _sources(sources: Mapping[str, Source]) -> Iterator[Section]:
    if sources:
        items = tuple(
            LinkItem(each.title, each.url, (Span("looked at "), date_span(each.checked)), f"{number}. ", source_anchor(number))
            for number, each in enumerate(sources.values(), 1)
        )
        title = (Span("Sources"), Span(ngettext("{count} page", "{count} pages", len(sources)), kind=Kind.ASIDE))
        yield Section(2, title, (LinkList(items, Role.SOURCES),), "sources")
