"""What an export showed, in a sentence."""

from .content_models import Step
from .findings import IS_PUBLIC, Finding, Findings
from .formatting import format_date


def finding_summary(step: Step, findings: Findings) -> str:
    """What the export showed of what this step mends, in a sentence; empty where it showed nothing."""
    found = findings.resolved_by(step)
    if not found or findings.on is None:
        return ""
    days = " and ".join(map(format_date, sorted({each.on or findings.on for each in found})))
    together: dict[str, Finding] = {}
    for each in found:
        together[each.label] = _merge_findings(together[each.label], each) if each.label in together else each
    return f"In your export (read on {days}): {', '.join(map(_phrase, together.values()))}."


def _merge_findings(one: Finding, other: Finding) -> Finding:
    """The same thing found with two services."""
    years = [each for each in (one.since, other.since) if each]
    return Finding(one.id, one.occurrences + other.occurrences, one.label, min(years, default=None))


def _phrase(finding: Finding) -> str:
    if finding.id.endswith(IS_PUBLIC):
        return "the account is public" if finding.occurrences else "the account is private already"
    if not finding.occurrences:
        return f"no {finding.label}"
    since = f" since {finding.since}" if finding.since else ""
    return f"{finding.occurrences:,} {finding.label}{since}"
