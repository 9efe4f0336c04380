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
    filled_line,
    paragraph,
    plain_line,
)
from wizard.core.content_models import Source
from wizard.core.formatting import (
    DISCLAIMER,
    action_progress,
    confidence_note,
    exposure_summary,
    format_minutes,
    in_brackets,
    place_heading,
    progress_summary,
)
from wizard.core.jurisdiction import Authority
from wizard.core.place import applicable_statements
from wizard.core.plan_entries import PlanAction, PlanStep
from wizard.core.progress import OPEN
from wizard.core.snapshot import Snapshot
from wizard.core.urls import is_web_address
from wizard.i18n import N_, _, ngettext
from wizard.views.place import place_headline, place_source_ids

from .short_form import short_parts
from .steps import source_anchor, step_item
from .summary import menu_language_note

TITLE = N_("My plan: keep my photos out of Meta's AI")
STATEMENT_HEADINGS = {"can": N_("You can"), "cannot": N_("You cannot"), "notes": N_("Good to know")}
"""The heading of each list of statements of a regime."""
FINISHED = N_("Done, or not for you")
COMPLAINT_FORM, WEBSITE = N_("Form for complaints"), N_("Website")


class PlanDocument(NamedTuple):
    """The plan in full: where and when it was made, remarks on it, its parts, and how old its facts are."""

    title: str
    place: str
    made: Paragraph
    remarks: Blocks
    parts: Blocks
    closing: Paragraph
    is_whole: bool = True

    @property
    def blocks(self) -> Blocks:
        """Return the whole document."""
        head = (Heading(1, plain_line(self.title)), paragraph(self.place, strong=True), self.made)
        return (*head, *self.remarks, *self.parts, self.closing)


def short_document(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> PlanDocument:
    """Return the short form with only the given steps: one page."""
    return plan_document(snapshot, plan_steps)._replace(parts=tuple(short_parts(snapshot, plan_steps)), is_whole=False)


def plan_document(snapshot: Snapshot, plan_steps: Sequence[PlanStep], *, with_sources: bool = False) -> PlanDocument:
    """Return the whole plan: page 1 to hang up, the given open steps with instructions and links, then the rest.

    The list of sources is for pages whose links can be followed; on paper it would be a quarter of the document.
    """
    sources = _cited_sources(snapshot, plan_steps) if with_sources else {}
    numbers = _step_numbers(snapshot, plan_steps)
    made = (*filled_line(_("Made on {day}."), day=date_span(snapshot.today)), Span(f" {progress_summary(snapshot)}"))
    return PlanDocument(
        title=_(TITLE),
        place=place_heading(snapshot),
        made=Paragraph((made,)),
        remarks=tuple(_remarks(snapshot, plan_steps)),
        parts=(
            *short_parts(snapshot, plan_steps, numbers),
            *(_action(snapshot, each, numbers, sources) for each in snapshot.actions if _open(each, numbers)),
            *_finished(snapshot, plan_steps),
            *_place(snapshot),
            *_sources(sources),
        ),
        closing=content_date(snapshot),
    )


def plan_overview(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> Iterator[Block]:
    """Yield the short form: what is next, the open essentials with a box each, dates, and the size of the rest."""
    yield from (paragraph(place_heading(snapshot)), paragraph(exposure_summary(snapshot)), paragraph(progress_summary(snapshot)))
    yield from (each for each in _remarks(snapshot, plan_steps)[1:])
    yield from short_parts(snapshot, plan_steps)
    yield content_date(snapshot)


def content_date(snapshot: Snapshot) -> Paragraph:
    """Return how old the facts are, and that they are no legal advice."""
    as_of = filled_line(_("Facts as of {day}."), day=date_span(snapshot.library.as_of))
    return Paragraph(((*as_of, Span(f" {_(DISCLAIMER)}")),), Role.NOTICE)


def _remarks(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> list[Block]:
    """Return the exposure, the language of menu words, and that the steps are a selection."""
    remarks: list[Block] = [paragraph(exposure_summary(snapshot), Role.QUIET)]
    if note := menu_language_note(snapshot):
        remarks.append(paragraph(note, Role.QUIET))
    if snapshot.steps and not plan_steps:
        from wizard.views.user_messages import nothing_fits_message  # late: hardly a plan is without steps

        remarks.append(paragraph(nothing_fits_message(snapshot), Role.NOTICE))
    elif len(plan_steps) < len(snapshot.steps):
        time = format_minutes(sum(plan_step.step.minutes for plan_step in plan_steps))
        text = ngettext(
            "{count} step for {time}, chosen to help most in this time.",
            "{count} steps for {time}, chosen to help most in this time.",
            len(plan_steps),
            time=time,
        )
        remarks.append(paragraph(text, Role.NOTICE))
    return remarks


def _place(snapshot: Snapshot) -> Iterator[Section]:
    """Yield the section on what the user can and cannot do there, and on the authority."""
    place = snapshot.place
    if place is None:
        return
    blocks: list[Block] = []
    for name, heading in STATEMENT_HEADINGS.items():
        statements = applicable_statements(getattr(place.regime, name), snapshot.interview.facts, snapshot.today)
        items = tuple(
            ListItem((Span(each.text), Span(in_brackets(confidence_note(each.confidence)), kind=Kind.QUIET)))
            if confidence_note(each.confidence)
            else ListItem(plain_line(each.text))
            for each in statements
        )
        blocks += [Section(3, plain_line(_(heading)), (ListBlock(items),))] if items else []
    if place.authority:
        blocks += [
            paragraph(_("Your authority: {authority}", authority=place.authority.name)),
            *_authority_links(place.authority),
        ]
    yield Section(2, plain_line(place_headline(snapshot)), tuple(blocks), "place")


def _authority_links(authority: Authority) -> Iterator[LinkList]:
    """Yield the links of an authority, the complaint form first, each address once."""
    links = [LinkItem(_(COMPLAINT_FORM), authority.form)] if authority.form else []
    links += [LinkItem(_(WEBSITE), authority.url)] if authority.url and authority.url != authority.form else []
    if links:
        yield LinkList(tuple(links), Role.AUTHORITY)


def _step_numbers(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> dict[str, int]:
    """Return the numbers of the open steps among these, by id, in the order in which they are printed in full."""
    ids = {plan_step.id for plan_step in plan_steps if plan_step.status == OPEN}
    ordered = (entry.id for plan_action in snapshot.actions for entry in plan_action.entries if entry.id in ids)
    return {id: number for number, id in enumerate(ordered, 1)}


def _open(plan_action: PlanAction, numbers: Mapping[str, int]) -> list[PlanStep]:
    """Return the steps of an action that are printed in full."""
    return [plan_step for plan_step in plan_action.entries if plan_step.id in numbers]


def _finished(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> Iterator[Section]:
    """Yield the given steps that are done or not for the user, a line each."""
    finished = [plan_step for plan_step in plan_steps if plan_step.status != OPEN]
    if finished:
        items = (step_item(snapshot, plan_step, {}, ()) for plan_step in finished)
        yield Section(2, plain_line(_(FINISHED)), tuple(items), "finished")


def _action_title(plan_action: PlanAction) -> Line:
    progress = action_progress(plan_action)
    spoken = _("{progress} steps done", progress=progress)
    return (Span(plan_action.action.title), Span(progress, kind=Kind.ASIDE, value=spoken))


def _action(snapshot: Snapshot, plan_action: PlanAction, numbers: Mapping[str, int], sources: Mapping[str, Source]) -> Section:
    items = (step_item(snapshot, each, sources, numbers, numbers[each.id]) for each in _open(plan_action, numbers))
    return Section(2, _action_title(plan_action), tuple(items), plan_action.action.id)


def _cited_sources(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> dict[str, Source]:
    """Return the sources of these open steps by first use, then those of the statements about the place, by id.

    Only pages that can be opened are among them: a missing address proves nothing to a reader.
    """
    of_steps = (id for plan_step in plan_steps if plan_step.status == OPEN for id in plan_step.step.sources)
    ids = dict.fromkeys((*of_steps, *place_source_ids(snapshot)))
    found = {id: snapshot.library.sources[id] for id in ids if id in snapshot.library.sources}
    return {id: source for id, source in found.items() if is_web_address(source.url)}


def _sources(sources: Mapping[str, Source]) -> Iterator[Section]:
    if sources:
        items = tuple(
            LinkItem(each.title, each.url, (), f"{number}. ", source_anchor(number))
            for number, each in enumerate(sources.values(), 1)
        )
        title = (Span(_("Sources")), Span(ngettext("{count} page", "{count} pages", len(sources)), kind=Kind.ASIDE))
        yield Section(2, title, (LinkList(items, Role.SOURCES),), "sources")
