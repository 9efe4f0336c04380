"""Coerce JSON values to a type part by part: parts that do not fit are dropped, the rest is kept."""

from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, fields

INVALID = object()
"""Returned instead of a value that does not fit at all; None may be a valid value."""


def coerce(wanted: object, value: object) -> object:
    """Return the value as the wanted type without the parts that do not fit, or INVALID if nothing fits."""
    origin: object = get_origin(wanted)
    if origin in (Union, UnionType):
        return _coerce_union(get_args(wanted), value)
    if origin is list or origin is tuple:
        return _coerce_list(get_args(wanted)[0], value)
    if origin is dict:
        return _coerce_dict(get_args(wanted)[1], value)
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return _coerce_struct(wanted, value)
    return _coerce_scalar(wanted, value)


def _coerce_list(item_type: object, value: object) -> list[object]:
    """Coerce each item; a value without a list becomes a list of one, as Meta often writes it."""
    items = [coerce(item_type, item) for item in (value if isinstance(value, list) else [value])]
    return [item for item in items if item is not INVALID]


def _coerce_dict(value_type: object, value: object) -> object:
    if not isinstance(value, dict):
        return INVALID
    return {key: coerced for key, item in value.items() if (coerced := coerce(value_type, item)) is not INVALID}


def _coerce_union(members: tuple[object, ...], value: object) -> object:
    """Return the value as the first member type that fits; None if nothing does and None is a member.

    A list is tried as a list first, and any other value as a list last, since coercing to a list always succeeds.
    """
    if value is None:
        return None if NoneType in members else INVALID
    ordered = sorted(members, key=lambda member: _is_list(member) is not isinstance(value, list))
    for member in ordered:
        coerced = coerce(member, value) if member is not NoneType else INVALID
        if coerced is not INVALID:
            return coerced
    return None if NoneType in members else INVALID


def _is_list(wanted: object) -> bool:
    origin: object = get_origin(wanted)
    return origin is list


def _coerce_struct(wanted: type[Struct], value: object) -> object:
    if not isinstance(value, dict):
        return INVALID
    values = {field.name: coerce(field.type, value[field.encode_name]) for field in _fields(wanted) if field.encode_name in value}
    return wanted(**{name: coerced for name, coerced in values.items() if coerced is not INVALID})


@cache
def _fields(wanted: type[Struct]) -> tuple[FieldInfo, ...]:
    return fields(wanted)


def _coerce_scalar(wanted: object, value: object) -> object:
    try:
        return msgspec.convert(value, wanted)
    except (msgspec.ValidationError, OverflowError):
        return INVALID
