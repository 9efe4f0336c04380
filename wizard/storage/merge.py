"""Two copies of one state file made into one: the union of their events, the later of two answers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from wizard.core.event import ANSWERED


def merge_state(mine: dict[str, Any], other: Mapping[str, Any]) -> list[object]:
    """Take `other` into `mine`; the events that were new. Nothing that `mine` holds is dropped."""
    known = {_identity(event) for event in mine.setdefault("events", [])}
    new = [event for event in other.get("events", ()) if _identity(event) not in known]
    _join_answers(mine, other)
    mine["events"] = sorted([*mine["events"], *new], key=_moment)
    mine["settings"] = dict(other.get("settings", {})) | mine.get("settings", {})
    for key, value in other.items():
        mine.setdefault(key, value)
    return new


def has_lost_events(known: Sequence[object], present: Sequence[object]) -> bool:
    """Tell whether an event that was known is no longer there."""
    if list(present[: len(known)]) == known:
        return False
    there = {_identity(event) for event in present}
    return any(_identity(event) not in there for event in known)


def have_common_events(known: Sequence[object], present: Sequence[object]) -> bool:
    """Tell whether two copies have an event in common: then they are copies of one state."""
    there = {_identity(event) for event in present}
    return any(_identity(event) in there for event in known)


def _join_answers(mine: dict[str, Any], other: Mapping[str, Any]) -> None:
    here, there = _answered(mine), _answered(other)
    answers = mine.setdefault("answers", {})
    for id in {**other.get("answers", {}), **there}:
        if (id not in answers and id not in here) or there.get(id, "") > here.get(id, ""):
            if id in other.get("answers", {}):
                answers[id] = other["answers"][id]
            else:
                answers.pop(id, None)


def _answered(data: Mapping[str, Any]) -> dict[str, str]:
    """When each question was last answered."""
    found: dict[str, str] = {}
    for event in data.get("events", ()):
        if isinstance(event, dict) and event.get("kind") == ANSWERED and isinstance(event.get("target"), str):
            found[event["target"]] = max(found.get(event["target"], ""), _moment(event))
    return found


def _identity(event: object) -> str:
    id = event.get("id") if isinstance(event, dict) else None
    return f"id {id}" if isinstance(id, str) and id else json.dumps(event, sort_keys=True)


def _moment(event: object) -> str:
    at = event.get("at") if isinstance(event, dict) else None
    return at if isinstance(at, str) else ""
