"""What an export shows, as one frozen value: every face and document of the audit takes nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from .kind import CountLabel, count_labels

CHART_KINDS = ("posts", "photos", "videos", "stories")
"""The kinds that scripts are told year by year."""
BY_YEAR = (*CHART_KINDS, "reels", "comments")
"""All kinds that are told year by year."""


@dataclass(frozen=True, slots=True)
class ServiceReport:
    """What one service holds. A count of nought says that the export has the kind, and that nothing is in it."""

    service: str
    counts: Mapping[str, int]
    years: Mapping[int, Mapping[str, int]]
    odd_dates: int
    account_private: bool | None
    flag_unknown: bool
    professional: bool
    default_audience: str | None
    spans: Mapping[str, tuple[int, int]]
    """The first and the last year of what has dates and no place in `years`, such as apps."""

    def labelled_counts(self) -> list[tuple[CountLabel, int]]:
        """What is there, in the order of the report."""
        return [(each, self.counts[each.name]) for each in count_labels() if self.counts.get(each.name)]

    def first_year(self, name: str) -> int | None:
        """The first year in which this is found, where it is told."""
        years = [year for year, found in self.years.items() if found.get(name)]
        return min(years, default=self.spans[name][0] if name in self.spans else None)

    def counts_with_prefix(self, prefix: str) -> dict[str, int]:
        """The counts below a name such as “apps”."""
        found = {name.partition(".")[2]: number for name, number in self.counts.items() if name.startswith(f"{prefix}.")}
        return {name: number for name, number in found.items() if number}


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What an export shows, and what of it could not be read."""

    services: tuple[ServiceReport, ...]
    read: int
    skipped: int
    unreadable: tuple[str, ...]
    is_html_export: bool
