"""Merge two copies of one state file: the union of their events, and the later of two answers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from wizard.core.event import ANSWERED


def merge_state(data: dict[str, Any], copy: Mapping[str, Any]) -> list[object]:
    """Merge `copy` into `data` and return the events that were new. Nothing that `data` holds is dropped.

    Events are sorted by the moment of recording. A setting or an unknown key of `data` wins over the one of `copy`.
    """
    known = {_identity(event) for event in data.setdefault("events", [])}
    new = [event for event in copy.get("events", ()) if _identity(event) not in known]
    _merge_answers(data, copy)
    data["events"] = sorted([*data["events"], *new], key=_recorded_at)
    data["settings"] = dict(copy.get("settings", {})) | data.get("settings", {})
    for key, value in copy.items():
        data.setdefault(key, value)
    return new


def has_lost_events(known: Sequence[object], present: Sequence[object]) -> bool:
    """Return True if an event of `known` is missing in `present`."""
    if list(present[: len(known)]) == known:
        return False
    identities = {_identity(event) for event in present}
    return any(_identity(event) not in identities for event in known)


def have_common_events(known: Sequence[object], present: Sequence[object]) -> bool:
    """Return True if two lists share an event: they then come from copies of one state."""
    identities = {_identity(event) for event in present}
    return any(_identity(event) in identities for event in known)


def _merge_answers(data: dict[str, Any], copy: Mapping[str, Any]) -> None:
    """Take each answer from the copy in which the question was answered last; `data` wins if neither is later."""
    # The last `answered` event of a question counts even if it took the answer back: the answer is then removed from
    # `data`. An answer without any event, as in a file that was written by hand, is only taken over if `data` has neither
    # an answer nor an event for the question. Example: `data` answered DE on Monday, the copy AT on Tuesday: AT stays.
    own_times, copy_times = _answer_times(data), _answer_times(copy)
    answers = data.setdefault("answers", {})
    for id in {**copy.get("answers", {}), **copy_times}:
        if (id not in answers and id not in own_times) or copy_times.get(id, "") > own_times.get(id, ""):
            if id in copy.get("answers", {}):
                answers[id] = copy["answers"][id]
            else:
                answers.pop(id, None)


def _answer_times(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the moment of the last answer by question id, as text that sorts by time."""
    times: dict[str, str] = {}
    for event in data.get("events", ()):
        if isinstance(event, dict) and event.get("kind") == ANSWERED and isinstance(event.get("target"), str):
            times[event["target"]] = max(times.get(event["target"], ""), _recorded_at(event))
    return times


def _identity(event: object) -> str:
    """Return what makes an event the same in two copies: its id, or its whole content if it has none."""
    id = event.get("id") if isinstance(event, dict) else None
    return f"id {id}" if isinstance(id, str) and id else json.dumps(event, sort_keys=True)


def _recorded_at(event: object) -> str:
    """Return when an event was recorded, in ISO 8601; "" if it does not say."""
    at = event.get("at") if isinstance(event, dict) else None
    return at if isinstance(at, str) else ""
