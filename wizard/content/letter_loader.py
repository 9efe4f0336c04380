"""Load the folder of letters, which refer to the fields and legal statements that they share."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import NamedTuple

from wizard.core.condition import ALWAYS, Condition, combine_conditions
from wizard.core.field_types import EMPTY
from wizard.core.letter.models import Addressee, Language, Law, Letter, LetterField, Opening

from .content_error import DecodeError, FieldProblem
from .content_files import ContentFiles, MarkdownPage, TomlTable
from .content_index import IndexedFiles
from .content_reader import ContentReader
from .decoder import decode_table
from .letter_formats import ADDRESSEE, LANGUAGE, LAW, LETTER, OPENING, SHARED_FIELD

OPENINGS = "letters/openings.toml"


class LetterBundle(NamedTuple):
    """The letters and the records that they share. All are empty if there is no folder of letters."""

    letters: Mapping[str, Letter] = EMPTY
    laws: Mapping[str, Law] = EMPTY
    addressees: Mapping[str, Addressee] = EMPTY
    languages: Mapping[str, Language] = EMPTY
    openings: Mapping[str, Opening] = EMPTY


@dataclass(frozen=True, slots=True)
class SharedLetterParts:
    """What letters share: laws with their statements, and the tables of shared fields."""

    laws: Mapping[str, Law]
    field_tables: TomlTable


def load_letters(reader: ContentReader) -> LetterBundle:
    """Load the folder `letters/`. While the shared parts have errors, only the syntax of the letters is read."""
    if not reader.files.list_files("letters", ""):
        return LetterBundle()
    errors_before = reader.error_count
    laws = reader.records("letters/laws.toml", LAW)
    blanks = reader.by_id("letters/blanks.toml", _checked_field_table)
    if reader.error_count > errors_before:  # each letter would have these errors, too
        reader.by_file("letters", ".md", lambda _, place: reader.files.page(place))
        return LetterBundle({}, laws, *_records_beside_letters(reader))
    shared = SharedLetterParts(laws, blanks)
    letters = reader.by_file("letters", ".md", partial(_read_letter, reader, shared))
    return LetterBundle(letters, laws, *_records_beside_letters(reader))


def _read_letter(reader: ContentReader, shared: SharedLetterParts, id: str, place: str) -> Letter:
    return decode_letter(id, reader.files.page(place), shared, _languages_of(reader.files, place))


def _languages_of(files: ContentFiles, place: str) -> tuple[str, ...]:
    """Return the languages into which a letter is translated, sorted."""
    if isinstance(files, IndexedFiles):
        return files.letter_languages(place)
    from .translated_files import find_letter_languages

    return find_letter_languages(files, place)


def _records_beside_letters(
    reader: ContentReader,
) -> tuple[Mapping[str, Addressee], Mapping[str, Language], Mapping[str, Opening]]:
    return (
        reader.records("letters/addressees.toml", ADDRESSEE),
        reader.records("letters/languages.toml", LANGUAGE),
        reader.records(OPENINGS, OPENING) if reader.files.has(OPENINGS) else {},
    )


def _checked_field_table(id: str, table: object) -> TomlTable:
    """Return the table of a shared field after a test that it makes a valid field."""
    decode_shared_field(id, table)
    return table  # type: ignore[return-value]  # or else it had an error


def decode_shared_field(id: str, table: object) -> LetterField:
    """Build a field of blanks.toml. Raises DecodeError."""
    return decode_table(SHARED_FIELD, table, id=id)


def decode_letter(id: str, page: MarkdownPage, shared: SharedLetterParts, translated: tuple[str, ...] = ()) -> Letter:
    """Build a letter with the shared fields and statements that it refers to, which was `translated`. Raises DecodeError."""
    problems = [*_unknown_laws(page.fields, shared), *_unknown_fields(page.fields, shared)]
    problems += _unknown_statements(page.fields, shared)
    if problems:
        raise DecodeError(*problems)
    letter = decode_table(LETTER, _with_shared_parts(page.fields, shared), id=id, body=page.text, translated=translated)
    return replace(letter, when=combine_conditions(letter.when, _law_condition(page.fields, shared)))


def _with_shared_parts(fields: TomlTable, shared: SharedLetterParts) -> dict[str, object]:
    """Replace each reference by what it refers to. What the letter says of a shared field itself counts before that."""
    resolved: dict[str, object] = dict(fields)
    for name, resolve in (("blanks", _with_shared_field), ("statements", _with_shared_statement)):
        tables = fields.get(name)
        if isinstance(tables, list):
            resolved[name] = [resolve(table, shared) if isinstance(table, dict) else table for table in tables]
    return resolved


def _with_shared_field(table: TomlTable, shared: SharedLetterParts) -> TomlTable:
    shared_table = shared.field_tables.get(str(table.get("id")))
    return {**shared_table, **table} if isinstance(shared_table, dict) else table


def _with_shared_statement(table: TomlTable, shared: SharedLetterParts) -> TomlTable:
    law, _, name = str(table.get("id", "")).partition("/")
    return asdict(shared.laws[law].statements[name]) if name else table


def _law_condition(fields: TomlTable, shared: SharedLetterParts) -> Condition:
    """Return the condition under which one of the laws of the letter applies; ALWAYS if it names none."""
    names = _laws(fields)
    return Condition(tuple(each for name in names for each in shared.laws[name].when.alternatives)) if names else ALWAYS


def _unknown_laws(fields: TomlTable, shared: SharedLetterParts) -> Iterator[FieldProblem]:
    for name in _laws(fields):
        if name not in shared.laws:
            yield FieldProblem(("laws",), "reference", "law", name)


def _unknown_fields(fields: TomlTable, shared: SharedLetterParts) -> Iterator[FieldProblem]:
    for number, table in _tables(fields, "blanks"):
        id = table.get("id")
        if isinstance(id, str) and id not in shared.field_tables and "label" not in table:
            yield FieldProblem(("blanks", number, "id"), "reference", "blank", id)


def _unknown_statements(fields: TomlTable, shared: SharedLetterParts) -> Iterator[FieldProblem]:
    for number, table in _tables(fields, "statements"):
        id = table.get("id")
        law, _, name = id.partition("/") if isinstance(id, str) else ("", "", "")
        if id and isinstance(id, str) and (law not in shared.laws or name not in shared.laws[law].statements):
            yield FieldProblem(("statements", number, "id"), "reference", "statement", id)


def _laws(fields: TomlTable) -> list[str]:
    names = fields.get("laws")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _tables(fields: TomlTable, name: str) -> Iterator[tuple[int, TomlTable]]:
    """Yield the tables of a list; the decoder reports other values."""
    values = fields.get(name)
    yield from ((n, value) for n, value in enumerate(values if isinstance(values, list) else ()) if isinstance(value, dict))
