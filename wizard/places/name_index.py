"""Names that can be looked up exactly, by their beginning, by a word in them, and with typing errors."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, Self

from .name_folding import fold_names

LAST_CHARACTER = "\U0010ffff"


class PlaceName(NamedTuple):
    """One name of a place; `region` is the ISO 3166-2 code where the name is that of a part of a country."""

    alpha2: str
    name: str
    region: str = ""


class NameIndex:
    """A set of names, folded for comparison and in order."""

    def __init__(self, entries: Iterable[tuple[str, PlaceName]]) -> None:
        # Two lists in step take half the memory of a dictionary, and a bisection is quick enough.
        named = sorted(((key, entry) for key, entry in entries if key), key=itemgetter(0))
        self._keys = [key for key, _ in named]
        self._entries = [entry for _, entry in named]
        self._lengths: dict[int, list[str]] = {}
        for key, _ in groupby(self._keys):
            self._lengths.setdefault(len(key), []).append(key)

    @classmethod
    def of(cls, entries: Iterable[PlaceName]) -> Self:
        """The index of these entries under their folded names."""
        listed = list(entries)
        return cls(zip(fold_names([entry.name for entry in listed]), listed, strict=True))

    def exact(self, key: str) -> list[PlaceName]:
        """The entries of exactly this name."""
        return self._entries[bisect_left(self._keys, key) : bisect_right(self._keys, key)]

    def beginning(self, key: str) -> list[PlaceName]:
        """The entries whose name begins so, those that are nearly complete first."""
        span = range(bisect_left(self._keys, key), bisect_left(self._keys, key + LAST_CHARACTER))
        return [self._entries[at] for at in sorted(span, key=lambda at: len(self._keys[at]))]

    def with_words(self, key: str) -> list[PlaceName]:
        """The entries that have these whole words in their name, the shortest name first."""
        return self._of(name for name in self._with_letters(key) if f" {key} " in f" {name} ")

    def containing(self, key: str) -> list[PlaceName]:
        """The entries that have these letters somewhere in their name, those where a word begins so first."""
        return self._of(sorted(self._with_letters(key), key=lambda name: f" {key}" not in f" {name}"))

    def near(self, key: str, edits: int) -> list[PlaceName]:
        """The entries whose name is just so many typing errors away (a letter more, less, other, or two swapped)."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        lengths = range(len(key) - edits, len(key) + edits + 1)
        names = [name for length in lengths for name in self._lengths.get(length, ())]
        found = process.extract(key, names, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return self._of(name for name, distance, _ in found if distance == edits)

    def _with_letters(self, key: str) -> list[str]:
        return [name for length in sorted(self._lengths) for name in self._lengths[length] if key in name]

    def _of(self, names: Iterable[str]) -> list[PlaceName]:
        return [entry for name in names for entry in self.exact(name)]
