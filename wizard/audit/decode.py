"""Records from JSON: strictly and fast first, then patiently, so that one odd value costs that value and no more."""

import json
from functools import cache
from typing import Any

import msgspec

from .lenient import INVALID, coerce

_PLAIN = msgspec.json.Decoder()


class MalformedJsonError(Exception):
    """The text is no JSON; perhaps it was only cut in the wrong place."""


@cache
def _decoder(record: object) -> "msgspec.json.Decoder[list[Any]]":
    return msgspec.json.Decoder(list[record])  # type: ignore[valid-type]


def decode_chunk(record: object, data: bytes) -> tuple[list[Any], int]:
    """The records of a run, and how many of it were not understood. Raises Mangled."""
    text = b"[%b]" % data
    try:
        return _decoder(record).decode(text), 0
    except msgspec.ValidationError:
        pass
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise MalformedJsonError from error
    try:
        return _coerce_records(record, _PLAIN.decode(text))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise MalformedJsonError from error


def decode_record(record: object, data: bytes) -> tuple[list[Any], int]:
    """The record, or the list of records, in a stretch that is known to be whole; nothing where it cannot be understood."""
    try:
        found, lost = decode_chunk(record, data)
    except MalformedJsonError:
        try:
            value = json.loads(data.decode("utf-8", "replace"), strict=False)
            found, lost = _coerce_records(record, [value])
        except (ValueError, RecursionError):
            return [], 1
    return found, lost


def _coerce_records(record: object, values: list[object]) -> tuple[list[Any], int]:
    """What can be made of loose values; texts in the place of records are notes such as “You have no data in this section”."""
    kept = [soft for value in values if (soft := coerce(record, value)) is not INVALID]
    notes = sum(isinstance(value, str) for value in values)
    return kept, len(values) - len(kept) - notes
