"""Records of which only the number, or the number by year, matters."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from .tally import Tally


class Record(Struct, gc=False):
    """Anything; nothing of it is read but its moment."""

    timestamp: float = 0


def numbered(name: str) -> Callable[[list[Record], Tally], None]:
    """A count of records."""
    return partial(_number, name)


def dated(name: str) -> Callable[[list[Record], Tally], None]:
    """A count of records by year."""
    return partial(_date, name)


def _number(name: str, records: list[Record], tally: Tally) -> None:
    tally.add(name, len(records))


def _date(name: str, records: list[Record], tally: Tally) -> None:
    tally.dated(name, [record.timestamp for record in records])
