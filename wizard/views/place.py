"""The pages about the user's place: a summary after the interview, and everything with its sources."""

from collections.abc import Iterator
from typing import NamedTuple

from wizard.core.content_models import OBJECTION
from wizard.core.formatting import confidence_note, format_date, format_minutes, in_brackets
from wizard.core.jurisdiction import Statement
from wizard.core.place import Place, applicable_statements, build_place, facts_about_place
from wizard.core.plan import is_objection_form
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, with_colon

from .actions import GoBack, OpenPage, PageName
from .page import Page, PageChoice, PageSection, TextLine, Tone, message_page
from .sources import with_sources
from .step_actions import OpenStep
from .unanswered import unanswered_page
from .user_messages import plan_size_summary


class PlaceItem(NamedTuple):
    """A sentence with a title before it and a note on its confidence after it; "" for none."""

    text: str
    title: str = ""
    doubt: str = ""


PARAGRAPHS, LIST, STEPS = "paragraphs", "list", "steps"


class PlaceSection(NamedTuple):
    """A heading with its items; `kind` is PARAGRAPHS, LIST, or STEPS if their order counts."""

    heading: str
    items: tuple[PlaceItem, ...]
    kind: str = LIST


CAN, CANNOT = N_("What you can do"), N_("What you cannot")
HIGHLIGHT_COUNT, MORE_HIGHLIGHTS = 2, 4
"""How many things that the user can and cannot do are named first, and where there is room for more."""
HEADLINE = "headline"
"""The id of the section that says in a sentence what the user can do."""


def place_headline(snapshot: Snapshot) -> str:
    """Return what the user can do as a sentence, else the name of the place; "" if the place is not known."""
    place = snapshot.place
    if place is None:
        return ""
    headline = place.regime.headlines.get(place.path, "")
    if headline and snapshot.interview.is_without_account:
        if any(entry.step.action == OBJECTION for entry in snapshot.essential_steps):
            return _("Without an account: ask the people who post photos, and write to Meta.")
        return _("Without an account: ask the people who post photos of you.")
    return headline or place.name


def place_page(snapshot: Snapshot) -> Page:
    """Return everything that holds at the place of the user, with its sources; a sentence while no place is known."""
    place = snapshot.place
    if place is None:
        return unanswered_page(snapshot, _("Your place"))
    headline, *others = (PageSection(f"part {position}", _lines(each)) for position, each in enumerate(place_sections(snapshot)))
    checked = TextLine(_("Pages read {day}.", day=format_date(place.regime.checked)), tone=Tone.QUIET)
    page = Page(title=_title(place), sections=(headline, *others, PageSection("checked", (checked,))))
    return with_sources(page, snapshot, place_source_ids(snapshot))


def found_place_page(snapshot: Snapshot, place_id: str) -> Page:
    """Return what holds at a country or region, or where an authority is in charge; of the user's own place as usual."""
    place = _place_with_id(snapshot, place_id)
    if place is None or place == snapshot.place:
        return place_page(snapshot)
    facts = {**snapshot.interview.facts, **facts_about_place(place)}
    page = place_page(snapshot._replace(place=place, interview=snapshot.interview._replace(facts=facts)))
    note = TextLine(_("These rules apply to people who live there."), tone=Tone.QUIET)
    return page._replace(sections=(PageSection("whose", (note,)), *page.sections))


def _place_with_id(snapshot: Snapshot, id: str) -> Place | None:
    """Return the place with the id of a country, a region or an authority, as if nobody had tried the form there."""
    library, own = snapshot.library, snapshot.place
    if own and own.authority and own.authority.id == id:
        return own
    region = library.regions.get(id) or next((each for each in library.regions.values() if each.authority == id), None)
    alpha2 = region.country if region else id
    country = library.countries.get(alpha2) or next((each for each in library.countries.values() if each.authority == id), None)
    return build_place(library, country, region, "", snapshot.today) if country else None


def place_summary_page(snapshot: Snapshot, *, has_room: bool = False) -> Page:
    """Return what matters most at the place of the user, and the size of the plan; without text while none is known.

    With `has_room` it says more, and names the essential steps.
    """
    place = snapshot.place
    if place is None:
        return message_page(_("Your place"), _("Your country is not known yet."))
    headline = place_headline(snapshot)
    essentials = tuple(_essentials(snapshot)) if has_room else ()
    safety = (TextLine(place.country.safety, _("First, your safety:"), Tone.ALERT),) if place.country.safety else ()
    note = (TextLine(place.country.note),) if place.country.note else ()
    return Page(
        title=_title(place),
        status=(_("sources read {day}", day=format_date(place.regime.checked)),),
        sections=(
            PageSection(HEADLINE, (TextLine(headline, tone=Tone.STRONG), *safety)),
            *(PageSection(each.heading, _lines(each)) for each in place_highlights(snapshot, has_room=has_room)),
            PageSection("note", note),
            PageSection("plan", (TextLine(plan_size_summary(snapshot), _("Your plan:")), *essentials)),
        ),
        prompt=_("What now?"),
        choices=(
            PageChoice("plan", _("Go on to the plan"), OpenPage(PageName.PLAN)),
            PageChoice("all", _("Hear all about your place"), OpenPage(PageName.PLACE)),
            PageChoice("answers", _("Back to your answers"), GoBack()),
            *_object_now_choice(snapshot),
        ),
        help=_("What you can do where you live, what you cannot, and how sure we are of it."),
    )


def _essentials(snapshot: Snapshot) -> Iterator[TextLine]:
    """Yield the essential steps that are open, each with the time it takes."""
    for entry in snapshot.essential_steps:
        if entry in snapshot.open_steps:
            yield TextLine(_("{step}, {time}", step=entry.step.title, time=format_minutes(entry.step.minutes)))


def _object_now_choice(snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the choice to send the first objection, where an open step of the plan does that."""
    for entry in [each for each in snapshot.open_steps if is_objection_form(each.step)][:1]:
        label = _("Object now: {step}, {time}", step=entry.step.title, time=format_minutes(entry.step.minutes))
        yield PageChoice("object", label, OpenStep(entry.id))


def place_sections(snapshot: Snapshot) -> tuple[PlaceSection, ...]:
    """Return the sections about the place, the headline first; empty while no place is known.

    Sections without items are left out, except the headline.
    """
    return tuple(section for index, section in enumerate(_sections(snapshot)) if section.items or index == 0)


def place_highlights(snapshot: Snapshot, *, has_room: bool = False) -> tuple[PlaceSection, ...]:
    """Return the first things that the user can and cannot do there, more of them if there is room."""
    count = MORE_HIGHLIGHTS if has_room else HIGHLIGHT_COUNT
    return tuple(
        PlaceSection(section.heading, section.items[:count])
        for section in place_sections(snapshot)
        if section.heading in (_(CAN), _(CANNOT))
    )


def more_about_place(snapshot: Snapshot) -> tuple[PlaceSection, ...]:
    """Return the first things of all other sections: what is good to know, rights, what follows, the authority."""
    return tuple(
        PlaceSection(section.heading, section.items[:HIGHLIGHT_COUNT])
        for section in place_sections(snapshot)[1:]
        if section.heading not in (_(CAN), _(CANNOT))
    )


def place_source_ids(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the sources for `place_sections`, each once.

    Those of the regime come first, then those of the statements.
    """
    if snapshot.place is None:
        return ()
    regime, facts = snapshot.place.regime, snapshot.interview.facts
    statements = (
        *regime.can,
        *regime.cannot,
        *regime.notes,
        *(right.statement for right in regime.rights),
        *(escalation.statement for escalation in regime.escalations),
    )
    shown = applicable_statements(statements, facts, snapshot.today)
    return tuple(dict.fromkeys((*regime.sources, *(id for statement in shown for id in statement.sources))))


def _title(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.law) if part)


def _lines(section: PlaceSection) -> tuple[TextLine, ...]:
    """Return the heading of a section, then its items; those of `STEPS` are numbered."""
    heading = section.heading if section.heading.endswith((".", "?")) else with_colon(section.heading)
    items = (
        TextLine(f"{item.title} {item.text}{in_brackets(item.doubt)}".strip(), f"{number}." if section.kind == STEPS else "")
        for number, item in enumerate(section.items, 1)
    )
    return (TextLine(heading, tone=Tone.STRONG), *items)


def _order_without_account(statement: Statement) -> tuple[bool, bool]:
    """Return the sort key for users without an account: what is said to them alone comes first, and first what is certain."""
    return "services" not in statement.when.fact_names(), bool(confidence_note(statement.confidence))


def _sections(snapshot: Snapshot) -> Iterator[PlaceSection]:
    place, facts = snapshot.place, snapshot.interview.facts
    if place is None:
        return
    regime = place.regime
    safety = (PlaceItem(place.country.safety, _("First, your safety.")),) if place.country.safety else ()
    notes = tuple(PlaceItem(note) for note in (place.country.note, place.region.note if place.region else "") if note)
    yield PlaceSection(place_headline(snapshot), (*safety, *notes), PARAGRAPHS)
    for heading, statements in (
        (_(CAN), sorted(regime.can, key=_order_without_account) if snapshot.interview.is_without_account else regime.can),
        (_(CANNOT), regime.cannot),
        (_("Good to know"), regime.notes),
    ):
        yield PlaceSection(
            heading,
            tuple(
                PlaceItem(statement.text, doubt=confidence_note(statement.confidence))
                for statement in applicable_statements(statements, facts, snapshot.today)
            ),
        )
    rights = [right for right in regime.rights if applicable_statements([right.statement], facts, snapshot.today)]
    yield PlaceSection(
        _("Your rights"),
        tuple(
            PlaceItem(
                f"{right.statement.text}{f' ({right.article})' if right.article else ''}",
                doubt=confidence_note(right.statement.confidence),
            )
            for right in rights
        ),
    )
    steps = tuple(
        PlaceItem(step.statement.text, f"{step.title}.", confidence_note(step.statement.confidence))
        for step in regime.escalations
        if applicable_statements([step.statement], facts, snapshot.today)
    )
    yield PlaceSection(_("If Meta does not answer, or refuses"), steps, STEPS)
    authority = place.authority
    lines = (authority.name, authority.form, authority.url, authority.note) if authority else ()
    yield PlaceSection(_("Your authority"), tuple(PlaceItem(line) for line in dict.fromkeys(lines) if line), PARAGRAPHS)
