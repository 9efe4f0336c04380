"""Counts of one service that can be added in any order, so that two processes can share the counting."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .deduplication import Deduplicator
from .timestamps import UNKNOWN_YEAR, YEAR_STARTS, year_code, year_codes

ASKED_RANGE = "asked"
"""The name of the time range for which the export was asked."""
REQUESTED = "requested"
"""The name of the time range in which the request was made or completed that names the range; absent if a page names it."""
RANGES_DIFFER = "ranges-differ"
"""The name of the fact that other requests of the user asked for other ranges."""
CHANGED_TO = {True: "changed-to-private", False: "changed-to-public", None: "changed-to-unknown"}
"""The names of the time ranges in which the account became private, or public, or where the words for it are not known."""
ITEM_RANGE = "items"
"""The name of the time range of everything that has a date."""


class Tally:
    """Counts of one service: records, records by year, distinct items, single facts and time ranges."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.years: Counter[tuple[str, int]] = Counter()
        """By name and year code."""
        self.items = Deduplicator()
        self.items_without_uri: Counter[int] = Counter()
        """By packed attributes. These items cannot be deduplicated; each mention counts."""
        self.facts: dict[str, str] = {}
        self.spans: dict[str, tuple[float, float]] = {}
        """The first and the last timestamp by name."""

    def add(self, name: str, number: int = 1) -> None:
        """Add to a count. Zero records that the export has this kind, and that it is empty."""
        self.counts[name] += number

    def mark_present(self, *names: str) -> None:
        """Record that the export has these kinds, even if they are empty."""
        for name in names:
            self.add(name, 0)

    def add_dated(self, name: str, timestamps: Sequence[float]) -> None:
        """Count records, one for each timestamp, in total and by year."""
        self.add(name, len(timestamps))
        self.widen_item_range(timestamps)
        for code, number in Counter(year_codes(timestamps)).items():
            self.years[name, code] += number

    def add_distinct(self, uris: list[str], attributes: list[int]) -> None:
        """Add items that may be listed again elsewhere: their URIs, "" if unknown, and their packed attributes."""
        if "" in uris:
            self.items_without_uri.update(packed for uri, packed in zip(uris, attributes, strict=True) if not uri)
            with_uri = [(uri, packed) for uri, packed in zip(uris, attributes, strict=True) if uri]
            uris, attributes = [uri for uri, _ in with_uri], [packed for _, packed in with_uri]
        try:
            self.items.add(uris, attributes)
        except UnicodeEncodeError:  # a lone surrogate, which is very rare; what was added before counts once all the same
            self.items.add([uri.encode("utf-8", "replace").decode() for uri in uris], attributes)

    def set_fact(self, name: str, value: str) -> None:
        """Set a fact. Of several values the smallest text is kept, so that the order of files does not matter."""
        self.facts[name] = min(value, self.facts.get(name, value))

    def widen_time_range(self, name: str, timestamp: float) -> None:
        """Widen the time range of a name to include the timestamp; ignored if its year is impossible."""
        if year_code(timestamp) != UNKNOWN_YEAR:
            first, last = self.spans.get(name, (timestamp, timestamp))
            self.spans[name] = (min(first, timestamp), max(last, timestamp))

    def note_asked_range(self, first: float, last: float) -> None:
        """Note from when to when the export was asked for; of several the earliest begin and the latest end."""
        self.set_fact(ASKED_RANGE, f"{max(0, int(first)):012}")
        self.widen_time_range(ASKED_RANGE, last)

    def note_request(self, moment: float, *, is_only_range: bool) -> None:
        """Note that the range comes from a request of this moment, and whether all others asked for the same one."""
        self.widen_time_range(REQUESTED, moment)
        if not is_only_range:
            self.set_fact(RANGES_DIFFER, "yes")

    def widen_item_range(self, timestamps: Sequence[float]) -> None:
        """Widen the range of everything that has a date; timestamps that are not possible seconds are ignored."""
        earliest, end = YEAR_STARTS[0], YEAR_STARTS[-1]
        if timestamps and not (earliest <= min(timestamps) and max(timestamps) < end):
            timestamps = [timestamp for timestamp in timestamps if earliest <= timestamp < end]
        if timestamps:
            first, last = self.spans.get(ITEM_RANGE, (end, earliest))
            self.spans[ITEM_RANGE] = (min(first, *timestamps), max(last, *timestamps))

    def to_plain(self) -> dict[str, Any]:
        """Return everything in plain values, to be sent to another process or merged."""
        return {
            "counts": dict(self.counts),
            "years": [(name, year, number) for (name, year), number in self.years.items()],
            "items": self.items.packed(),
            "items_without_uri": dict(self.items_without_uri),
            "facts": self.facts,
            "spans": self.spans,
        }

    def merge(self, plain: Mapping[str, Any]) -> None:
        """Add a tally in the form of `to_plain`."""
        for name, number in plain["counts"].items():
            self.counts[name] += number
        for name, year, number in plain["years"]:
            self.years[name, year] += number
        self.items.merge(plain["items"])
        for attributes, number in plain["items_without_uri"].items():
            self.items_without_uri[attributes] += number
        for name, value in plain["facts"].items():
            self.set_fact(name, value)
        for name, ends in plain["spans"].items():
            for timestamp in ends:
                self.widen_time_range(name, timestamp)
