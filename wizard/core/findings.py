"""What a data export showed, as far as it was kept: numbers, from which the plan learns how much each step would mend."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .content_models import EMPTY, Step
from .sanitize import sanitize_line

SETTING = "audit"
"""The name of the setting under which findings are kept."""
HIGH_COUNT = 100
"""From so many findings on a step counts for more."""
MOST, LEAST = 5, 1
IS_PUBLIC = ".public"


class Finding(NamedTuple):
    """How often something was found, since which year, and what it is in words; and when, if on another day than the rest."""

    id: str
    occurrences: int
    label: str
    since: int | None = None
    on: date | None = None


class Findings(NamedTuple):
    """All that was kept of an audit, and the day it was made; without a day nothing was kept."""

    on: date | None = None
    by_id: Mapping[str, Finding] = EMPTY

    def resolved_by(self, step: Step) -> tuple[Finding, ...]:
        """What this step would mend."""
        return tuple(self.by_id[id] for id in step.resolves if id in self.by_id)


NO_FINDINGS = Findings()


def read_findings(raw: object) -> Findings:
    """The findings in a setting; what is not one is left aside."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("found"), list):
        return NO_FINDINGS
    on = _day(raw.get("on"))
    if on is None:
        return NO_FINDINGS
    found = [finding for each in raw["found"] if (finding := _read(each))]
    return Findings(on, {each.id: each for each in found})


def _read(raw: object) -> Finding | None:
    if not isinstance(raw, Mapping):
        return None
    id, count, what = raw.get("id"), _number(raw.get("count")), raw.get("what")
    if not isinstance(id, str) or count is None or not isinstance(what, str):
        return None
    return Finding(id, count, sanitize_line(what, 80), _number(raw.get("since")), _day(raw.get("on")))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else None


def adjusted_impact(step: Step, findings: Findings) -> int:
    """The step's impact for this person: least where nothing is left to mend, one more where there is very much of it."""
    found = findings.resolved_by(step)
    if not found:
        return step.impact
    total = sum(each.occurrences for each in found)
    if not total:
        return LEAST
    return min(MOST, step.impact + (total >= HIGH_COUNT))


def with_adjusted_impact(step: Step, findings: Findings) -> Step:
    """The step with the impact that it has for this person."""
    impact = adjusted_impact(step, findings)
    return step if impact == step.impact else step._replace(impact=impact)
