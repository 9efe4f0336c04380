"""Put the findings about a step into a sentence."""

from wizard.core.content_models import Step
from wizard.core.findings import PUBLIC, Finding, Findings
from wizard.core.formatting import format_date, join_with_and
from wizard.i18n import _


def finding_summary(step: Step, findings: Findings) -> str:
    """Return the findings that this step resolves as a sentence; "" if there are none."""
    resolved = findings.resolved_by(step)
    if not resolved or findings.on is None:
        return ""
    days = join_with_and(map(format_date, sorted({finding.on or findings.on for finding in resolved})))
    by_label: dict[str, Finding] = {}
    for finding in resolved:
        earlier = by_label.get(finding.label)
        by_label[finding.label] = _merge_findings(earlier, finding) if earlier else finding
    shown = ", ".join(map(finding_phrase, by_label.values()))
    return _("In your export (read on {days}): {findings}.", days=days, findings=shown)


def _merge_findings(first: Finding, second: Finding) -> Finding:
    """Return the sum of two findings with the same label, from two services."""
    years = [year for year in (first.since, second.since) if year]
    return Finding(first.id, first.occurrences + second.occurrences, first.label, min(years, default=None))


def finding_phrase(finding: Finding) -> str:
    """Return one finding in words: "47 connected apps since 2011"."""
    if finding.id.endswith(f".{PUBLIC}"):
        return _("the account is public") if finding.occurrences else _("the account is private already")
    if not finding.occurrences:
        return _("no {things}", things=finding.things)
    if finding.since:
        return _("{count:,} {things} since {year}", count=finding.occurrences, things=finding.things, year=finding.since)
    return _("{count:,} {things}", count=finding.occurrences, things=finding.things)
