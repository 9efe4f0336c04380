"""What a kind of datum is: which files hold it, in which shape, how it is counted, and how it is shown.

Each module in `kinds/` declares its READERS and what it has SHOWN; nothing else needs to know of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from .tally import Tally

FACEBOOK, INSTAGRAM, THREADS = "facebook", "instagram", "threads"
SERVICES = (FACEBOOK, INSTAGRAM, THREADS)
ANY = ""
"""The service whose tree the file lies in."""
UNNAMED_LIST = ""
"""Records that stand in a list without a name, or a single one without a list."""


@dataclass(frozen=True, slots=True)
class RecordReader:
    """Files, by the end of their path, and the names of the lists in them whose records are counted."""

    service: str
    paths: tuple[str, ...]
    lists: tuple[str, ...]
    record: Any
    count: Callable[[list[Any], Tally], None]


@dataclass(frozen=True, slots=True)
class CountLabel:
    """A count in words, where it stands in the report, and how much it matters.

    `severity` from 1 to 5 puts it on the list of what is worst, 0 leaves it out; `extra` is not in the contract with scripts.
    """

    name: str
    one: str
    many: str
    order: int
    severity: int = 0
    extra: bool = False


@cache
def _modules() -> tuple[Any, ...]:
    package = import_module(f"{__package__}.kinds")
    return tuple(import_module(f"{package.__name__}.{each.name}") for each in iter_modules(package.__path__))


@cache
def record_readers() -> tuple[RecordReader, ...]:
    """The readers of all kinds, always in the same order."""
    return tuple(reader for module in _modules() for reader in module.READERS)


@cache
def count_labels() -> tuple[CountLabel, ...]:
    """All counts that can be shown, in the order of the report."""
    return tuple(sorted((each for module in _modules() for each in module.SHOWN), key=lambda each: (each.order, each.name)))
