"""Build records of the core from tables of content files, by one declaration for loader and check.

The types and most defaults come from the annotations of the record. A `RecordFormat` adds what a record cannot know about
its file: other field names, fields that may be missing, and attributes that do not stand in the table.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Generic, TypeAlias, TypeVar, get_origin, get_type_hints

from wizard.core.condition import Condition
from wizard.core.content_models import EMPTY
from wizard.core.jurisdiction import ValidityPeriod

from .field_reader import FieldReader

T = TypeVar("T")
FieldTree: TypeAlias = "Mapping[str, FieldTree]"
"""Field names of a table, each with those of the tables in it; {} means that a field is no table of a known format."""
PERIOD_FIELDS = ("valid_from", "valid_until")
"""A validity period has two fields instead of a table."""
FieldDecoder = Callable[[FieldReader], object]


class RecordFormat(Generic[T]):
    """How a named tuple of the core is written in a content file.

    `given` are attributes that the loader supplies, such as an id. `names` maps attributes to field names that differ.
    `defaults` are values of missing fields for attributes that have no default in the record. `nested` maps attributes
    that are records, or tuples of records, to their formats. A single record is an optional table.
    """

    # No dataclass: importing `dataclasses` would add to the start of the program.
    def __init__(
        self,
        record: Callable[..., T],
        *,
        given: Collection[str] = (),
        names: Mapping[str, str] = EMPTY,
        defaults: Mapping[str, object] = EMPTY,
        nested: Mapping[str, "RecordFormat[Any]"] = EMPTY,
    ) -> None:
        self.record = record
        self.given = given
        self.names = names
        self.defaults = defaults
        self.nested = nested


def decode_table(form: RecordFormat[T], fields: FieldReader, **given: object) -> T:
    """Build a record. Raises ContentError at the first field that is missing or has a wrong value.

    Fields that the format does not name are ignored here; the rule `unknown-field` reports them.
    """
    return form.record(**given, **{attribute: decode(fields) for attribute, decode in _field_decoders(form)})


def field_tree(form: RecordFormat[Any]) -> FieldTree:
    """Return the fields that a table of this format may have."""
    tree: dict[str, FieldTree] = {}
    for attribute, annotation in get_type_hints(form.record).items():
        if attribute not in form.given:
            names = PERIOD_FIELDS if annotation is ValidityPeriod else (form.names.get(attribute, attribute),)
            tree |= {name: field_tree(form.nested[attribute]) if attribute in form.nested else {} for name in names}
    return tree


@cache
def _field_decoders(form: RecordFormat[Any]) -> tuple[tuple[str, FieldDecoder], ...]:
    """Return each attribute that stands in the table, with its decoder. Cached: resolving annotations takes a while."""
    defaults = {**getattr(form.record, "_field_defaults", {}), **form.defaults}
    return tuple(
        (attribute, _field_decoder(form, attribute, annotation, defaults.get(attribute)))
        for attribute, annotation in get_type_hints(form.record).items()
        if attribute not in form.given
    )


def _field_decoder(form: RecordFormat[Any], attribute: str, annotation: object, default: Any) -> FieldDecoder:  # noqa: ANN401 - of the type that the annotation names
    name = form.names.get(attribute, attribute)
    if attribute in form.nested:
        inner = form.nested[attribute]
        if get_origin(annotation) is UnionType:
            return lambda fields: None if (table := fields.subtable(name)) is None else decode_table(inner, table)
        return lambda fields: tuple(decode_table(inner, item) for item in fields.tables(name))
    decoders: Mapping[object, FieldDecoder] = {
        str: lambda fields: fields.text(name, default),
        bool: lambda fields: fields.boolean(name, default),
        int: lambda fields: fields.number(name),
        date: lambda fields: fields.day(name),
        tuple[str, ...]: lambda fields: fields.text_list(name),
        Condition: lambda fields: fields.condition(name),
        ValidityPeriod: FieldReader.span,
    }
    return decoders[annotation]
