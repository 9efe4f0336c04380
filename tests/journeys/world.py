"""The world of one journey: a folder with a state file in it; and what is compared at its end."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from tests.journeys.deeds import Journey
from wizard.content.content_loader import load_shipped_content
from wizard.core.event import ANSWERED
from wizard.export import PLAN_FORMATS
from wizard.storage.session import Session
from wizard.storage.store import Store

TODAY = date(2026, 11, 23)
LETTER_BY_THEN = "letter.txt"


@dataclass(frozen=True)
class World:
    """Where a journey takes place."""

    folder: Path

    @property
    def state(self) -> Path:
        """The state file."""
        return self.folder / "state.json"

    def session(self) -> Session:
        """A session on the state file, as it is now."""
        return Session(load_shipped_content(), Store(self.state), TODAY)


def prepare(journey: Journey, folder: Path) -> World:
    """A folder in which the journey can begin."""
    world = World(folder)
    if journey.before:
        world.session().record_answers(journey.before)
    if journey.other_copy:
        answers, marks = journey.other_copy
        ticks = count()
        earlier = Session(
            load_shipped_content(),
            Store(folder / "other.json"),
            TODAY,
            now=lambda: datetime(2020, 1, 1, 0, 0, next(ticks), tzinfo=UTC),
        )
        earlier.record_answers(answers)
        for target, kind in marks:
            earlier.mark(target, kind)
    return world


def outcome(world: World) -> dict[str, Any]:
    """The state without the moments and ids that differ each time, the plan that follows, and the letter that was written."""
    letter = world.folder / LETTER_BY_THEN
    session = world.session()
    data = json.loads(world.state.read_text(encoding="utf-8")) if world.state.exists() else None
    return {
        "stored": data is not None,
        "answers": data and data["answers"],
        "events": [_bare(event, data["events"]) for event in data["events"] if event["kind"] != ANSWERED] if data else [],
        "plan": json.loads(PLAN_FORMATS["json"](session.snapshot, session.snapshot.steps)) if session.snapshot.place else None,
        "letter": letter.read_text(encoding="utf-8") if letter.exists() else None,
        "left behind": sorted(path.name for path in world.folder.iterdir() if path.suffix not in (".bak", ".lock", ".cast")),
    }


def _bare(event: dict[str, Any], events: list[dict[str, Any]]) -> dict[str, Any]:
    undone = next((each for each in events if each["id"] == event.get("undoes")), None)
    bare = {name: event.get(name) for name in ("kind", "target", "on", "note")}
    return bare | {"undoes": (undone["kind"], undone["target"]) if undone else None}
