"""The three envelopes in which Meta wraps what it translates: maps of labels, lists of texts, and label values."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from .media import InstagramMedia
from .mojibake import normalize_label

T = TypeVar("T")

_TRUE = frozenset(map(normalize_label, ("True", "Vrai", "Wahr", "Waar", "Verdadero", "Verdadeiro", "Vero", "Верно", "Sí", "Yes")))
_FALSE = frozenset(map(normalize_label, ("False", "Faux", "Falsch", "Onwaar", "Falso", "Неверно", "No")))


class StringData(Struct, gc=False):
    """One value of a map or list of labels."""

    value: str | None = None
    timestamp: float | None = None


class TranslatedRecord(Struct, gc=False):
    """A record whose fields are named in the language of the account."""

    title: str | None = None
    string_map_data: dict[str, StringData] | None = None
    string_list_data: list[StringData] | StringData | None = None

    def entries(self) -> Iterator[tuple[str, StringData]]:
        """All values with their labels; those of a list have none."""
        if self.string_map_data:
            yield from self.string_map_data.items()
        listed = self.string_list_data
        for entry in listed if isinstance(listed, list) else (listed,):
            if entry is not None:
                yield "", entry

    @property
    def timestamp(self) -> float:
        """The first moment that one of its values carries."""
        return next((entry.timestamp for _, entry in self.entries() if entry.timestamp), 0)


class LabelValue(Struct, gc=False):
    """One field of a record of label values; fields nest in `dict` and `vec`."""

    label: str | None = None
    title: str | None = None
    value: str | None = None
    timestamp_value: float | None = None
    media: list[InstagramMedia] | InstagramMedia | None = None
    dict: "list[LabelValue] | LabelValue | None" = None
    vec: "list[LabelValue] | LabelValue | None" = None


class LabelValueRecord(Struct, gc=False):
    """A record of label values."""

    timestamp: float = 0
    fbid: str | None = None
    title: str | None = None
    media: list[InstagramMedia] | InstagramMedia | None = None
    label_values: list[LabelValue] | LabelValue | None = None

    @property
    def first_timestamp(self) -> float:
        """Its own moment, or the first one among its fields."""
        return self.timestamp or next((each.timestamp_value for each in self.fields() if each.timestamp_value), 0)

    def fields(self) -> Iterator[LabelValue]:
        """All fields, nested ones too, in their order."""
        yield from _nested_values(self.label_values)

    def all_media(self) -> Iterator[InstagramMedia]:
        """The media of the record and of its fields."""
        yield from as_list(self.media)
        for field in self.fields():
            yield from as_list(field.media)


def _nested_values(values: list[LabelValue] | LabelValue | None) -> Iterator[LabelValue]:
    waiting = [iter(as_list(values))]
    while waiting:
        field = next(waiting[-1], None)
        if field is None:
            waiting.pop()
            continue
        yield field
        waiting += [iter(as_list(inner)) for inner in (field.vec, field.dict) if inner]


def as_list(values: list[T] | T | None) -> Iterable[T]:
    """The elements of a list; Meta often writes a list of one as the bare element."""
    if values is None:
        return ()
    return values if isinstance(values, list) else (values,)


def parse_translated_bool(text: str | None) -> bool | None:
    """What a translated yes or no says; None where the word is not known."""
    word = normalize_label(text or "")
    return True if word in _TRUE else False if word in _FALSE else None


def normalize_labels(*labels: str) -> frozenset[str]:
    """Labels in the form in which they are compared."""
    return frozenset(map(normalize_label, labels))
