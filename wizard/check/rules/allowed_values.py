"""Rule for fields that accept only certain values."""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import field_tables
from wizard.content.content_error import table_name
from wizard.content.decoder import ContentField
from wizard.content.file_formats import LocatedField, csv_format, walk_file, walk_table


def unknown_value(content: ContentTree) -> Iterator[Violation]:
    """A field that takes one of a few words has one of them."""
    for place, located in _located_fields(content):
        field, value = located.field, located.value
        if field and isinstance(value, str) and _is_unknown(field, value.strip()):
            next_step = did_you_mean(value, field.allowed)
            yield Violation(place, f"“{value}” is not a value of “{field.name}”.", next_step, fields=(field.name,), quote=value)


def _is_unknown(field: ContentField, word: str) -> bool:
    """Return True for a word that is not allowed, unless it was refused when the file was read."""
    is_refused = field.refused or (field.required and not word)
    return bool(field.allowed) and word not in field.allowed and not is_refused


def _located_fields(content: ContentTree) -> Iterator[tuple[str, LocatedField]]:
    """Yield every field that is written in a file, with the place of its table."""
    for place, table in field_tables(content):
        for located in walk_file(place, table):
            yield f"{place} {table_name(located.path[:-1])}".strip(), located
    for place, rows in content.rows.items():
        form = csv_format(place)
        for row in rows:
            id = next(iter(row.values()), "")
            yield from ((f"{place} {id}", located) for located in walk_table(form, row))
