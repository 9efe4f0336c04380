"""Records with translated fields, in the three forms that Meta uses: maps by label, lists of values, and label values."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from .media import InstagramMedia
from .mojibake import normalize_label

T = TypeVar("T")

_SEEN_TRUE = ("True", "Vrai", "Wahr", "Waar", "Verdadero", "Verdadeiro", "Vero", "Верно", "Sí", "Yes")
_SEEN_FALSE = ("False", "Faux", "Falsch", "Onwaar", "Falso", "Неверно", "No")
_ASSUMED_TRUE = ("Prawda", "Doğru", "Sant", "Sandt", "Pravda", "Tosi", "Adevărat", "Igaz", "Αληθές", "真", "참", "正しい")
_ASSUMED_FALSE = ("Fałsz", "Yanlış", "Falskt", "Falsk", "Nepravda", "Epätosi", "Fals", "Hamis", "Ψευδές", "假", "거짓", "誤り")
"""Words for true and false: those seen in exports, and those of other languages, which are assumed. Others stay unknown."""
_TRUE = frozenset(map(normalize_label, (*_SEEN_TRUE, *_ASSUMED_TRUE)))
_FALSE = frozenset(map(normalize_label, (*_SEEN_FALSE, *_ASSUMED_FALSE)))


class StringData(Struct, gc=False):
    """One value in a map by label, or in a list of values."""

    value: str | None = None
    timestamp: float | None = None


class TranslatedRecord(Struct, gc=False):
    """A record whose fields are named in the language of the account."""

    title: str | None = None
    string_map_data: dict[str, StringData] | None = None
    string_list_data: list[StringData] | StringData | None = None

    def entries(self) -> Iterator[tuple[str, StringData]]:
        """Yield all values with their labels; the label is "" in a list."""
        if self.string_map_data:
            yield from self.string_map_data.items()
        listed = self.string_list_data
        for entry in listed if isinstance(listed, list) else (listed,):
            if entry is not None:
                yield "", entry

    @property
    def timestamp(self) -> float:
        """Return the first timestamp of its values, or 0."""
        return next((entry.timestamp for _, entry in self.entries() if entry.timestamp), 0)


class LabelValue(Struct, gc=False):
    """One field of a `LabelValueRecord`; fields are nested in `dict` and `vec`."""

    label: str | None = None
    title: str | None = None
    value: str | None = None
    timestamp_value: float | None = None
    media: list[InstagramMedia] | InstagramMedia | None = None
    dict: "list[LabelValue] | LabelValue | None" = None
    vec: "list[LabelValue] | LabelValue | None" = None


class LabelValueRecord(Struct, gc=False):
    """A record whose translated fields are a list of label and value."""

    timestamp: float = 0
    creation_timestamp: float = 0
    fbid: str | None = None
    title: str | None = None
    media: list[InstagramMedia] | InstagramMedia | None = None
    label_values: list[LabelValue] | LabelValue | None = None

    @property
    def first_timestamp(self) -> float:
        """Return the timestamp of the record, or else the first one of its fields or media, or 0."""
        own = self.timestamp or self.creation_timestamp
        own = own or next((field.timestamp_value for field in self.fields() if field.timestamp_value), 0)
        return own or next((item.creation_timestamp for item in self.all_media() if item.creation_timestamp), 0)

    def fields(self) -> Iterator[LabelValue]:
        """Yield all fields in their order, nested ones too."""
        yield from nested_values(self.label_values)

    def text(self, labels: frozenset[str]) -> str:
        """Return the value of the first field with one of these labels, or ""."""
        return next((field.value for field in self.fields() if field.value and normalize_label(field.label or "") in labels), "")

    def all_media(self) -> Iterator[InstagramMedia]:
        """Yield the media of the record and of its fields."""
        yield from as_list(self.media)
        for field in self.fields():
            yield from as_list(field.media)


def nested_values(values: list[LabelValue] | LabelValue | None) -> Iterator[LabelValue]:
    """Yield the values and all values inside them, depth first. A stack instead of recursion allows any depth."""
    stack = [iter(as_list(values))]
    while stack:
        field = next(stack[-1], None)
        if field is None:
            stack.pop()
            continue
        yield field
        stack += [iter(as_list(inner)) for inner in (field.vec, field.dict) if inner]


def as_list(values: list[T] | T | None) -> Iterable[T]:
    """Return the elements of a list, or of a value without a list, as Meta often writes a list of one."""
    if values is None:
        return ()
    return values if isinstance(values, list) else (values,)


def parse_translated_bool(text: str | None) -> bool | None:
    """Return the meaning of a translated yes or no, or None if the word is unknown."""
    word = normalize_label(text or "")
    return True if word in _TRUE else False if word in _FALSE else None


def normalize_labels(*labels: str) -> frozenset[str]:
    """Return labels normalized for comparison."""
    return frozenset(map(normalize_label, labels))
