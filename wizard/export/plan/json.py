"""Plan and status as JSON. Scripts rely on the keys: they may be added to, not renamed."""

import json
from collections.abc import Sequence

from wizard.core.jurisdiction import Authority
from wizard.core.plan_entries import PlanAction, PlanStep
from wizard.core.snapshot import Deadline, Snapshot
from wizard.views.explanation import inclusion_reasons

SCHEMA = 1
"""Version of the JSON shape."""


def plan_json(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the plan as JSON, with only the given steps."""
    return _dump(plan_data(snapshot, plan_steps))


def plan_data(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> dict[str, object]:
    """Return the plan as data, with only the given steps."""
    place = snapshot.place
    shown = {plan_step.id for plan_step in plan_steps}
    services = snapshot.interview.facts.get("services", frozenset())
    forms = (
        []
        if place is None
        else [
            form
            for form in place.regime.forms
            if form.service in services or (form.service == "third-party" and "none" in services)
        ]
    )
    urls = [snapshot.library.sources[form.source].url for form in forms if form.source in snapshot.library.sources]
    return {
        "schema": SCHEMA,
        "content_as_of": snapshot.library.as_of.isoformat(),
        "country": place.country.alpha2 if place else None,
        "regime": place.regime.id if place else None,
        "path": place.path if place else None,
        "law": place.law if place else None,
        "authority": _authority_data(place.authority if place else None),
        "form": {"expected": place.form_expected if place else None, "urls": list(dict.fromkeys(urls))},
        "exposure": {"open": snapshot.exposure.open, "total": snapshot.exposure.total},
        "next": snapshot.next_step.id if snapshot.next_step else None,
        "deadlines": [_deadline_data(each) for each in snapshot.deadlines],
        "actions": [
            _action_data(snapshot, plan_action, shown)
            for plan_action in snapshot.actions
            if any(plan_step.id in shown for plan_step in plan_action.entries)
        ],
    }


def status_json(snapshot: Snapshot) -> str:
    """Return progress, objections and deadlines as JSON."""
    return _dump(status_data(snapshot))


def status_data(snapshot: Snapshot) -> dict[str, object]:
    """Return progress, objections and deadlines as data."""
    return {
        "schema": SCHEMA,
        "progress": {"done": snapshot.done, "total": snapshot.total},
        "essentials": snapshot.essentials._asdict(),
        "exposure": {"open": snapshot.exposure.open, "total": snapshot.exposure.total},
        "next": snapshot.next_step.id if snapshot.next_step else None,
        "cases": [
            {
                "target": each.target,
                "status": each.status,
                "due": each.due.isoformat() if each.due else None,
                "recommend": each.recommendation,
                **({"sent_from": each.sent_from} if each.sent_from else {}),
            }
            for each in snapshot.requests
        ],
        "deadlines": [_deadline_data(each) for each in snapshot.deadlines],
        "contacts": [{"nickname": each.nickname, "status": each.status, "on": each.on.isoformat()} for each in snapshot.contacts],
    }


def _action_data(snapshot: Snapshot, plan_action: PlanAction, shown: set[str]) -> dict[str, object]:
    return {
        "id": plan_action.action.id,
        "title": plan_action.action.title,
        "status": plan_action.status,
        "steps": [step_data(snapshot, plan_step) for plan_step in plan_action.entries if plan_step.id in shown],
    }


def step_data(snapshot: Snapshot, plan_step: PlanStep) -> dict[str, object]:
    """Return a step as data."""
    step = plan_step.step
    return {
        "id": step.id,
        "title": step.title,
        "status": plan_step.status,
        "minutes": step.minutes,
        "impact": step.impact,
        "essential": plan_step.essential,
        "links": [{"label": link.label, "url": link.url, "confidence": link.confidence} for link in plan_step.links],
        "why": list(inclusion_reasons(snapshot, step)),
        "sources": list(step.sources),
        "checked": step.checked.isoformat(),
        "stale": plan_step.needs_review,
        "confidence": step.confidence,
    }


def _authority_data(authority: Authority | None) -> dict[str, object] | None:
    if authority is None:
        return None
    return {"id": authority.id, "name": authority.name, "url": authority.url, "form": authority.form}


def _deadline_data(deadline: Deadline) -> dict[str, str]:
    return {"id": deadline.id, "due": deadline.due.isoformat(), "why": deadline.reason}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
