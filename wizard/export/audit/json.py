"""The audit as JSON, in the shape that scripts rely on (`docs/audit-json.md`). What an export lacks is absent, never nought."""

import json
from collections.abc import Mapping, Sequence

from wizard.audit.compare import Comparison, CountChange
from wizard.audit.kind import count_labels
from wizard.audit.report import BY_YEAR, CHART_KINDS, AuditReport, ServiceReport
from wizard.audit.risks import Risk

SCHEMA = 1


def audit_json(report: AuditReport, worst: Sequence[Risk], comparison: Comparison | None = None) -> str:
    """The report, what is worst, and what changed where two exports were compared."""
    value: dict[str, object] = {
        "schema": SCHEMA,
        "files": {
            "read": report.read,
            "skipped": report.skipped,
            "unreadable": list(report.unreadable),
            "html": report.is_html_export,
        },
        "services": {each.service: _service(each) for each in report.services},
        "worst_first": [
            {"what": each.label_with_service, "count": each.count, "step": each.step or None, "id": each.id} for each in worst
        ],
    }
    if comparison:
        value["compare"] = _comparison(comparison)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _service(service: ServiceReport) -> dict[str, object]:
    contract = [each.name for each in count_labels() if not each.extra and "." not in each.name]
    extra = [each.name for each in count_labels() if each.extra]
    value: dict[str, object] = {
        "counts": _present(service.counts, contract),
        "years": _years(service, CHART_KINDS),
        "odd_dates": service.odd_dates,
        "account_private": service.account_private,
        "default_audience": service.default_audience,
    }
    below = {
        "apps": service.counts_with_prefix("apps"),
        "off_meta": service.counts_with_prefix("off_meta"),
        "more": _present(service.counts, extra),
        "more_years": _years(service, [kind for kind in BY_YEAR if kind not in CHART_KINDS]),
        "dates": {name: {"first": first, "last": last} for name, (first, last) in service.spans.items()},
    }
    value |= {"professional": True} if service.professional else {}
    return value | {name: found for name, found in below.items() if found}


def _years(service: ServiceReport, kinds: Sequence[str]) -> dict[str, dict[str, int]]:
    told = {str(year): _present(found, kinds) for year, found in service.years.items()}
    return {year: found for year, found in told.items() if found}


def _present(counts: Mapping[str, int], names: Sequence[str]) -> dict[str, int]:
    return {name: counts[name] for name in names if counts.get(name)}


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "kinds": [_change(each) for each in comparison.kinds],
        "years": [{"year": str(year)} | _change(each) for year, each in comparison.years],
        "became_private": list(comparison.became_private),
        "became_public": list(comparison.became_public),
        "not_compared": list(comparison.one_sided),
        "old_is_partial": comparison.old_is_partial,
    }


def _change(change: CountChange) -> dict[str, object]:
    return {"service": change.service, "what": change.name, "before": change.before, "after": change.after}
