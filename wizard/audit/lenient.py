"""Loose values made to fit a type, part by part: what does not fit is dropped, the rest is kept."""

from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, fields

INVALID = object()
"""What stands for a value that does not fit at all."""


def coerce(wanted: object, value: object) -> object:
    """The value as the wanted type, without the parts that do not fit; MISSING when nothing fits."""
    origin: object = get_origin(wanted)
    if origin in (Union, UnionType):
        return _soften_choice(get_args(wanted), value)
    if origin is list or origin is tuple:
        return _soften_list(get_args(wanted)[0], value)
    if origin is dict:
        return _soften_map(get_args(wanted)[1], value)
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return _soften_struct(wanted, value)
    return _coerce_scalar(wanted, value)


def _soften_list(inner: object, value: object) -> list[object]:
    found = [coerce(inner, each) for each in (value if isinstance(value, list) else [value])]
    return [each for each in found if each is not INVALID]


def _soften_map(inner: object, value: object) -> object:
    if not isinstance(value, dict):
        return INVALID
    return {key: soft for key, each in value.items() if (soft := coerce(inner, each)) is not INVALID}


def _soften_choice(choices: tuple[object, ...], value: object) -> object:
    """The first choice that fits; a list before its bare element, and None where nothing does."""
    if value is None:
        return None if NoneType in choices else INVALID
    ordered = sorted(choices, key=lambda each: _is_list(each) is not isinstance(value, list))
    for choice in ordered:
        soft = coerce(choice, value) if choice is not NoneType else INVALID
        if soft is not INVALID:
            return soft
    return None if NoneType in choices else INVALID


def _is_list(wanted: object) -> bool:
    origin: object = get_origin(wanted)
    return origin is list


def _soften_struct(wanted: type[Struct], value: object) -> object:
    if not isinstance(value, dict):
        return INVALID
    found = {field.name: coerce(field.type, value[field.encode_name]) for field in _fields(wanted) if field.encode_name in value}
    return wanted(**{name: soft for name, soft in found.items() if soft is not INVALID})


@cache
def _fields(wanted: type[Struct]) -> tuple[FieldInfo, ...]:
    return fields(wanted)


def _coerce_scalar(wanted: object, value: object) -> object:
    try:
        return msgspec.convert(value, wanted)
    except (msgspec.ValidationError, OverflowError):
        return INVALID
