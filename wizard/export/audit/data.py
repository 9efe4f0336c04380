"""The audit as JSON, in the shape that scripts rely on (`docs/audit-json.md`). What an export lacks is absent, never nought."""

import json
from collections.abc import Mapping, Sequence

from wizard.audit.compare import Change, Comparison
from wizard.audit.kind import shown
from wizard.audit.report import BY_YEAR, CHARTED, Report, ServiceReport
from wizard.audit.worst import Concern

SCHEMA = 1


def audit_json(report: Report, worst: Sequence[Concern], comparison: Comparison | None = None) -> str:
    """The report, what is worst, and what changed where two exports were compared."""
    value: dict[str, object] = {
        "schema": SCHEMA,
        "files": {"read": report.read, "skipped": report.skipped, "unreadable": list(report.unreadable), "html": report.html},
        "services": {each.service: _service(each) for each in report.services},
        "worst_first": [{"what": each.named, "count": each.count, "step": each.step or None, "id": each.id} for each in worst],
    }
    if comparison:
        value["compare"] = _comparison(comparison)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _service(service: ServiceReport) -> dict[str, object]:
    contract = [each.name for each in shown() if not each.extra and "." not in each.name]
    extra = [each.name for each in shown() if each.extra]
    value: dict[str, object] = {
        "counts": _present(service.counts, contract),
        "years": _years(service, CHARTED),
        "odd_dates": service.odd_dates,
        "account_private": service.account_private,
        "default_audience": service.default_audience,
    }
    below = {
        "apps": service.below("apps"),
        "off_meta": service.below("off_meta"),
        "more": _present(service.counts, extra),
        "more_years": _years(service, [kind for kind in BY_YEAR if kind not in CHARTED]),
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


def _change(change: Change) -> dict[str, object]:
    return {"service": change.service, "what": change.name, "before": change.before, "after": change.after}
