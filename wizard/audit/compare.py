"""Two exports side by side: what changed, kind by kind and year by year, as proof of the work."""

from dataclasses import dataclass

from .kind import SERVICES, Shown, shown
from .report import CHARTED, Report, ServiceReport


@dataclass(frozen=True, slots=True)
class Change:
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
    """All counts that are in one of the two reports."""

    kinds: tuple[Change, ...]
    years: tuple[tuple[int, Change], ...]
    became_private: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Tell whether anything differs."""
        return any(each.difference for each in self.kinds) or bool(self.became_private)


def compare(old: Report, new: Report) -> Comparison:
    """What changed from one report to the other."""
    pairs = [(name, _of(old, name), _of(new, name)) for name in SERVICES]
    return Comparison(
        kinds=tuple(change for name, before, after in pairs for row in shown() if (change := _change(name, row, before, after))),
        years=tuple(each for name, before, after in pairs for each in _by_year(name, before, after)),
        became_private=tuple(
            name
            for name, before, after in pairs
            if before and after and before.account_private is False and after.account_private
        ),
    )


def _of(report: Report, name: str) -> ServiceReport | None:
    return next((each for each in report.services if each.service == name), None)


def _change(service: str, row: Shown, before: ServiceReport | None, after: ServiceReport | None) -> Change | None:
    numbers = [each.counts.get(row.name, 0) if each else 0 for each in (before, after)]
    return Change(service, row.name, *numbers) if any(numbers) else None


def _by_year(service: str, before: ServiceReport | None, after: ServiceReport | None) -> list[tuple[int, Change]]:
    first, second = (dict(each.years) if each else {} for each in (before, after))
    found = []
    for year in sorted({*first, *second}):
        for kind in CHARTED:
            numbers = [years.get(year, {}).get(kind, 0) for years in (first, second)]
            if numbers[0] != numbers[1]:
                found.append((year, Change(service, kind, *numbers)))
    return found
