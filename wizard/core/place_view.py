"""All that holds where the person lives, in parts with a heading; each face and document draws them in its own way."""

from collections.abc import Iterator
from typing import NamedTuple

from .formatting import confidence_note
from .place import applicable_statements
from .snapshot import Snapshot


class PlaceItem(NamedTuple):
    """A sentence, with a title before it and a doubt behind it where there are any."""

    text: str
    title: str = ""
    doubt: str = ""


class PlaceSection(NamedTuple):
    """A heading with what stands below it: paragraphs, a list, or steps in order."""

    heading: str
    items: tuple[PlaceItem, ...]
    kind: str = "list"


PARAGRAPHS, LIST, STEPS = "paragraphs", "list", "steps"
CAN, CANNOT = "What you can do", "What you cannot"
HIGHLIGHT_COUNT = 2


def place_sections(case: Snapshot) -> tuple[PlaceSection, ...]:
    """Everything about the place, its path first; nothing while it is not known."""
    return tuple(section for number, section in enumerate(_sections(case)) if section.items or number == 0)


def place_highlights(case: Snapshot) -> tuple[PlaceSection, ...]:
    """The first things one can do and cannot do there."""
    return tuple(
        PlaceSection(each.heading, each.items[:HIGHLIGHT_COUNT]) for each in place_sections(case) if each.heading in (CAN, CANNOT)
    )


def place_source_ids(case: Snapshot) -> tuple[str, ...]:
    """The ids of the sources behind the sheet, each once: those of the rule set, then those of the sentences told here."""
    if case.place is None:
        return ()
    regime, facts = case.place.regime, case.interview.facts
    rights, ladder = (each.statement for each in regime.rights), (each.statement for each in regime.escalations)
    said = applicable_statements((*regime.can, *regime.cannot, *regime.notes, *rights, *ladder), facts, case.today)
    return tuple(dict.fromkeys((*regime.sources, *(id for each in said for id in each.sources))))


def _sections(case: Snapshot) -> Iterator[PlaceSection]:
    place, facts = case.place, case.interview.facts
    if place is None:
        return
    regime = place.regime
    safety = (PlaceItem(place.country.safety, "First, your safety."),) if place.country.safety else ()
    notes = tuple(PlaceItem(each) for each in (place.country.note, place.region.note if place.region else "") if each)
    yield PlaceSection(regime.headlines.get(place.path, place.name), (*safety, *notes), PARAGRAPHS)
    for heading, statements in (
        (CAN, regime.can),
        (CANNOT, regime.cannot),
        ("Good to know", regime.notes),
    ):
        yield PlaceSection(
            heading,
            tuple(
                PlaceItem(each.text, doubt=confidence_note(each.confidence))
                for each in applicable_statements(statements, facts, case.today)
            ),
        )
    holding = [right for right in regime.rights if applicable_statements([right.statement], facts, case.today)]
    yield PlaceSection(
        "Your rights",
        tuple(
            PlaceItem(
                f"{each.statement.text}{f' ({each.article})' if each.article else ''}",
                doubt=confidence_note(each.statement.confidence),
            )
            for each in holding
        ),
    )
    ladder = [each for each in regime.escalations if applicable_statements([each.statement], facts, case.today)]
    steps = tuple(PlaceItem(each.statement.text, f"{each.title}.", confidence_note(each.statement.confidence)) for each in ladder)
    yield PlaceSection("If Meta does not answer, or refuses", steps, STEPS)
    office = place.authority
    lines = (office.name, office.form, office.url, office.note) if office else ()
    yield PlaceSection("Your authority", tuple(PlaceItem(line) for line in dict.fromkeys(lines) if line), PARAGRAPHS)
