"""What an export showed, in a sentence."""

from .findings import IS_PUBLIC, Finding, Findings
from .library import Step
from .words import day


def found_line(step: Step, findings: Findings) -> str:
    """What the export showed of what this step mends, in a sentence; empty where it showed nothing."""
    found = findings.mended_by(step)
    if not found or findings.on is None:
        return ""
    days = " and ".join(map(day, sorted({each.on or findings.on for each in found})))
    together: dict[str, Finding] = {}
    for each in found:
        together[each.what] = _both(together[each.what], each) if each.what in together else each
    return f"In your export (read on {days}): {', '.join(map(_phrase, together.values()))}."


def _both(one: Finding, other: Finding) -> Finding:
    """The same thing found with two services."""
    years = [each for each in (one.since, other.since) if each]
    return Finding(one.id, one.times + other.times, one.what, min(years, default=None))


def _phrase(finding: Finding) -> str:
    if finding.id.endswith(IS_PUBLIC):
        return "the account is public" if finding.times else "the account is private already"
    if not finding.times:
        return f"no {finding.what}"
    since = f" since {finding.since}" if finding.since else ""
    return f"{finding.times:,} {finding.what}{since}"
