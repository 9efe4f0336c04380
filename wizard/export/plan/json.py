"""Plan and status as JSON, in the shape that scripts rely on."""

import json
from collections.abc import Sequence

from wizard.core.explanation import inclusion_reasons
from wizard.core.jurisdiction import Authority
from wizard.core.snapshot import Deadline, PlanAction, PlanStep, Snapshot

SCHEMA = 1


def plan_json(case: Snapshot, entries: Sequence[PlanStep]) -> str:
    """The plan; only the given entries of it."""
    place = case.place
    shown = {entry.id for entry in entries}
    services = case.interview.facts.get("services", frozenset())
    forms = (
        []
        if place is None
        else [
            form
            for form in place.regime.forms
            if form.service in services or (form.service == "third-party" and "none" in services)
        ]
    )
    urls = [case.library.sources[form.source].url for form in forms if form.source in case.library.sources]
    return _dump(
        {
            "schema": SCHEMA,
            "content_as_of": case.library.as_of.isoformat(),
            "country": place.country.alpha2 if place else None,
            "regime": place.regime.id if place else None,
            "path": place.path if place else None,
            "law": place.law if place else None,
            "authority": _authority(place.authority if place else None),
            "form": {"expected": place.form_expected if place else None, "urls": list(dict.fromkeys(urls))},
            "exposure": {"open": case.exposure.open, "total": case.exposure.total},
            "next": case.next_step.id if case.next_step else None,
            "deadlines": [_deadline(each) for each in case.deadlines],
            "actions": [_part(case, part, shown) for part in case.actions if any(entry.id in shown for entry in part.entries)],
        }
    )


def status_json(case: Snapshot) -> str:
    """Where the person stands."""
    return _dump(
        {
            "schema": SCHEMA,
            "progress": {"done": case.done, "total": case.total},
            "exposure": {"open": case.exposure.open, "total": case.exposure.total},
            "next": case.next_step.id if case.next_step else None,
            "cases": [
                {
                    "target": each.target,
                    "status": each.status,
                    "due": each.due.isoformat() if each.due else None,
                    "recommend": each.recommendation,
                    **({"sent_from": each.sent_from} if each.sent_from else {}),
                }
                for each in case.objections
            ],
            "deadlines": [_deadline(each) for each in case.deadlines],
        }
    )


def _part(case: Snapshot, part: PlanAction, shown: set[str]) -> dict[str, object]:
    return {
        "id": part.action.id,
        "title": part.action.title,
        "status": part.status,
        "steps": [_step(case, entry) for entry in part.entries if entry.id in shown],
    }


def _step(case: Snapshot, entry: PlanStep) -> dict[str, object]:
    step = entry.step
    return {
        "id": step.id,
        "title": step.title,
        "status": entry.status,
        "minutes": step.minutes,
        "impact": step.impact,
        "links": [{"label": link.label, "url": link.url, "confidence": link.confidence} for link in entry.links],
        "why": list(inclusion_reasons(case, step)),
        "sources": list(step.sources),
        "checked": step.checked.isoformat(),
        "stale": entry.needs_review,
        "confidence": step.confidence,
    }


def _authority(authority: Authority | None) -> dict[str, object] | None:
    if authority is None:
        return None
    return {"id": authority.id, "name": authority.name, "url": authority.url, "form": authority.form}


def _deadline(deadline: Deadline) -> dict[str, str]:
    return {"id": deadline.id, "due": deadline.due.isoformat(), "why": deadline.reason}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
