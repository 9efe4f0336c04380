"""What each kind of content file holds: the formats by path pattern, for the check, the table of fields and translations."""

from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from wizard.core.field_types import SEARCH_KINDS, UserText

from .content_error import FieldPath
from .decoder import ContentField, RecordFormat, content_fields
from .letter_formats import ADDRESSEE, LANGUAGE, LAW, LETTER, OPENING, SHARED_FIELD
from .record_formats import (
    ACTION,
    ARTICLE,
    AUTHORITY,
    COUNTRY,
    INTERFACE_LANGUAGE,
    MENU_LANGUAGE,
    OUTCOME,
    QUESTION_FILE,
    REGIME,
    REGION,
    REQUEST_KIND,
    SERVICE,
    SOURCE,
    STEP,
)


class AliasRow(NamedTuple):
    """A row of the other names of places."""

    alias: str
    target: str


class LocatedField(NamedTuple):
    """A value in a table, with its field; None if the format has no field of that name. `known` are the names it has."""

    path: FieldPath
    field: ContentField | None
    value: object
    known: Collection[str]


class FileFormat(NamedTuple):
    """What the files of a pattern hold: one record each, or a table or row for each record, if `by_id` is True."""

    pattern: str
    form: RecordFormat[Any]
    by_id: bool = False


WORD_LIST: RecordFormat[dict[str, object]] = RecordFormat(
    dict, types={"spelling": Mapping[str, str], "names": Mapping[str, tuple[str, ...]]}
)
"""The words by which the check measures texts."""
SEARCH_FILE: RecordFormat[dict[str, object]] = RecordFormat(
    dict,
    types={"stop_words": tuple[UserText, ...], **dict.fromkeys(SEARCH_KINDS, Mapping[str, tuple[UserText, ...]])},
)
"""The words that people use for what can be found, by kind and id."""
FILE_FORMATS = (
    FileFormat("actions/*/action.md", ACTION),
    FileFormat("actions/*/*.md", STEP),
    FileFormat("articles/*.md", ARTICLE),
    FileFormat("questions/*.toml", QUESTION_FILE),
    FileFormat("regimes/*.toml", REGIME),
    FileFormat("letters/*.md", LETTER),
    FileFormat("letters/addressees.toml", ADDRESSEE, by_id=True),
    FileFormat("letters/blanks.toml", SHARED_FIELD, by_id=True),
    FileFormat("letters/languages.toml", LANGUAGE, by_id=True),
    FileFormat("letters/laws.toml", LAW, by_id=True),
    FileFormat("letters/openings.toml", OPENING, by_id=True),
    FileFormat("countries.csv", COUNTRY, by_id=True),
    FileFormat("regions.csv", REGION, by_id=True),
    FileFormat("aliases.csv", RecordFormat(AliasRow, defaults={"alias": "", "target": ""}), by_id=True),
    FileFormat("authorities.toml", AUTHORITY, by_id=True),
    FileFormat("languages.toml", INTERFACE_LANGUAGE, by_id=True),
    FileFormat("menu-words.toml", MENU_LANGUAGE, by_id=True),
    FileFormat("outcomes.toml", OUTCOME, by_id=True),
    FileFormat("requests.toml", REQUEST_KIND, by_id=True),
    FileFormat("services.toml", SERVICE, by_id=True),
    FileFormat("sources.toml", SOURCE, by_id=True),
    FileFormat("words.toml", WORD_LIST),
    FileFormat("search.toml", SEARCH_FILE),
)
"""The first pattern that fits counts. `retired.toml` has no fields: its names are ids."""


def file_format(place: str) -> FileFormat | None:
    """Return the format of a file; None if it has none."""
    return next((each for each in FILE_FORMATS if fnmatchcase(place, each.pattern)), None)


def csv_format(place: str) -> RecordFormat[Any]:
    """Return the format of the rows of a CSV file."""
    return next(each.form for each in FILE_FORMATS if each.pattern == place)


def walk_file(place: str, table: Mapping[str, object]) -> Iterator[LocatedField]:
    """Yield every value of a TOML file or front matter, each with its field."""
    found = file_format(place)
    if found is None:
        return
    records = [((id,), record) for id, record in table.items()] if found.by_id else [((), table)]
    for path, record in records:
        if isinstance(record, Mapping):
            yield from walk_table(found.form, record, path)


def walk_table(form: RecordFormat[Any], table: Mapping[str, object], path: FieldPath = ()) -> Iterator[LocatedField]:
    """Yield every value of a table as it is written, and of the tables in it, each with its field."""
    fields = content_fields(form)
    for name, value in table.items():
        field = fields.get(name)
        yield LocatedField((*path, name), field, value, fields)
        if field and field.form:
            for inner_path, inner in _inner_tables(field, value):
                yield from walk_table(field.form, inner, (*path, name, *inner_path))


def _inner_tables(field: ContentField, value: object) -> Iterator[tuple[FieldPath, Mapping[str, object]]]:
    """Yield the tables in a value. Other values are errors that the loader reports."""
    if field.by_name and isinstance(value, dict):
        yield from (((name,), table) for name, table in value.items() if isinstance(table, dict))
    elif isinstance(value, dict):
        yield (), value
    elif isinstance(value, list):
        yield from (((number,), table) for number, table in enumerate(value) if isinstance(table, dict))
