"""Compare two exports by kind and year, to show what the user's work has changed."""

from collections.abc import Container
from dataclasses import dataclass

from wizard.errors import WizardError

from .kind import SERVICES, CountLabel, count_labels
from .report import BY_YEAR, AuditReport, ServiceReport


@dataclass(frozen=True, slots=True)
class CountChange:
    """A count before and after."""

    service: str
    name: str
    before: int
    after: int

    @property
    def difference(self) -> int:
        """Return how many were added; negative if some are gone."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """All counts of the services that are in both reports."""

    kinds: tuple[CountChange, ...]
    """All counts above zero in one of the reports, unchanged ones too, in the order of the report."""
    years: tuple[tuple[int, CountChange], ...]
    """The counts by year that differ."""
    became_private: tuple[str, ...]
    compared: tuple[str, ...] = ()
    """Services that are in both reports."""
    only_old: tuple[str, ...] = ()
    """Services that are in the older report only and cannot be compared."""
    only_new: tuple[str, ...] = ()
    """Services that are in the newer report only and cannot be compared."""
    became_public: tuple[str, ...] = ()
    old_is_partial: bool = False
    """Whether some of the older export could not be read."""
    limited_to: tuple[tuple[str, int, int], ...] = ()
    """Services of which only some years are compared, with the first and the last: one of the exports was not asked for all."""

    @property
    def one_sided(self) -> tuple[str, ...]:
        """Return the services that are in one report only."""
        return tuple(name for name in SERVICES if name in (*self.only_old, *self.only_new))

    @property
    def changed(self) -> bool:
        """Return True if anything differs."""
        return any(change.difference for change in self.kinds) or bool(self.became_private or self.became_public)

    @property
    def has_removed_kinds(self) -> bool:
        """Return True if a kind is gone completely; perhaps it was only not requested in the newer export."""
        return any(change.before and not change.after for change in self.kinds)


def compare_reports(old: AuditReport, new: AuditReport) -> Comparison:
    """Return what changed from one report to the other. Raises WizardError if one of them is of HTML pages."""
    if old.is_html_export or new.is_html_export:
        raise WizardError("older-not-comparable" if old.is_html_export else "newer-not-comparable")
    in_both = [
        (name, before, after)
        for name in SERVICES
        if (before := _service_report(old, name)) and (after := _service_report(new, name))
    ]
    compared = tuple(name for name, _, _ in in_both)
    limits = {name: years for name, before, after in in_both if (years := _years_of_both(before, after)) is not None}
    return Comparison(
        kinds=tuple(
            change
            for name, before, after in in_both
            for label in count_labels()
            if (change := _count_change(name, label, before, after, limits.get(name)))
        ),
        years=tuple(
            change for name, before, after in in_both for change in _changes_by_year(name, before, after, limits.get(name))
        ),
        became_private=tuple(
            name for name, before, after in in_both if before.account_private is False and after.account_private
        ),
        became_public=tuple(name for name, before, after in in_both if before.account_private and after.account_private is False),
        old_is_partial=bool(old.incomplete),
        compared=compared,
        only_old=_services_without(old, compared),
        only_new=_services_without(new, compared),
        limited_to=tuple((name, years.start, years.stop - 1) for name, years in limits.items()),
    )


def _years_of_both(before: ServiceReport, after: ServiceReport) -> range | None:
    """Return the years that both exports cover from their first day on, or None if neither says that it begins later."""
    asked = [found for report in (before, after) if (found := report.asked_range)]
    begins = [first.year + ((first.month, first.day) != (1, 1)) for first, _ in asked if first]
    return range(max(begins), min(last.year for _, last in asked) + 1) if begins else None


def _services_without(report: AuditReport, compared: Container[str]) -> tuple[str, ...]:
    return tuple(name for name in SERVICES if name not in compared and _service_report(report, name))


def _service_report(report: AuditReport, name: str) -> ServiceReport | None:
    return next((service for service in report.services if service.service == name), None)


def _count_change(
    service: str, label: CountLabel, before: ServiceReport, after: ServiceReport, years: range | None
) -> CountChange | None:
    """Return the change of one count, in `years` if these are limited, or None if it is zero in both reports or has no years."""
    if years is None:
        counts = [report.counts.get(label.name, 0) for report in (before, after)]
    else:
        counts = [sum(report.years.get(year, {}).get(label.name, 0) for year in years) for report in (before, after)]
    return CountChange(service, label.name, *counts) if any(counts) else None


def _changes_by_year(
    service: str, before: ServiceReport, after: ServiceReport, years: range | None
) -> list[tuple[int, CountChange]]:
    changes = []
    for year in sorted({*before.years, *after.years} & set(years if years is not None else {*before.years, *after.years})):
        for kind in BY_YEAR:
            counts = [report.years.get(year, {}).get(kind, 0) for report in (before, after)]
            if counts[0] != counts[1]:
                changes.append((year, CountChange(service, kind, *counts)))
    return changes
