"""State files in a few words: what was recorded, what stands in a file, what lies around it."""

import json
from pathlib import Path
from typing import Any

from wizard.storage.state_format import State, serialize_state
from wizard.storage.store import Store

TORN = serialize_state({"events": [{"target": "torn away"}]})[:-30]
"""A state file of this program that ends in the middle of its last event."""
NEWER = b'{"schema": 2, "about": "Written by protect-my-photos, a later version", "events": {}, "new": true}'
"""A state file of a later version, in a shape that this one does not know."""


def record(path: Path, *names: str) -> State:
    """Record one event after another, each of the target that is named; the state that follows."""
    state = State()
    for name in names:
        event = {"at": "2026-11-23T12:00:00+00:00", "kind": "done", "target": name, "id": f"id of {name}", "on": "2026-11-23"}
        state = Store(path).change(lambda state, event=event: state.events.append(event))  # type: ignore[misc]
    return state


def held(path: Path) -> dict[str, Any]:
    """What stands in a state file, which must be whole."""
    data: dict[str, Any] = json.loads(path.read_bytes())
    return data


def recorded(path: Path) -> list[str]:
    """The targets of the events in a state file, which must be whole."""
    return [event["target"] for event in held(path)["events"]]


def around(path: Path, *, lock: bool = False) -> set[str]:
    """What lies in the folder of a state file, by the endings of the names; the lock only when asked for."""
    names = {each.name.removeprefix(path.name) for each in path.parent.iterdir()}
    return {name.partition("broken-")[0] for name in names} - (set() if lock else {".lock"})


def aside(path: Path) -> list[bytes]:
    """The contents of the files that were set aside, the oldest first."""
    return [each.read_bytes() for each in sorted(path.parent.glob("*.broken-*"))]
