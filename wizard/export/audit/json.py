"""The audit report as JSON, the contract with scripts (`docs/audit-json.md`). What an export lacks is absent, never zero."""

import json
from collections.abc import Mapping, Sequence

from wizard.audit.compare import Comparison, CountChange
from wizard.audit.kind import count_labels
from wizard.audit.report import BY_YEAR, CHART_KINDS, ServiceReport
from wizard.audit.risks import Risk
from wizard.views.audit_report import AuditPage, StepAdvice
from wizard.views.audit_sentences import unread_lines

SCHEMA = 1


def audit_json(page: AuditPage) -> str:
    """Return the report, its risks in the order of the ranking, and the comparison of two exports, if there is one."""
    report = page.report
    ends = report.item_range()
    value: dict[str, object] = {
        "schema": SCHEMA,
        "complete": not report.incomplete,
        "files": {
            "read": report.read,
            "skipped": report.skipped,
            "unreadable": list(unread_lines(report)),
            "incomplete": report.incomplete,
            "html": report.is_html_export,
            "closed": report.closed,
            "left_alone": report.left_alone,
            **({"not_counted": dict(report.not_counted)} if report.not_counted else {}),
            "unknown": report.unknown,
            "pages_read": report.pages_read,
            "pages_unread": report.pages_unread,
        },
        **({"read_on": report.read_on.isoformat()} if report.read_on else {}),
        **({"made_on": report.made_on.isoformat()} if report.made_on else {}),
        **({"range": {"first": ends[0], "last": ends[1]}} if ends else {}),
        "services": {service.service: _service_json(service) for service in report.services},
        "worst_first": [_risk_json(risk) for risk in page.risks],
        "steps_first": [_advice_json(advice) for advice in page.advice if advice.step],
    }
    if page.comparison:
        value["compare"] = _comparison_json(page.comparison)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _risk_json(risk: Risk) -> dict[str, object]:
    return {"what": risk.label_with_service, "count": risk.count, "step": risk.step or None, "id": risk.id}


def _advice_json(advice: StepAdvice) -> dict[str, object]:
    return {
        "step": advice.step,
        "title": advice.title,
        "findings": [risk.id for risk in advice.risks],
        "links": [{"label": link.label, "url": link.url} for link in advice.links],
    }


def _service_json(service: ServiceReport) -> dict[str, object]:
    contract = [label.name for label in count_labels() if not label.extra and "." not in label.name]
    extra = [label.name for label in count_labels() if label.extra]
    value: dict[str, object] = {
        "counts": _present(service.counts, contract),
        "years": _years(service, CHART_KINDS),
        "odd_dates": service.odd_dates,
        "account_private": service.account_private,
        "default_audience": service.default_audience,
    }
    optional = {
        "apps": service.counts_with_prefix("apps"),
        "off_meta": service.counts_with_prefix("off_meta"),
        "more": _present(service.counts, extra),
        "more_years": _years(service, [kind for kind in BY_YEAR if kind not in CHART_KINDS]),
        "dates": {name: {"first": first, "last": last} for name, (first, last) in service.spans.items()},
    }
    value |= _privacy_json(service)
    value |= {"comments_from": service.comments_from} if service.comments_from else {}
    value |= {"comments_unknown": True} if service.comments_unknown else {}
    value |= {"professional": True} if service.professional else {}
    value |= {"private_unknown": True} if service.flag_unknown else {}
    value |= {"audience_unknown": True} if service.audience_unknown else {}
    if service.asked_range:
        first, last = service.asked_range
        value["asked_range"] = {"first": first.isoformat() if first else None, "last": last.isoformat()}
    return value | {name: part for name, part in optional.items() if part}


def _privacy_json(service: ServiceReport) -> dict[str, object]:
    """Return the last change between private and public, and whether the flag says the opposite of it."""
    if service.last_privacy_change is None:
        return {}
    day, is_private = service.last_privacy_change
    change = {"day": day.isoformat(), "to": "private" if is_private else "public"}
    return {"last_privacy_change": change} | ({"private_contradicted": True} if service.is_privacy_contradicted else {})


def _years(service: ServiceReport, kinds: Sequence[str]) -> dict[str, dict[str, int]]:
    years = {str(year): _present(counts, kinds) for year, counts in service.years.items()}
    return {year: counts for year, counts in years.items() if counts}


def _present(counts: Mapping[str, int], names: Sequence[str]) -> dict[str, int]:
    return {name: counts[name] for name in names if counts.get(name)}


def _comparison_json(comparison: Comparison) -> dict[str, object]:
    return {
        "kinds": [_change_json(change) for change in comparison.kinds],
        "years": [{"year": str(year)} | _change_json(change) for year, change in comparison.years],
        "became_private": list(comparison.became_private),
        "became_public": list(comparison.became_public),
        "not_compared": list(comparison.one_sided),
        "old_is_partial": comparison.old_is_partial,
        "compared": list(comparison.compared),
        "limited_to": {name: {"first": first, "last": last} for name, first, last in comparison.limited_to},
    }


def _change_json(change: CountChange) -> dict[str, object]:
    return {"service": change.service, "what": change.name, "before": change.before, "after": change.after}
