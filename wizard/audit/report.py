"""The audit report: what an export contains, as one frozen value. Views and documents use nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .kind import CountLabel, count_labels
from .read_problems import ReadProblem

CHART_KINDS = ("posts", "photos", "videos", "stories")
"""The kinds that the JSON output lists by year under `years`."""
BY_YEAR = (*CHART_KINDS, "reels", "comments", "archived")
"""All kinds that are shown by year."""


@dataclass(frozen=True, slots=True)
class ServiceReport:
    """What one service holds. A count of zero means that the export has the kind, and that it is empty."""

    service: str
    counts: Mapping[str, int]
    years: Mapping[int, Mapping[str, int]]
    """The counts of the kinds BY_YEAR; years in ascending order, only those with something in them."""
    odd_dates: int
    """The number of items with an impossible or missing date, which are in no year."""
    account_private: bool | None
    """None if the export does not say it."""
    flag_unknown: bool
    """Whether there is a privacy flag that could not be recognised."""
    professional: bool
    default_audience: str | None
    spans: Mapping[str, tuple[int, int]]
    """The first and the last year of counts that have dates but are not in `years`, such as apps."""
    asked_range: tuple[date | None, date] | None = None
    """From which day to which the export was asked for, as far as it says so; the first is None for all time."""
    comments_from: str | None = None
    """Who may comment, in the words of the export."""
    comments_unknown: bool = False
    """Whether there is such a setting that could not be recognised."""
    last_privacy_change: tuple[date, bool] | None = None
    """The day of the last change between private and public, and whether it was to private; None if this is not known."""
    audience_unknown: bool = False
    """Whether there is a default audience whose label could not be recognised."""
    first_day: date | None = None
    last_day: date | None = None
    """The first and the last day (UTC) on which something is dated; None if only years are known."""

    @property
    def is_privacy_contradicted(self) -> bool:
        """Return True if the flag says the opposite of the last change between private and public."""
        change = self.last_privacy_change
        return change is not None and self.account_private is not None and change[1] is not self.account_private

    def labelled_counts(self) -> list[tuple[CountLabel, int]]:
        """Return the counts above zero with their labels, in the order of the report."""
        return [(label, self.counts[label.name]) for label in count_labels() if self.counts.get(label.name)]

    def first_year(self, name: str) -> int | None:
        """Return the first year with this count, or None if no year is known."""
        years = [year for year, counts in self.years.items() if counts.get(name)]
        return min(years, default=self.spans[name][0] if name in self.spans else None)

    def item_range(self) -> tuple[str, str] | None:
        """Return the first and the last day of what is counted as ISO dates, or years where only those are known."""
        if not self.years:
            return (self.first_day.isoformat(), self.last_day.isoformat()) if self.first_day and self.last_day else None
        first, last = min(self.years), max(self.years)
        return (
            self.first_day.isoformat() if self.first_day and self.first_day.year <= first else str(first),
            self.last_day.isoformat() if self.last_day and self.last_day.year >= last else str(last),
        )

    def counts_with_prefix(self, prefix: str) -> dict[str, int]:
        """Return the counts above zero below a name such as “apps”, by the rest of their name."""
        counts = {name.partition(".")[2]: number for name, number in self.counts.items() if name.startswith(f"{prefix}.")}
        return {name: number for name, number in counts.items() if number}


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What an export contains, and what could not be read."""

    services: tuple[ServiceReport, ...]
    read: int
    """The number of files read."""
    skipped: int
    """The number of files that were not opened."""
    unreadable: tuple[ReadProblem, ...]
    """The problems in reading, each once."""
    is_html_export: bool
    """Whether there is nothing but HTML pages, none of which could be counted."""
    closed: int = 0
    """The number of files with messages, likes, saved items or searches, which are never opened."""
    left_alone: int = 0
    """The number of other files that are known and hold nothing that is counted."""
    not_counted: Mapping[str, int] = field(default_factory=dict)
    """How many of these files hold something of the user that is not counted, by the code of what it is."""
    unknown: int = 0
    """The number of files that may list posts and media, and are not known here."""
    pages_read: int = 0
    """The number of HTML pages read."""
    pages_unread: int = 0
    """The number of HTML pages whose JSON counterpart would be read, and whose form is not known here."""
    unknown_lists: tuple[str, ...] = ()
    """The first paths of files that may list posts and media, and are not known here."""
    unread_pages: tuple[str, ...] = ()
    """The first paths of the pages that are not read."""
    read_on: date | None = None
    """The day on which the export was read."""
    made_on: date | None = None
    """The day on which Meta made the export, as far as its name says it."""
    incomplete: int = 0
    """The number of files that could not be read, or only in part: the counts are too low by what they hold."""

    def item_range(self) -> tuple[str, str] | None:
        """Return the first and the last day of what is counted in all services, as ISO dates or years; None if unknown."""
        ranges = [found for service in self.services if (found := service.item_range())]
        return (min(first for first, _ in ranges), max(last for _, last in ranges)) if ranges else None
