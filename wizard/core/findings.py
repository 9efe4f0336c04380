"""Read the findings that are kept from an audit, and adjust the impact of the steps that resolve them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .content_models import EMPTY, Step
from .sanitize import sanitize_line

SETTING = "audit"
"""The name of the setting under which findings are stored."""
HIGH_COUNT = 100
"""The number of occurrences from which the impact of a step rises by one."""
MOST, LEAST = 5, 1
"""The limits of an impact."""
IS_PUBLIC = ".public"
"""The end of the id of a finding that tells whether an account is public: one occurrence for yes, none for no."""


class Finding(NamedTuple):
    """A number from a data export, with its label.

    `since` is the year of the earliest occurrence. `on` is the day of the audit if it differs from that of the other
    findings. Both are None if not known.
    """

    id: str
    occurrences: int
    label: str
    since: int | None = None
    on: date | None = None


class Findings(NamedTuple):
    """All findings that are kept, and the day of the audit; None if nothing is kept."""

    on: date | None = None
    by_id: Mapping[str, Finding] = EMPTY

    def resolved_by(self, step: Step) -> tuple[Finding, ...]:
        """Return the findings that this step resolves, also those without occurrences."""
        return tuple(self.by_id[id] for id in step.resolves if id in self.by_id)


NO_FINDINGS = Findings()


def read_findings(raw: object) -> Findings:
    """Return the findings in a stored setting.

    Entries that are not valid are ignored; without a day there are none.
    """
    if not isinstance(raw, Mapping) or not isinstance(raw.get("found"), list):
        return NO_FINDINGS
    on = _parse_day(raw.get("on"))
    if on is None:
        return NO_FINDINGS
    findings = [finding for entry in raw["found"] if (finding := _read_finding(entry))]
    return Findings(on, {finding.id: finding for finding in findings})


def _read_finding(raw: object) -> Finding | None:
    if not isinstance(raw, Mapping):
        return None
    id, count, label = raw.get("id"), _parse_count(raw.get("count")), raw.get("what")
    if not isinstance(id, str) or count is None or not isinstance(label, str):
        return None
    return Finding(id, count, sanitize_line(label, 80), _parse_count(raw.get("since")), _parse_day(raw.get("on")))


def _parse_day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _parse_count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else None


def adjusted_impact(step: Step, findings: Findings) -> int:
    """Return the impact of a step for this user.

    LEAST if the audit found nothing to resolve, one more than usual from HIGH_COUNT occurrences, at most MOST.
    """
    resolved = findings.resolved_by(step)
    if not resolved:
        return step.impact
    total = sum(finding.occurrences for finding in resolved)
    if not total:
        return LEAST
    return min(MOST, step.impact + (total >= HIGH_COUNT))


def with_adjusted_impact(step: Step, findings: Findings) -> Step:
    """Return the step with its impact for this user."""
    impact = adjusted_impact(step, findings)
    return step if impact == step.impact else step._replace(impact=impact)
