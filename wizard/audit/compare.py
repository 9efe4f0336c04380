"""Two exports side by side: what changed, kind by kind and year by year, as proof of the work."""

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
        """How many more there are now; less than nought where some are gone."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """All counts of the services that both reports tell of; of a service that only one tells of nothing can be said."""

    kinds: tuple[CountChange, ...]
    years: tuple[tuple[int, CountChange], ...]
    became_private: tuple[str, ...]
    one_sided: tuple[str, ...] = ()
    became_public: tuple[str, ...] = ()
    old_is_partial: bool = False

    @property
    def changed(self) -> bool:
        """Tell whether anything differs."""
        return any(each.difference for each in self.kinds) or bool(self.became_private or self.became_public)

    @property
    def has_removed_kinds(self) -> bool:
        """Tell whether something is gone altogether, which may also be because it was not asked for."""
        return any(each.before and not each.after for each in self.kinds)


def compare_reports(old: AuditReport, new: AuditReport) -> Comparison:
    """What changed from one report to the other. Raises WizardError where one of them could not be counted."""
    if old.is_html_export or new.is_html_export:
        which = "older" if old.is_html_export else "newer"
        raise WizardError(
            f"The {which} export is in the format HTML, which cannot be counted, and so not compared.",
            "Look at it alone, and you are told how to ask Meta for JSON.",
        )
    both = [
        (name, before, after)
        for name in SERVICES
        if (before := _service_report(old, name)) and (after := _service_report(new, name))
    ]
    compared = {name for name, _, _ in both}
    return Comparison(
        kinds=tuple(
            change for name, before, after in both for row in count_labels() if (change := _change(name, row, before, after))
        ),
        years=tuple(each for name, before, after in both for each in _by_year(name, before, after)),
        became_private=tuple(name for name, before, after in both if before.account_private is False and after.account_private),
        became_public=tuple(name for name, before, after in both if before.account_private and after.account_private is False),
        old_is_partial=bool(old.unreadable),
        one_sided=tuple(
            name for name in SERVICES if name not in compared and (_service_report(old, name) or _service_report(new, name))
        ),
    )


def _service_report(report: AuditReport, name: str) -> ServiceReport | None:
    return next((each for each in report.services if each.service == name), None)


def _change(service: str, row: CountLabel, before: ServiceReport, after: ServiceReport) -> CountChange | None:
    numbers = [each.counts.get(row.name, 0) for each in (before, after)]
    return CountChange(service, row.name, *numbers) if any(numbers) else None


def _by_year(service: str, before: ServiceReport, after: ServiceReport) -> list[tuple[int, CountChange]]:
    first, second = before.years, after.years
    found = []
    for year in sorted({*first, *second}):
        for kind in BY_YEAR:
            numbers = [years.get(year, {}).get(kind, 0) for years in (first, second)]
            if numbers[0] != numbers[1]:
                found.append((year, CountChange(service, kind, *numbers)))
    return found
