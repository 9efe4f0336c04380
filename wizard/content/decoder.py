"""Build records of the core from tables of content files, by one declaration for loader, check, documentation and translation.

The types, the allowed values, the texts for users and most defaults come from the annotations of the record. A `RecordFormat`
adds what a record cannot know about its file: other field names, fields that may be missing, and attributes that do not
stand in the table.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from wizard.core.condition import ALWAYS, Condition
from wizard.core.content_models import EMPTY
from wizard.core.field_types import TRANSLATED, AllowedValues
from wizard.core.jurisdiction import ValidityPeriod

from .field_problem import DecodeError, FieldPath, FieldProblem
from .value_decoders import (
    decode_boolean,
    decode_condition,
    decode_date,
    decode_filled_text,
    decode_items,
    decode_number,
    decode_text,
    decode_texts,
    decode_word,
)

T = TypeVar("T")
_MISSING: Any = object()


class RecordFormat(Generic[T]):
    """How a record of the core is written as a table.

    `given` are attributes that the loader supplies, such as an id, and `body` the one that is the text below the front matter.
    `names` maps attributes to field names that differ.
    `defaults` are values of missing fields for attributes that have no default in the record. `types` are annotations of
    fields that differ from those of the record, or that only `build` knows; it makes the record from the values.
    `nested` maps attributes to the formats of their tables, where they need more than the record says. `inline` are
    attributes that are records, but stand in the same table.
    """

    # No dataclass: importing `dataclasses` would add to the start of the program.
    def __init__(  # noqa: PLR0913 - one argument for each way in which a file differs from its record
        self,
        record: Callable[..., T],
        *,
        build: Callable[..., T] | None = None,
        body: str = "",
        given: Collection[str] = (),
        names: Mapping[str, str] = EMPTY,
        defaults: Mapping[str, object] = EMPTY,
        types: Mapping[str, object] = EMPTY,
        nested: Mapping[str, "RecordFormat[Any]"] = EMPTY,
        inline: Collection[str] = (),
    ) -> None:
        self.record = record
        self.build = build or record
        self.body = body
        self.given = (*given, body)
        self.names = names
        self.defaults = defaults
        self.types = types
        self.nested = nested
        self.inline = inline


class FieldType(NamedTuple):
    """What a field holds.

    `expected` names the type as in `FieldProblem`. `form` is the format of the tables in it, and `by_name` is True if
    those, or the texts in it, have names of their own. `default` stands for a missing field. Words that are not `allowed` are
    reported by the check, or `refused` by the decoder.
    """

    expected: str
    decode: Callable[[object], Any]
    default: object = _MISSING
    form: RecordFormat[Any] | None = None
    by_name: bool = False
    allowed: tuple[str, ...] = ()
    refused: bool = False
    translated: bool = False


class ContentField(NamedTuple):
    """A field of a table: its name, the attribute that it becomes, and its type."""

    name: str
    attribute: str
    type: FieldType

    @property
    def required(self) -> bool:
        """Return True if the field must be there."""
        return self.type.default is _MISSING


class LocatedField(NamedTuple):
    """A value in a table, with its field; None if the format has no field of that name. `known` are the names it has."""

    path: FieldPath
    field: ContentField | None
    value: object
    known: Collection[str]


def decode_table(form: RecordFormat[T], table: object, **given: object) -> T:
    """Build a record. Raises DecodeError with every problem of the table.

    Fields that the format does not name are ignored here; the rule `unknown-field` reports them.
    """
    if not isinstance(table, dict):
        raise DecodeError(FieldProblem((), "type", "table", table))
    problems: list[FieldProblem] = []
    for name, attribute, field_type in _table_fields(form):
        value = table.get(name, _MISSING) if name else table
        try:
            given[attribute] = field_type.decode(value) if value is not _MISSING else _default(field_type)
        except DecodeError as error:
            problems += error.below(name).problems if name else error.problems
    if problems:
        raise DecodeError(*problems)
    return form.build(**given)


def _default(field_type: FieldType) -> object:
    if field_type.default is _MISSING:
        raise DecodeError(FieldProblem((), "missing", field_type.allowed or field_type.expected))
    return field_type.default


@cache
def content_fields(form: RecordFormat[Any]) -> Mapping[str, ContentField]:
    """Return the fields that a table of this format may have, by name, with those of the records in the same table. Cached."""
    fields: dict[str, ContentField] = {}
    for field in _table_fields(form):
        if field.name:
            fields[field.name] = field
        elif field.type.form:
            fields |= content_fields(field.type.form)
    return fields


def walk_table(form: RecordFormat[Any], table: Mapping[str, object], path: FieldPath = ()) -> Iterator[LocatedField]:
    """Yield every value of a table as it is written, and of the tables in it, each with its field."""
    fields = content_fields(form)
    for name, value in table.items():
        field = fields.get(name)
        yield LocatedField((*path, name), field, value, fields)
        if field and field.type.form:
            for inner_path, inner in _inner_tables(field.type, value):
                yield from walk_table(field.type.form, inner, (*path, name, *inner_path))


def _inner_tables(field_type: FieldType, value: object) -> Iterator[tuple[FieldPath, Mapping[str, object]]]:
    """Yield the tables in a value. Other values are errors that the loader reports."""
    if field_type.by_name and isinstance(value, dict):
        yield from (((name,), table) for name, table in value.items() if isinstance(table, dict))
    elif isinstance(value, dict):
        yield (), value
    elif isinstance(value, list):
        yield from (((number,), table) for number, table in enumerate(value) if isinstance(table, dict))


@cache
def _table_fields(form: RecordFormat[Any]) -> tuple[ContentField, ...]:
    """Return the fields of a format. A record in the same table is a field without a name. Cached: it takes a while."""
    defaults = {**_record_defaults(form.record), **form.defaults}
    hints = {**get_type_hints(form.record, include_extras=True), **form.types}
    fields = []
    for attribute, annotation in hints.items():
        if attribute in form.given:
            continue
        is_inline = annotation is ValidityPeriod or attribute in form.inline
        field_type = _field_type(annotation, form.nested.get(attribute))
        if attribute in defaults:
            field_type = field_type._replace(default=defaults[attribute])
        elif field_type.decode is decode_text:
            field_type = field_type._replace(decode=decode_filled_text)
        fields.append(ContentField("" if is_inline else form.names.get(attribute, attribute), attribute, field_type))
    return tuple(fields)


def _record_defaults(record: Any) -> Mapping[str, object]:  # noqa: ANN401 - a named tuple or a dataclass
    if hasattr(record, "_field_defaults"):
        return record._field_defaults  # type: ignore[no-any-return]
    from dataclasses import MISSING, fields

    return {field.name: field.default for field in fields(record) if field.default is not MISSING}


def _field_type(annotation: Any, form: RecordFormat[Any] | None) -> FieldType:  # noqa: ANN401 - any type of an attribute
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        allowed = next((each.words for each in arguments[1:] if isinstance(each, AllowedValues)), ())
        return _field_type(arguments[0], form)._replace(allowed=allowed, translated=TRANSLATED in arguments[1:])
    if origin is Literal:
        return FieldType("text", decode_word(arguments), allowed=arguments, refused=True)
    if origin is UnionType:  # a table or value that may be missing: X | None
        return _field_type(arguments[0], form)._replace(default=None)
    if origin in (tuple, Mapping):
        item = _field_type(arguments[-1 if origin is Mapping else 0], form)
        return _mapping_type(item) if origin is Mapping else _list_type(item)
    if annotation in _SIMPLE_TYPES:
        return _SIMPLE_TYPES[annotation]
    inner = form or _plain_format(annotation)
    return FieldType("table", lambda value: decode_table(inner, value), form=inner)


@cache
def _plain_format(record: Callable[..., Any]) -> RecordFormat[Any]:
    """Return the format of a record whose table has the names and defaults of its attributes."""
    names = {"first": "valid_from", "last": "valid_until"} if record is ValidityPeriod else EMPTY
    return RecordFormat(record, names=names)


def _list_type(item: FieldType) -> FieldType:
    if item.form is None:
        return FieldType("texts", decode_texts, (), translated=item.translated)

    def decode(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise DecodeError(FieldProblem((), "type", "tables", value))
        return tuple(decode_items(enumerate(value), item.decode).values())

    return FieldType("tables", decode, (), item.form)


def _mapping_type(item: FieldType) -> FieldType:
    decode_item = decode_filled_text if item.form is None else item.decode

    def decode(value: object) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise DecodeError(FieldProblem((), "type", "table", value))
        return decode_items(value.items(), decode_item)

    return FieldType("table", decode, EMPTY, item.form, by_name=True, translated=item.translated)


_SIMPLE_TYPES: dict[object, FieldType] = {
    str: FieldType("text", decode_text),
    int: FieldType("number", decode_number),
    bool: FieldType("boolean", decode_boolean),
    date: FieldType("date", decode_date),
    Condition: FieldType("condition", decode_condition, ALWAYS),
}
