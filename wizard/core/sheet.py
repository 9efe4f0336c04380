"""All that holds where the person lives, in parts with a heading; each face and document draws them in its own way."""

from collections.abc import Iterator
from typing import NamedTuple

from .case import Case
from .place import told
from .words import doubt


class Item(NamedTuple):
    """A sentence, with a title before it and a doubt behind it where there are any."""

    text: str
    title: str = ""
    doubt: str = ""


class Section(NamedTuple):
    """A heading with what stands below it: paragraphs, a list, or steps in order."""

    heading: str
    items: tuple[Item, ...]
    kind: str = "list"


PARAGRAPHS, LIST, STEPS = "paragraphs", "list", "steps"
CAN, CANNOT = "What you can do", "What you cannot"
FIRST_SHOWN = 2


def sheet(case: Case) -> tuple[Section, ...]:
    """Everything about the place, its path first; nothing while it is not known."""
    return tuple(section for number, section in enumerate(_sections(case)) if section.items or number == 0)


def reveal(case: Case) -> tuple[Section, ...]:
    """The first things one can do and cannot do there."""
    return tuple(Section(each.heading, each.items[:FIRST_SHOWN]) for each in sheet(case) if each.heading in (CAN, CANNOT))


def rests_on(case: Case) -> tuple[str, ...]:
    """The ids of the sources behind the sheet, each once: those of the rule set, then those of the sentences told here."""
    if case.place is None:
        return ()
    regime, facts = case.place.regime, case.interview.facts
    rights, ladder = (each.statement for each in regime.rights), (each.statement for each in regime.escalations)
    said = told((*regime.can, *regime.cannot, *regime.notes, *rights, *ladder), facts, case.today)
    return tuple(dict.fromkeys((*regime.sources, *(id for each in said for id in each.sources))))


def _sections(case: Case) -> Iterator[Section]:
    place, facts = case.place, case.interview.facts
    if place is None:
        return
    regime = place.regime
    safety = (Item(place.country.safety, "First, your safety."),) if place.country.safety else ()
    notes = tuple(Item(each) for each in (place.country.note, place.region.note if place.region else "") if each)
    yield Section(regime.headlines.get(place.path, place.name), (*safety, *notes), PARAGRAPHS)
    for heading, statements in (
        (CAN, regime.can),
        (CANNOT, regime.cannot),
        ("Good to know", regime.notes),
    ):
        yield Section(
            heading, tuple(Item(each.text, doubt=doubt(each.confidence)) for each in told(statements, facts, case.today))
        )
    holding = [right for right in regime.rights if told([right.statement], facts, case.today)]
    yield Section(
        "Your rights",
        tuple(
            Item(f"{each.statement.text}{f' ({each.article})' if each.article else ''}", doubt=doubt(each.statement.confidence))
            for each in holding
        ),
    )
    ladder = [each for each in regime.escalations if told([each.statement], facts, case.today)]
    steps = tuple(Item(each.statement.text, f"{each.title}.", doubt(each.statement.confidence)) for each in ladder)
    yield Section("If Meta does not answer, or refuses", steps, STEPS)
    office = place.authority
    lines = (office.name, office.form, office.url, office.note) if office else ()
    yield Section("Your authority", tuple(Item(line) for line in dict.fromkeys(lines) if line), PARAGRAPHS)
