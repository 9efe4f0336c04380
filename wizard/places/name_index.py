"""An index of names: look them up exactly, by beginning, by a word in them, or with typing errors."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, Self

from wizard.core.name_folding import fold_names

LAST_CHARACTER = "\U0010ffff"
"""The last character of Unicode: it ends the range of names with a given beginning."""


class PlaceName(NamedTuple):
    """One name of a place; `region` is the ISO 3166-2 code if it is the name of a region, else ""."""

    alpha2: str
    name: str
    region: str = ""


class NameIndex:
    """Names with their folded keys, sorted by key. Several entries can have one key."""

    def __init__(self, entries: Iterable[tuple[str, PlaceName]]) -> None:
        # Parallel lists take a third of the memory of a dictionary of entries, and bisection is fast enough. The entries of a
        # place share one pair of codes, and a PlaceName is made only when it is found.
        codes: dict[tuple[str, str], tuple[str, str]] = {}
        rows = [(key, entry.name, codes.setdefault(pair, pair)) for key, entry in entries if (pair := entry[::2]) and key]
        rows.sort(key=itemgetter(0))
        self._keys = [key for key, _, _ in rows]
        self._names = [name for _, name, _ in rows]
        self._codes = [pair for _, _, pair in rows]
        self._lengths: dict[int, list[str]] = {}
        for key, _ in groupby(self._keys):
            self._lengths.setdefault(len(key), []).append(key)

    @classmethod
    def of(cls, entries: Iterable[PlaceName]) -> Self:
        """Build an index of these entries under their folded names."""
        entries = list(entries)
        return cls(zip(fold_names([entry.name for entry in entries]), entries, strict=True))

    def exact(self, key: str) -> list[PlaceName]:
        """Return the entries with exactly this key."""
        return self._range(bisect_left(self._keys, key), bisect_right(self._keys, key))

    def beginning(self, key: str) -> list[PlaceName]:
        """Return the entries whose key begins with this one."""
        return self._range(bisect_left(self._keys, key), bisect_left(self._keys, key + LAST_CHARACTER))

    def with_words(self, key: str) -> list[PlaceName]:
        """Return the entries whose key contains these whole words, the shortest first."""
        return self._entries_of(name for name in self._with_letters(key) if f" {key} " in f" {name} ")

    def containing(self, key: str) -> list[PlaceName]:
        """Return the entries whose key contains these letters, those in which a word begins with them first."""
        return self._entries_of(sorted(self._with_letters(key), key=lambda name: f" {key}" not in f" {name}"))

    def near(self, key: str, edits: int) -> list[PlaceName]:
        """Return the entries whose key is exactly `edits` typing errors away: a letter more, less, other, or two swapped."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        lengths = range(len(key) - edits, len(key) + edits + 1)
        names = [name for length in lengths for name in self._lengths.get(length, ())]
        # Only names of a similar length can be that near, so the others are not compared.
        matches = process.extract(key, names, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return self._entries_of(name for name, distance, _ in matches if distance == edits)

    def _with_letters(self, key: str) -> list[str]:
        """Return the keys that contain these letters, the shortest first."""
        return [name for length in sorted(self._lengths) for name in self._lengths[length] if key in name]

    def _entries_of(self, names: Iterable[str]) -> list[PlaceName]:
        """Return the entries of several keys, in the order of the keys."""
        return [entry for name in names for entry in self.exact(name)]

    def _range(self, start: int, end: int) -> list[PlaceName]:
        """Return the entries at these positions."""
        return [
            PlaceName(alpha2, name, region)
            for (alpha2, region), name in zip(self._codes[start:end], self._names[start:end], strict=True)
        ]
