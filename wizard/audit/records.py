"""Readers of records of which only the number, or the number by year, matters."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from .tally import Tally


class TimestampedRecord(Struct, gc=False):
    """Any record; only its timestamp is read."""

    timestamp: float = 0


def counter_for(name: str) -> Callable[[list[TimestampedRecord], Tally], None]:
    """Return a function that adds the number of records to the count `name`."""
    return partial(_count, name)


def yearly_counter_for(name: str) -> Callable[[list[TimestampedRecord], Tally], None]:
    """Return a function that adds the records to the count `name`, in total and by year."""
    return partial(_count_by_year, name)


def _count(name: str, records: list[TimestampedRecord], tally: Tally) -> None:
    tally.add(name, len(records))


def _count_by_year(name: str, records: list[TimestampedRecord], tally: Tally) -> None:
    tally.add_dated(name, [record.timestamp for record in records])
