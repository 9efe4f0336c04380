"""Build records of the core from tables of content files, by one declaration for loader, check, documentation and translation.

The types, the allowed values, the texts for users and most defaults come from the annotations of the record. A `RecordFormat`
adds what a record cannot know about its file: other field names, fields that may be missing, and attributes that do not
stand in the table.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args, get_origin

from wizard.core.condition import ALWAYS, Condition
from wizard.core.field_types import EMPTY, LETTER_TEXT, OPTIONAL, TRANSLATED, AllowedValues
from wizard.core.jurisdiction import ValidityPeriod

from .content_error import DecodeError, FieldProblem
from .value_decoders import (
    decode_boolean,
    decode_condition,
    decode_date,
    decode_filled_text,
    decode_mapping,
    decode_number,
    decode_tables,
    decode_text,
    decode_texts,
    decode_true_or_condition,
    decode_word,
)

T = TypeVar("T")
MISSING: Any = object()


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


class ContentField:
    """A field of a table: its name in the file, the attribute that it becomes, and what it holds.

    A record in the same table is a field without a name. `expected` names the type as in `FieldProblem`. `form` is the format
    of the tables in the field, and `by_name` is True if those, or the values of this type, have names of their own. Words that
    are not `allowed` are reported by the check, or `refused` by the decoder. A field with a `default` may be missing.
    The text of a `translated` field is in the user's language, that of a field `in_letter` in the language of the letter;
    one that is `optional` may stay in English.
    """

    # No named tuple: each class of that kind takes a quarter of a millisecond to import.
    def __init__(self, expected: str, decode: Callable[[Any], Any], default: object = MISSING) -> None:
        self.name = self.attribute = ""
        self.expected = expected
        self.decode = decode
        self.default = default
        self.form: RecordFormat[Any] | None = None
        self.by_name = False
        self.allowed: tuple[str, ...] = ()
        self.refused = False
        self.translated = False
        self.in_letter = False
        self.optional = False

    @property
    def required(self) -> bool:
        """Return True if the field must be there."""
        return self.default is MISSING


def decode_table(form: RecordFormat[T], table: object, **given: object) -> T:
    """Build a record. Raises DecodeError with every problem of the table.

    Fields that the format does not name are ignored here; the rule `unknown-field` reports them.
    """
    if not isinstance(table, dict):
        raise DecodeError(FieldProblem((), "type", "table", table))
    problems: list[FieldProblem] = []
    for field in _table_fields(form):
        name = field.name
        value = table.get(name, MISSING) if name else table
        if value is MISSING:
            value = given[field.attribute] = field.default
            if value is MISSING:
                problems.append(FieldProblem((name,), "missing", field.allowed or field.expected))
            continue
        try:
            given[field.attribute] = field.decode(value)
        except DecodeError as error:
            problems += error.below(name).problems if name else error.problems
    if problems:
        raise DecodeError(*problems)
    return form.build(**given)


@cache
def content_fields(form: RecordFormat[Any]) -> Mapping[str, ContentField]:
    """Return the fields that a table of this format may have, by name, with those of the records in the same table. Cached."""
    fields: dict[str, ContentField] = {}
    for field in _table_fields(form):
        fields |= {field.name: field} if field.name or field.form is None else content_fields(field.form)
    return fields


@cache
def _table_fields(form: RecordFormat[Any]) -> tuple[ContentField, ...]:
    """Return the fields of a format. Cached: it takes a while."""
    defaults = {**_record_defaults(form.record), **form.defaults}
    annotations = {**getattr(form.record, "__annotations__", EMPTY), **form.types}
    fields = []
    for attribute, annotation in annotations.items():
        if attribute in form.given:
            continue
        field = _build_field(annotation, form.nested.get(attribute))
        field.attribute = attribute
        is_inline = annotation is ValidityPeriod or attribute in form.inline
        field.name = "" if is_inline else form.names.get(attribute, attribute)
        if attribute in defaults:
            field.default = defaults[attribute]
        elif field.decode is decode_text:
            field.decode = decode_filled_text
        fields.append(field)
    return tuple(fields)


def _record_defaults(record: Any) -> Mapping[str, object]:  # noqa: ANN401 - a named tuple, a dataclass or `dict`
    if hasattr(record, "_field_defaults"):
        return record._field_defaults  # type: ignore[no-any-return]
    if record is dict:
        return EMPTY
    from dataclasses import MISSING as NO_DEFAULT
    from dataclasses import fields

    return {field.name: field.default for field in fields(record) if field.default is not NO_DEFAULT}


def _build_field(annotation: Any, form: RecordFormat[Any] | None) -> ContentField:  # noqa: ANN401 - any type of an attribute
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        field = _build_field(arguments[0], form)
        field.translated = TRANSLATED in arguments[1:]
        field.in_letter = LETTER_TEXT in arguments[1:]
        field.optional = OPTIONAL in arguments[1:]
        field.allowed = next((each.words for each in arguments[1:] if isinstance(each, AllowedValues)), ())
    elif origin is Literal:
        field = ContentField("text", decode_word(arguments))
        field.allowed, field.refused = arguments, True
    elif annotation == Condition | None:
        field = ContentField("true or condition", decode_true_or_condition, None)
    elif origin is UnionType:  # a table or value that may be missing: X | None
        field = _build_field(arguments[0], form)
        field.default = None
    elif origin is tuple:
        field = _build_list(_build_field(arguments[0], form))
    elif origin is Mapping:
        field = _build_mapping(_build_field(arguments[1], form))
    elif annotation in _SIMPLE_TYPES:
        field = ContentField(*_SIMPLE_TYPES[annotation])
    else:
        inner = form or _plain_format(annotation)
        field = ContentField("table", lambda value: decode_table(inner, value))
        field.form = inner
    return field


@cache
def _plain_format(record: Callable[..., Any]) -> RecordFormat[Any]:
    """Return the format of a record whose table has the names and defaults of its attributes."""
    names = {"first": "valid_from", "last": "valid_until"} if record is ValidityPeriod else EMPTY
    return RecordFormat(record, names=names)


def _build_list(item: ContentField) -> ContentField:
    if item.form is None:
        field = ContentField("texts", decode_texts, ())
    else:
        field = ContentField("tables", lambda value: decode_tables(value, item.decode), ())
    field.form, field.translated, field.in_letter = item.form, item.translated, item.in_letter
    return field


def _build_mapping(item: ContentField) -> ContentField:
    decode_item = decode_filled_text if item.decode is decode_text else item.decode
    field = ContentField(item.expected, lambda value: decode_mapping(value, decode_item), EMPTY)
    field.form, field.by_name, field.translated, field.in_letter = item.form, True, item.translated, item.in_letter
    return field


_SIMPLE_TYPES: dict[object, tuple[str, Callable[[Any], Any], object]] = {
    str: ("text", decode_text, MISSING),
    int: ("number", decode_number, MISSING),
    bool: ("boolean", decode_boolean, MISSING),
    date: ("date", decode_date, MISSING),
    Condition: ("condition", decode_condition, ALWAYS),
}
