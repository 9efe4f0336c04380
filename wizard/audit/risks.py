"""The risks that a report shows, worst first, each with the step that resolves it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wizard.core.findings import FINDING_LABELS, PUBLIC, Finding, Findings
from wizard.i18n import _

from .kind import META_AI, SERVICES, THREADS, count_labels
from .report import AuditReport, ServiceReport

SERVICE_NAMES = {"facebook": "Facebook", "instagram": "Instagram", THREADS: "Threads", META_AI: "Meta AI"}
_PUBLIC_SEVERITY = 5
_HIDDEN_BY_PRIVACY = ("posts", "photos", "videos", "stories", "reels")
_PRIVATE_ACCOUNT_DISCOUNT = 2
"""By how much the severity of the counts _HIDDEN_BY_PRIVACY is lower in a private account."""


class NarrowedService(NamedTuple):
    """A service whose kept numbers went back to the year `before`, while those that replace them begin in the year `now`."""

    service: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Risk:
    """A finding with its label, count, severity from 1 to 5, and the id of the step that resolves it, or ""."""

    id: str
    label: str
    count: int
    severity: int
    step: str

    @property
    def is_public(self) -> bool:
        """Return True if the risk is that the account is public; its count means nothing then."""
        return self.id.endswith(f".{PUBLIC}")

    @property
    def label_with_service(self) -> str:
        """Return the label with the service, for a list with several services."""
        return self.label if self.is_public else f"{self.label} ({SERVICE_NAMES[self.id.partition('.')[0]]})"


def rank_risks(report: AuditReport, steps: Mapping[str, str]) -> tuple[Risk, ...]:
    """Return the risks by severity and count, highest first; `steps` maps a finding to the step that resolves it.

    A public account comes before everything else, since it makes all of it worse.
    """
    risks = [risk for service in report.services for risk in _risks_of_service(service, steps)]
    return tuple(sorted(risks, key=lambda risk: (not risk.is_public, -risk.severity, -risk.count, risk.id)))


def _risks_of_service(service: ServiceReport, steps: Mapping[str, str]) -> list[Risk]:
    risks = []
    if service.account_private is False:
        id = f"{service.service}.{PUBLIC}"
        label_text = _("Your {service} account is public", service=SERVICE_NAMES[service.service])
        risks.append(Risk(id, label_text, 1, _PUBLIC_SEVERITY, steps.get(id, "")))
    for label, count in service.labelled_counts():
        if not label.severity:
            continue
        severity = label.severity
        if service.account_private and not service.is_privacy_contradicted and label.name in _HIDDEN_BY_PRIVACY:
            severity = max(1, severity - _PRIVATE_ACCOUNT_DISCOUNT)
        id = f"{service.service}.{label.name}"
        risks.append(Risk(id, label.text(count), count, severity, steps.get(id, "")))
    return risks


def findings_from_report(report: AuditReport) -> list[Finding]:
    """Return all numbers of a report without any personal data: nothing else of an audit is ever stored."""
    return [finding for service in report.services for finding in _findings_of_service(service)]


def _findings_of_service(service: ServiceReport) -> Iterator[Finding]:
    for label in count_labels():
        if label.name in service.counts:
            first_year = service.first_year(label.name)
            yield Finding(f"{service.service}.{label.name}", service.counts[label.name], label.many, first_year)
    if service.account_private is not None:
        yield Finding(f"{service.service}.{PUBLIC}", int(not service.account_private), FINDING_LABELS[PUBLIC])


def narrowed_services(report: AuditReport, kept: Findings) -> tuple[NarrowedService, ...]:
    """Return the services of which the kept findings reach further back than the report: its range may be shorter."""
    narrowed = []
    for service in report.services:
        before = min((f.since for id, f in kept.by_id.items() if id.startswith(f"{service.service}.") and f.since), default=0)
        now = min(service.years, default=0)
        if 0 < before < now:
            narrowed.append(NarrowedService(service.service, before, now))
    return tuple(narrowed)


def finding_ids() -> tuple[str, ...]:
    """Return the ids of all possible findings, which steps may name in `mends`."""
    return tuple(f"{service}.{name}" for service in SERVICES for name in (*(label.name for label in count_labels()), PUBLIC))
