"""Mentions throughout the content, each with its place: statements, conditions, sources, dates."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wizard.content.content_error import DecodeError
from wizard.content.value_decoders import decode_condition
from wizard.core.condition import Condition
from wizard.core.jurisdiction import Regime, Statement, ValidityPeriod

from .content_tree import ContentTree

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)]*)\)")
SOURCE = "source:"
WHEN = "when"
DAYS = ("checked", "tried", "valid_from", "valid_until")
LETTERS = "letters/"


@dataclass(frozen=True, slots=True)
class LocatedStatement:
    """A statement of a regime with its place; `words` is all text of it that a user reads."""

    place: str
    regime: Regime
    statement: Statement
    words: str


def located_statements(content: ContentTree) -> Iterator[LocatedStatement]:
    """Yield every statement of every regime."""
    for place, regime in content.regimes():
        lists: dict[str, Iterable[tuple[Statement, str]]] = {
            "can": ((item, item.text) for item in regime.can),
            "cannot": ((item, item.text) for item in regime.cannot),
            "notes": ((item, item.text) for item in regime.notes),
            "rights": ((item.statement, f"{item.article}. {item.statement.text}") for item in regime.rights),
            "clocks": ((item.statement, item.statement.text) for item in regime.time_limits),
            "escalations": ((item.statement, f"{item.title}. {item.statement.text}") for item in regime.escalations),
        }
        for name, statements in lists.items():
            for number, (statement, words) in enumerate(statements, 1):
                yield LocatedStatement(f"{place} [[{name}]] {number}", regime, statement, words)


def located_conditions(content: ContentTree) -> Iterator[tuple[str, Condition]]:
    """Yield every condition (`when`, `essential` of a step, `assumed` of a choice) with its place."""
    for place, question in content.questions:
        yield f"{place} {question.id}", question.when
        yield from ((f"{place} {question.id}", option.assumed) for option in question.choices if option.assumed)
    for place, step in content.steps():
        yield place, step.when
        if step.essential:
            yield place, step.essential
        for number, link in enumerate(step.links, 1):
            yield f"{place} [[links]] {number}", link.when
        yield from ((f"{place} [passages.{section.id}]", section.when) for section in step.sections)
    for located in located_statements(content):
        yield located.place, located.statement.when
    for place, table in field_tables(content):
        if place.startswith(LETTERS):
            yield from _conditions_in(place, table)


def _conditions_in(place: str, table: Mapping[str, object]) -> Iterator[tuple[str, Condition]]:
    """Yield every condition in a letter file: of the letter, of an option, of a law."""
    for location, subtable in _nested_tables(place, table):
        if WHEN in subtable:
            try:
                yield location, decode_condition(subtable[WHEN])
            except DecodeError:  # a `when` of a wrong type, where no `when` is read
                continue


def _nested_tables(place: str, table: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield a table and all tables in it, each with its place. A `when` is a condition, not a table."""
    yield place, table
    for name, value in table.items():
        if name == WHEN:
            continue
        if isinstance(value, Mapping):
            yield from _nested_tables(f"{place} [{name}]", value)
        elif isinstance(value, list):
            for number, item in enumerate(value, 1):
                if isinstance(item, Mapping):
                    yield from _nested_tables(f"{place} [[{name}]] {number}", item)


def source_citations(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield the place and id of every source that supports something."""
    for place, step in content.steps():
        yield from ((place, id) for id in step.sources)
    for place, article in content.articles():
        yield from ((place, id) for id in article.sources)
    for place, regime in content.regimes():
        yield from ((place, id) for id in regime.sources)
    for located in located_statements(content):
        yield from ((located.place, id) for id in located.statement.sources)
    for id, menu in content.library.menu_words.items():
        yield from ((f"menu-words.toml {id}", source) for source in menu.sources)
    yield from _letter_citations(content)


def field_tables(content: ContentTree) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the fields of every TOML file and of every front matter."""
    yield from content.tables.items()
    yield from ((place, page.fields) for place, page in content.pages.items())


def date_fields(content: ContentTree) -> Iterator[tuple[str, str, object]]:
    """Yield place, field name and unparsed value of every date field."""
    for place, table in field_tables(content):
        for location, subtable in _nested_tables(place, table):
            yield from ((location, name, subtable[name]) for name in DAYS if name in subtable)


def _letter_citations(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield the place and id of every source that a letter file names, at any depth."""
    for place, table in field_tables(content):
        if place.startswith(LETTERS):
            yield from ((place, id) for id in _source_ids_in(table))


def _source_ids_in(value: object, field: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _source_ids_in(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _source_ids_in(item, field)
    elif field in ("sources", "source", "channels") and isinstance(value, str):
        yield value


def opened_source_ids(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield the place and id of every source whose URL users can open."""
    for place, step in content.steps():
        yield from ((f"{place} [[links]] {number}", link.source) for number, link in enumerate(step.links, 1))
    for place, article in content.articles():
        targets = (match["target"] for match in LINK.finditer(article.text))
        yield from ((place, target.removeprefix(SOURCE)) for target in targets if target.startswith(SOURCE))
    for place, regime in content.regimes():
        yield from ((f"{place} [[forms]] {number}", form.source) for number, form in enumerate(regime.forms, 1))


def validity_periods(content: ContentTree) -> Iterator[tuple[str, ValidityPeriod]]:
    """Yield every validity period with its place."""
    for place, step in content.steps():
        yield place, step.valid
    for located in located_statements(content):
        yield located.place, located.statement.valid
    for place, letter in content.letters():
        yield place, letter.valid
        yield from ((f"{place} {option.id}", option.valid) for field in letter.fields for option in field.choices)
    for id, region in content.library.regions.items():
        yield f"regions.csv {id}", region.valid
