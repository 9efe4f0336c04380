"""Records of which only the number, or the number by year, matters."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from .tally import Tally


class TimestampedRecord(Struct, gc=False):
    """Anything; nothing of it is read but its moment."""

    timestamp: float = 0


def counter_for(name: str) -> Callable[[list[TimestampedRecord], Tally], None]:
    """A count of records."""
    return partial(_number, name)


def yearly_counter_for(name: str) -> Callable[[list[TimestampedRecord], Tally], None]:
    """A count of records by year."""
    return partial(_date, name)


def _number(name: str, records: list[TimestampedRecord], tally: Tally) -> None:
    tally.add(name, len(records))


def _date(name: str, records: list[TimestampedRecord], tally: Tally) -> None:
    tally.add_dated(name, [record.timestamp for record in records])
