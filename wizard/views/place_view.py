"""Collect everything about the user's place in headed sections.

Each front end and document shows the sections in its own way.
"""

from collections.abc import Iterator
from typing import NamedTuple

from wizard.core.formatting import confidence_note
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot
from wizard.i18n import _


class PlaceItem(NamedTuple):
    """A sentence with a title before it and a note on its confidence after it; "" for none."""

    text: str
    title: str = ""
    doubt: str = ""


class PlaceSection(NamedTuple):
    """A heading with its items; `kind` is `paragraphs`, `list` or `steps` (in order)."""

    heading: str
    items: tuple[PlaceItem, ...]
    kind: str = "list"


PARAGRAPHS, LIST, STEPS = "paragraphs", "list", "steps"
CAN, CANNOT = "What you can do", "What you cannot"
HIGHLIGHT_COUNT = 2


def place_headline(snapshot: Snapshot) -> str:
    """Return what the user can do as a sentence, else the name of the place; "" if the place is not known."""
    place = snapshot.place
    if place is None:
        return ""
    headline = place.regime.headlines.get(place.path, "")
    if headline and "none" in snapshot.interview.facts.get("services", frozenset()):
        return _("Without an account: ask the people who post photos, and write to Meta.")
    return headline or place.name


def place_sections(snapshot: Snapshot) -> tuple[PlaceSection, ...]:
    """Return the sections about the place, the headline first; empty while no place is known.

    Sections without items are left out, except the headline.
    """
    return tuple(section for index, section in enumerate(_sections(snapshot)) if section.items or index == 0)


def place_highlights(snapshot: Snapshot) -> tuple[PlaceSection, ...]:
    """Return the first HIGHLIGHT_COUNT things that the user can and cannot do there."""
    return tuple(
        PlaceSection(section.heading, section.items[:HIGHLIGHT_COUNT])
        for section in place_sections(snapshot)
        if section.heading in (CAN, CANNOT)
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


def _sections(snapshot: Snapshot) -> Iterator[PlaceSection]:
    place, facts = snapshot.place, snapshot.interview.facts
    if place is None:
        return
    regime = place.regime
    safety = (PlaceItem(place.country.safety, "First, your safety."),) if place.country.safety else ()
    notes = tuple(PlaceItem(note) for note in (place.country.note, place.region.note if place.region else "") if note)
    yield PlaceSection(place_headline(snapshot), (*safety, *notes), PARAGRAPHS)
    for heading, statements in (
        (CAN, regime.can),
        (CANNOT, regime.cannot),
        ("Good to know", regime.notes),
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
        "Your rights",
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
    yield PlaceSection("If Meta does not answer, or refuses", steps, STEPS)
    authority = place.authority
    lines = (authority.name, authority.form, authority.url, authority.note) if authority else ()
    yield PlaceSection("Your authority", tuple(PlaceItem(line) for line in dict.fromkeys(lines) if line), PARAGRAPHS)
