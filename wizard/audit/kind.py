"""The kinds of data in an export: which files hold them, in which shape, how they are counted and labelled.

Each module in `kinds/` declares its READERS and LABELS; no other module needs to know it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from wizard.i18n import ngettext

from .exposed_item import ItemReader
from .tally import Tally

FACEBOOK, INSTAGRAM, THREADS, META_AI = "facebook", "instagram", "threads", "meta-ai"
SERVICES = (FACEBOOK, INSTAGRAM, THREADS, META_AI)
ANY = ""
"""For a reader: the records count for the service that the file belongs to."""
LABEL_VALUES = "label_values"
"""The form of a record whose translated fields are a list of labels and values, and the name of the field with that list."""
MANY = 100
"""A number for which the plural of a label stands where no number is said."""
UNNAMED_LIST = ""
"""The key of a list without a name, and of a single record without a list."""


@dataclass(frozen=True, slots=True)
class RecordReader:
    """How records are read: files by the end of their path, names of lists in them, record type and counting function."""

    service: str
    paths: tuple[str, ...]
    lists: tuple[str, ...]
    record: Any
    count: Callable[[list[Any], Tally], None]
    items: ItemReader | None = None
    """How the records are listed one by one, if the user asks for it; None if they are only counted."""
    pages: bool = True
    """Whether an HTML page of this name shows one record in each block; where that is not known it is not read."""
    form: str = ""
    """The name of a field that only records of another form have; it is read instead of the usual form where it is found."""
    needs_fields: bool = False
    """Whether a record without any known field counts as lost, and not, for example, as a post."""
    newest_only: bool = False
    """Whether the records state how things are: of two versions of a file only the newer one is read."""

    @property
    def blank(self) -> object:
        """Return a record in which no field was found."""
        return _blank_record(self.record)


@dataclass(frozen=True, slots=True)
class CountLabel:
    """The label of a count, its position in the report, and its severity as a risk."""

    name: str
    one: str
    many: str
    order: int
    severity: int = 0
    """From 1 to 5, or 0 if the count is no risk."""
    extra: bool = False
    """Whether the JSON output lists the count under `more`."""

    def text(self, number: int) -> str:
        """Return the label in the form that fits a number."""
        return ngettext(self.one, self.many, number)


@cache
def _blank_record(record: Callable[[], object]) -> object:
    return record()


@cache
def _modules() -> tuple[Any, ...]:
    package = import_module(f"{__package__}.kinds")
    return tuple(import_module(f"{package.__name__}.{info.name}") for info in iter_modules(package.__path__))


@cache
def record_readers() -> tuple[RecordReader, ...]:
    """Return the readers of all kinds, always in the same order. Cached."""
    return tuple(reader for module in _modules() for reader in module.READERS)


@cache
def count_labels() -> tuple[CountLabel, ...]:
    """Return the labels of all counts in the order of the report. Cached."""
    return tuple(sorted((label for module in _modules() for label in module.LABELS), key=lambda label: (label.order, label.name)))
