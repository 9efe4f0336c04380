"""Decode single values of content fields. Each decoder returns the value, or raises DecodeError with what was expected."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from wizard.core.condition import ALWAYS, Condition

from .content_error import DecodeError, FieldProblem

K = TypeVar("K", str, int)
T = TypeVar("T")


def _decode_items(items: Iterable[tuple[K, object]], decode: Callable[[object], T]) -> dict[K, T]:
    """Decode every value, by its name or index. Raises DecodeError with the problems of all of them."""
    decoded: dict[K, T] = {}
    problems: list[FieldProblem] = []
    for key, value in items:
        try:
            decoded[key] = decode(value)
        except DecodeError as error:
            problems += error.below(key).problems
    if problems:
        raise DecodeError(*problems)
    return decoded


def decode_text(value: object) -> str:
    """Return a text without space at its ends."""
    if not isinstance(value, str):
        raise DecodeError(FieldProblem((), "type", "text", value))
    return value.strip()


def decode_filled_text(value: object) -> str:
    """Return a text that is not empty."""
    text = decode_text(value)
    if not text:
        raise DecodeError(FieldProblem((), "empty", "text", value))
    return text


def decode_word(words: tuple[str, ...]) -> Callable[[object], str]:
    """Return a decoder for one of these words."""

    def decode(value: object) -> str:
        word = decode_text(value)
        if word not in words:
            raise DecodeError(FieldProblem((), "value", words, value))
        return word

    return decode


def decode_number(value: object) -> int:
    """Return a whole number above 0."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise DecodeError(FieldProblem((), "type", "number", value))
    return value


def decode_boolean(value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise DecodeError(FieldProblem((), "type", "boolean", value))
    return value


def decode_date(value: object) -> date:
    """Return a date. It is a text in the index, and in quotes."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = None
    if type(day) is not date:  # not a time of a day, which is a date for isinstance
        raise DecodeError(FieldProblem((), "type", "date", value))
    return day


def decode_texts(value: object) -> tuple[str, ...]:
    """Return a list of texts as it is."""
    if not isinstance(value, list):
        raise DecodeError(FieldProblem((), "type", "texts", value))
    for text in value:
        if not isinstance(text, str):
            raise DecodeError(FieldProblem((), "type", "texts", value))
    return tuple(value)


def decode_tables(value: object, decode: Callable[[object], T]) -> tuple[T, ...]:
    """Decode a list of tables."""
    if not isinstance(value, list):
        raise DecodeError(FieldProblem((), "type", "tables", value))
    return tuple(_decode_items(enumerate(value), decode).values())


def decode_mapping(value: object, decode: Callable[[object], T]) -> Mapping[str, T]:
    """Decode the values of a table."""
    if not isinstance(value, dict):
        raise DecodeError(FieldProblem((), "type", "table", value))
    return _decode_items(value.items(), decode)


def decode_condition(value: object) -> Condition:
    """Build a condition from a table or a list of alternatives."""
    return Condition(tuple([decode_mapping(table, _decode_values) for table in (value if isinstance(value, list) else [value])]))


def decode_true_or_condition(value: object) -> Condition | None:
    """Return the condition of a field that can also be true, which is always, or false, which is never and gives None."""
    if isinstance(value, bool):
        return ALWAYS if value else None
    return decode_condition(value)


def _decode_values(value: object) -> frozenset[str]:
    return frozenset(decode_texts(value))
