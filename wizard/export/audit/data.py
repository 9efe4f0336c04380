"""The audit as JSON, in the shape that scripts rely on. What an export lacks is absent, never nought."""

import json
from collections.abc import Mapping, Sequence

from wizard.audit.compare import Change, Comparison
from wizard.audit.kind import shown
from wizard.audit.report import Report, ServiceReport
from wizard.audit.worst import Concern

SCHEMA = 1


def audit_json(report: Report, worst: Sequence[Concern], comparison: Comparison | None = None) -> str:
    """The report, what is worst, and what changed where two exports were compared."""
    value: dict[str, object] = {
        "schema": SCHEMA,
        "files": {"read": report.read, "skipped": report.skipped, "unreadable": list(report.unreadable), "html": report.html},
        "services": {each.service: _service(each) for each in report.services},
        "worst_first": [{"what": each.what, "count": each.count, "step": each.step or None, "id": each.id} for each in worst],
    }
    if comparison:
        value["compare"] = _comparison(comparison)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _service(service: ServiceReport) -> dict[str, object]:
    contract = [each.name for each in shown() if not each.extra and "." not in each.name]
    extra = [each.name for each in shown() if each.extra]
    value: dict[str, object] = {
        "counts": _present(service.counts, contract),
        "years": {str(year): dict(found) for year, found in service.years.items()},
        "odd_dates": service.odd_dates,
        "account_private": service.account_private,
        "default_audience": service.default_audience,
    }
    below = {"apps": service.below("apps"), "off_meta": service.below("off_meta"), "more": _present(service.counts, extra)}
    return value | {name: found for name, found in below.items() if found}


def _present(counts: Mapping[str, int], names: Sequence[str]) -> dict[str, int]:
    return {name: counts[name] for name in names if counts.get(name)}


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "kinds": [_change(each) for each in comparison.kinds],
        "years": [{"year": str(year)} | _change(each) for year, each in comparison.years],
        "became_private": list(comparison.became_private),
    }


def _change(change: Change) -> dict[str, object]:
    return {"service": change.service, "what": change.name, "before": change.before, "after": change.after}
