"""Decode records from JSON: strict and fast first, then leniently, so that an unexpected value costs only itself."""

import json
from functools import cache
from typing import Any

import msgspec

from .lenient import INVALID, coerce

RECORD_FIELDS = frozenset(
    {"timestamp", "creation_timestamp", "data", "attachments", "media", "uri", "title", "label_values", "tags", "fbid"}
)
"""A record with none of these fields is no post, in whatever form."""
_UNTYPED = msgspec.json.Decoder()


class MalformedJsonError(Exception):
    """The bytes are not valid JSON, perhaps because the chunk boundary was guessed wrong."""


@cache
def _list_decoder(record: object) -> "msgspec.json.Decoder[list[Any]]":
    return msgspec.json.Decoder(list[record])  # type: ignore[valid-type]


def decode_chunk(record: object, data: bytes) -> tuple[list[Any], int]:
    """Return the records of a chunk as type `record`, and how many values were not understood.

    Raises MalformedJsonError if the chunk is not valid JSON.
    """
    text = b"[%b]" % data
    try:
        return _list_decoder(record).decode(text), 0
    except msgspec.ValidationError:
        pass
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise MalformedJsonError from error
    try:
        return _coerce_records(record, _UNTYPED.decode(text))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise MalformedJsonError from error


def decode_record(record: object, data: bytes) -> tuple[list[Any], int]:
    """Return the records in bytes with certain boundaries, and how many were not understood. Never raises.

    What msgspec refuses is tried again with `json`, which accepts control characters, and with invalid UTF-8 replaced.
    """
    try:
        records, skipped = decode_chunk(record, data)
    except MalformedJsonError:
        try:
            value = json.loads(data.decode("utf-8", "replace"), strict=False)
            records, skipped = _coerce_records(record, [value])
        except (ValueError, RecursionError):
            return [], 1
    return records, skipped


def drop_unknown_records(record: object, data: bytes) -> tuple[list[Any], int]:
    """Return the records without those that have no known field, and how many values were lost. For the rare chunk with such."""
    try:
        values = _UNTYPED.decode(b"[%b]" % data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        values = json.loads(f"[{data.decode('utf-8', 'replace')}]", strict=False)
    known = [value for value in values if not isinstance(value, dict) or not RECORD_FIELDS.isdisjoint(value)]
    records, skipped = _coerce_records(record, known)
    return records, skipped + len(values) - len(known)


def _coerce_records(record: object, values: list[object]) -> tuple[list[Any], int]:
    """Return the values that can be coerced to `record`, and how many cannot.

    A text in place of a record is a note such as “You have no data in this section” and counts as neither.
    """
    records = [coerced for value in values if (coerced := coerce(record, value)) is not INVALID]
    notes = sum(isinstance(value, str) for value in values)
    return records, len(values) - len(records) - notes
