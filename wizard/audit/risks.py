"""What an export shows, worst first, each with the step of the plan that mends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wizard.core.findings import Finding

from .kind import SERVICES, THREADS, count_labels
from .report import AuditReport, ServiceReport

SERVICE_NAMES = {"facebook": "Facebook", "instagram": "Instagram", THREADS: "Threads"}
PUBLIC = "public"
"""The finding that the account is not private."""
_PUBLIC_SEVERITY = 5
_HIDDEN_BY_PRIVACY = ("posts", "photos", "videos", "stories", "reels")
_PRIVATE_ACCOUNT_DISCOUNT = 2
"""By how much a private account makes its posts matter less."""


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that was found: its id, in words, how often, how bad, and the id of the step that mends it, if there is one."""

    id: str
    label: str
    count: int
    severity: int
    step: str

    @property
    def is_public(self) -> bool:
        """Tell whether it is that the account is public, which is nothing to be counted."""
        return self.id.endswith(f".{PUBLIC}")

    @property
    def label_with_service(self) -> str:
        """What it is, with the service, for a list in which several occur."""
        return self.label if self.is_public else f"{self.label} ({SERVICE_NAMES[self.id.partition('.')[0]]})"


def rank_risks(report: AuditReport, steps: Mapping[str, str]) -> tuple[Risk, ...]:
    """The findings that a person can do something about; `steps` names the step that mends each."""
    found = [concern for each in report.services for concern in _risks_of_service(each, steps)]
    return tuple(sorted(found, key=lambda each: (-each.severity, -each.count, each.id)))


def _risks_of_service(service: ServiceReport, steps: Mapping[str, str]) -> list[Risk]:
    found = []
    if service.account_private is False:
        id = f"{service.service}.{PUBLIC}"
        found.append(Risk(id, f"Your {SERVICE_NAMES[service.service]} account is public", 1, _PUBLIC_SEVERITY, steps.get(id, "")))
    for row, number in service.labelled_counts():
        if not row.severity:
            continue
        severity = row.severity
        if service.account_private and row.name in _HIDDEN_BY_PRIVACY:
            severity = max(1, severity - _PRIVATE_ACCOUNT_DISCOUNT)
        id = f"{service.service}.{row.name}"
        found.append(Risk(id, row.one if number == 1 else row.many, number, severity, steps.get(id, "")))
    return found


def findings_from_report(report: AuditReport) -> list[Finding]:
    """All numbers of a report, without anything of the person: all that is ever stored of an audit."""
    return [finding for each in report.services for finding in _numbers(each)]


def _numbers(service: ServiceReport) -> Iterator[Finding]:
    for row in count_labels():
        if row.name in service.counts:
            yield Finding(f"{service.service}.{row.name}", service.counts[row.name], row.many, service.first_year(row.name))
    if service.account_private is not None:
        yield Finding(f"{service.service}.{PUBLIC}", int(not service.account_private), "public account")


def finding_ids() -> tuple[str, ...]:
    """The ids of everything that an audit can find, which steps may say that they mend."""
    return tuple(f"{service}.{name}" for service in SERVICES for name in (*(each.name for each in count_labels()), PUBLIC))
