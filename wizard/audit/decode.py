"""Records from JSON: strictly and fast first, then patiently, so that one odd value costs that value and no more."""

import json
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, fields

_MISSING = object()
_PLAIN = msgspec.json.Decoder()


class Mangled(Exception):  # noqa: N818 - it says what a stretch of text is
    """The text is no JSON; perhaps it was only cut in the wrong place."""


@cache
def _decoder(record: Any) -> "msgspec.json.Decoder[list[Any]]":
    return msgspec.json.Decoder(list[record])


def decode_run(record: Any, data: bytes) -> tuple[list[Any], int]:
    """The records of a run, and how many of it were not understood. Raises Mangled."""
    text = b"[%b]" % data
    try:
        return _decoder(record).decode(text), 0
    except msgspec.ValidationError:
        pass
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Mangled from error
    try:
        return _softened(record, _PLAIN.decode(text))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Mangled from error


def decode_one(record: Any, data: bytes) -> tuple[list[Any], int]:
    """The record, or the list of records, in a stretch that is known to be whole; nothing where it cannot be understood."""
    try:
        found, lost = decode_run(record, data)
    except Mangled:
        try:
            value = json.loads(data.decode("utf-8", "replace"), strict=False)
            found, lost = _softened(record, [value])
        except (ValueError, RecursionError):
            return [], 1
    return found, lost


def _softened(record: Any, values: Any) -> tuple[list[Any], int]:
    """What can be made of loose values; texts in the place of records are notes such as “You have no data in this section”."""
    kept = [soft for value in values if (soft := soften(record, value)) is not _MISSING]
    notes = sum(isinstance(value, str) for value in values)
    return kept, len(values) - len(kept) - notes


def soften(wanted: Any, value: Any) -> Any:
    """The value as the wanted type, without the parts that do not fit; `_MISSING` when nothing fits."""
    if wanted is Any:
        return value
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return _soften_choice(get_args(wanted), value)
    if origin is list:
        (inner,) = get_args(wanted)
        found = [soften(inner, each) for each in (value if isinstance(value, list) else [value])]
        return [each for each in found if each is not _MISSING]
    if origin is dict:
        inner = get_args(wanted)[1]
        if not isinstance(value, dict):
            return _MISSING
        return {key: soft for key, each in value.items() if (soft := soften(inner, each)) is not _MISSING}
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return _soften_struct(wanted, value)
    return _soften_plain(wanted, value)


def _soften_choice(choices: tuple[Any, ...], value: Any) -> Any:
    """The first choice that fits; a list before its bare element, and None where nothing does."""
    if value is None:
        return None if NoneType in choices else _MISSING
    ordered = sorted(choices, key=lambda each: (get_origin(each) is list) is not isinstance(value, list))
    for choice in ordered:
        soft = soften(choice, value) if choice is not NoneType else _MISSING
        if soft is not _MISSING:
            return soft
    return None if NoneType in choices else _MISSING


def _soften_struct(wanted: type[Struct], value: Any) -> Any:
    if not isinstance(value, dict):
        return _MISSING
    found = {field.name: soften(field.type, value[field.encode_name]) for field in _fields(wanted) if field.encode_name in value}
    return wanted(**{name: soft for name, soft in found.items() if soft is not _MISSING})


@cache
def _fields(wanted: type[Struct]) -> tuple[FieldInfo, ...]:
    return fields(wanted)


def _soften_plain(wanted: Any, value: Any) -> Any:
    try:
        return msgspec.convert(value, wanted)
    except (msgspec.ValidationError, OverflowError):
        return _MISSING
