"""What is mentioned all over the content, with the place of each mention: statements, conditions, sources, days."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wizard.content.field_reader import FieldReader
from wizard.core.condition import Condition
from wizard.core.jurisdiction import Regime, Statement, ValidityPeriod
from wizard.errors import WizardError

from .content_tree import ContentTree

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)]*)\)")
SOURCE = "source:"
WHEN = "when"
DAYS = ("checked", "valid_from", "valid_until")
LETTERS = "letters/"


@dataclass(frozen=True, slots=True)
class LocatedStatement:
    """A statement of a regime: where it stands, and all the words of it that a person reads."""

    place: str
    regime: Regime
    statement: Statement
    words: str


def located_statements(shelf: ContentTree) -> Iterator[LocatedStatement]:
    """Every statement that a regime makes."""
    for place, regime in shelf.regimes():
        lists: dict[str, Iterable[tuple[Statement, str]]] = {
            "can": ((each, each.text) for each in regime.can),
            "cannot": ((each, each.text) for each in regime.cannot),
            "notes": ((each, each.text) for each in regime.notes),
            "rights": ((each.statement, f"{each.article}. {each.statement.text}") for each in regime.rights),
            "clocks": ((each.statement, each.statement.text) for each in regime.time_limits),
            "escalations": ((each.statement, f"{each.title}. {each.statement.text}") for each in regime.escalations),
        }
        for name, said in lists.items():
            for number, (statement, words) in enumerate(said, 1):
                yield LocatedStatement(f"{place} [[{name}]] {number}", regime, statement, words)


def located_conditions(shelf: ContentTree) -> Iterator[tuple[str, Condition]]:
    """Every `when`."""
    for place, question in shelf.questions:
        yield f"{place} {question.id}", question.when
    for place, step in shelf.steps():
        yield place, step.when
        for number, link in enumerate(step.links, 1):
            yield f"{place} [[links]] {number}", link.when
        yield from ((f"{place} [passages.{passage.id}]", passage.when) for passage in step.sections)
    for told in located_statements(shelf):
        yield told.place, told.statement.when
    for place, table in field_tables(shelf):
        if place.startswith(LETTERS):
            yield from _conditions_in(place, table)


def _conditions_in(place: str, table: Mapping[str, object]) -> Iterator[tuple[str, Condition]]:
    """Every `when` of a file of letters, as it is written there: of the letter, of a choice, of a law."""
    for part, inner in _tables(place, table):
        if WHEN in inner:
            try:
                yield part, FieldReader(inner, part).condition()
            except WizardError:  # it stands where there is no such field
                continue


def _tables(place: str, table: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """A table with its place, and all that are in it; what a `when` asks for is none of them."""
    yield place, table
    for name, value in table.items():
        if name == WHEN:
            continue
        if isinstance(value, Mapping):
            yield from _tables(f"{place} [{name}]", value)
        elif isinstance(value, list):
            for number, each in enumerate(value, 1):
                if isinstance(each, Mapping):
                    yield from _tables(f"{place} [[{name}]] {number}", each)


def source_citations(shelf: ContentTree) -> Iterator[tuple[str, str]]:
    """Every source that stands behind something."""
    for place, step in shelf.steps():
        yield from ((place, id) for id in step.sources)
    for place, article in shelf.articles():
        yield from ((place, id) for id in article.sources)
    for place, regime in shelf.regimes():
        yield from ((place, id) for id in regime.sources)
    for told in located_statements(shelf):
        yield from ((told.place, id) for id in told.statement.sources)
    yield from _of_letters(shelf)


def field_tables(shelf: ContentTree) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The fields of every file that has some."""
    yield from shelf.tables.items()
    yield from ((place, page.fields) for place, page in shelf.pages.items())


def date_fields(shelf: ContentTree) -> Iterator[tuple[str, str, object]]:
    """Every day as it is written, with the place and the name of its field."""
    for place, table in field_tables(shelf):
        for part, inner in _tables(place, table):
            yield from ((part, name, inner[name]) for name in DAYS if name in inner)


def _of_letters(shelf: ContentTree) -> Iterator[tuple[str, str]]:
    """Every source that letters and their parts name, wherever in the file."""
    for place, table in field_tables(shelf):
        if place.startswith(LETTERS):
            yield from ((place, id) for id in _named_in(table))


def _named_in(value: object, field: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _named_in(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _named_in(each, field)
    elif field in ("sources", "source", "channels") and isinstance(value, str):
        yield value


def opened_source_ids(shelf: ContentTree) -> Iterator[tuple[str, str]]:
    """Every source whose address a person can open."""
    for place, step in shelf.steps():
        yield from ((f"{place} [[links]] {number}", link.source) for number, link in enumerate(step.links, 1))
    for place, article in shelf.articles():
        targets = (match["target"] for match in LINK.finditer(article.text))
        yield from ((place, target.removeprefix(SOURCE)) for target in targets if target.startswith(SOURCE))
    for place, regime in shelf.regimes():
        yield from ((f"{place} [[forms]] {number}", form.source) for number, form in enumerate(regime.forms, 1))


def validity_periods(shelf: ContentTree) -> Iterator[tuple[str, ValidityPeriod]]:
    """Everything that holds from one day to another."""
    for place, step in shelf.steps():
        yield place, step.valid
    for told in located_statements(shelf):
        yield told.place, told.statement.valid
    for place, letter in shelf.letters():
        yield place, letter.valid
        yield from ((f"{place} {option.id}", option.valid) for blank in letter.fields for option in blank.choices)
    for id, region in shelf.library.regions.items():
        yield f"regions.csv {id}", region.valid
