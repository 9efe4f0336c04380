"""What an export shows, worst first, each with the step of the plan that mends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wizard.core.findings import Finding

from .kind import SERVICES, THREADS, shown
from .report import Report, ServiceReport

NAMES = {"facebook": "Facebook", "instagram": "Instagram", THREADS: "Threads"}
PUBLIC = "public"
"""The finding that the account is not private."""
_PUBLIC_SEVERITY = 5
_HIDDEN_BY_PRIVACY = ("posts", "photos", "videos", "stories", "reels")
_LESS = 2
"""By how much a private account makes its posts matter less."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that was found: its id, in words, how often, how bad, and the id of the step that mends it, if there is one."""

    id: str
    what: str
    count: int
    severity: int
    step: str

    @property
    def is_public(self) -> bool:
        """Tell whether it is that the account is public, which is nothing to be counted."""
        return self.id.endswith(f".{PUBLIC}")

    @property
    def named(self) -> str:
        """What it is, with the service, for a list in which several occur."""
        return self.what if self.is_public else f"{self.what} ({NAMES[self.id.partition('.')[0]]})"


def worst_first(report: Report, steps: Mapping[str, str]) -> tuple[Concern, ...]:
    """The findings that a person can do something about; `steps` names the step that mends each."""
    found = [concern for each in report.services for concern in _concerns(each, steps)]
    return tuple(sorted(found, key=lambda each: (-each.severity, -each.count, each.id)))


def _concerns(service: ServiceReport, steps: Mapping[str, str]) -> list[Concern]:
    found = []
    if service.account_private is False:
        id = f"{service.service}.{PUBLIC}"
        found.append(Concern(id, f"Your {NAMES[service.service]} account is public", 1, _PUBLIC_SEVERITY, steps.get(id, "")))
    for row, number in service.rows():
        if not row.severity:
            continue
        severity = row.severity
        if service.account_private and row.name in _HIDDEN_BY_PRIVACY:
            severity = max(1, severity - _LESS)
        id = f"{service.service}.{row.name}"
        found.append(Concern(id, row.one if number == 1 else row.many, number, severity, steps.get(id, "")))
    return found


def numbers(report: Report) -> list[Finding]:
    """All numbers of a report, without anything of the person: all that is ever stored of an audit."""
    return [finding for each in report.services for finding in _numbers(each)]


def _numbers(service: ServiceReport) -> Iterator[Finding]:
    for row in shown():
        if row.name in service.counts:
            yield Finding(f"{service.service}.{row.name}", service.counts[row.name], row.many, service.first_year(row.name))
    if service.account_private is not None:
        yield Finding(f"{service.service}.{PUBLIC}", int(not service.account_private), "public account")


def finding_ids() -> tuple[str, ...]:
    """The ids of everything that an audit can find, which steps may say that they mend."""
    return tuple(f"{service}.{name}" for service in SERVICES for name in (*(each.name for each in shown()), PUBLIC))
