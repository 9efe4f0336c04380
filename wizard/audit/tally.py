"""What has been counted: numbers that can be added up in any order, so that two processes can share the counting."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .deduplication import Deduplicator
from .timestamps import UNKNOWN_YEAR, year_code, year_codes


class Tally:
    """Counts of one service: of records, of records by year, of things told apart, and single facts."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.years: Counter[tuple[str, int]] = Counter()
        self.items = Deduplicator()
        self.nameless: Counter[int] = Counter()  # things without an address, which cannot be told apart
        self.facts: dict[str, str] = {}
        self.spans: dict[str, tuple[float, float]] = {}

    def add(self, name: str, number: int = 1) -> None:
        """Count records of a kind; nought says that the export has the kind, and that it is empty."""
        self.counts[name] += number

    def mark_present(self, *names: str) -> None:
        """Take down that the export has these kinds, even where nothing is in them any more."""
        for name in names:
            self.add(name, 0)

    def add_dated(self, name: str, moments: Sequence[float]) -> None:
        """Count records, each in the year of its moment."""
        self.add(name, len(moments))
        for code, number in Counter(year_codes(moments)).items():
            self.years[name, code] += number

    def add_distinct(self, addresses: list[str], numbers: list[int]) -> None:
        """Take down things that may be listed again elsewhere: their addresses, and what `about` says of each."""
        if "" in addresses:
            self.nameless.update(number for address, number in zip(addresses, numbers, strict=True) if not address)
            named = [(address, number) for address, number in zip(addresses, numbers, strict=True) if address]
            addresses, numbers = [address for address, _ in named], [number for _, number in named]
        try:
            self.items.add(addresses, numbers)
        except UnicodeEncodeError:  # half a character; nothing harmful, and very rare
            self.items.add([each.encode("utf-8", "replace").decode() for each in addresses], numbers)

    def set_fact(self, name: str, value: str) -> None:
        """Take down a fact; of several the smaller text stays, so that the order of files does not matter."""
        self.facts[name] = min(value, self.facts.get(name, value))

    def widen_time_range(self, name: str, moment: float) -> None:
        """Widen the time in which something happened."""
        if year_code(moment) != UNKNOWN_YEAR:
            first, last = self.spans.get(name, (moment, moment))
            self.spans[name] = (min(first, moment), max(last, moment))

    def to_plain(self) -> dict[str, Any]:
        """Everything in plain values, as it travels between processes."""
        return {
            "counts": dict(self.counts),
            "years": [(name, year, number) for (name, year), number in self.years.items()],
            "items": self.items.packed(),
            "nameless": dict(self.nameless),
            "facts": self.facts,
            "spans": self.spans,
        }

    def merge(self, packed: Mapping[str, Any]) -> None:
        """Add a packed tally."""
        for name, number in packed["counts"].items():
            self.counts[name] += number
        for name, year, number in packed["years"]:
            self.years[name, year] += number
        self.items.merge(packed["items"])
        for number, times in packed["nameless"].items():
            self.nameless[number] += times
        for name, value in packed["facts"].items():
            self.set_fact(name, value)
        for name, ends in packed["spans"].items():
            for moment in ends:
                self.widen_time_range(name, moment)
