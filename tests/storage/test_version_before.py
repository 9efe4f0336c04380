"""A state file of the version before: it opens unchanged, and goes back and forth between versions without loss."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wizard.content.content_loader import load_shipped_content
from wizard.storage.session import Session
from wizard.storage.store import Store

TODAY = date(2026, 11, 30)
ABOUT = "Written by protect-my-photos: your answers and what you did. It stays on this computer. `state wipe` removes it."


def event(number: int, kind: str, target: str, on: str, **more: object) -> dict[str, object]:
    """An event as the version before wrote it."""
    return {"at": f"2026-10-0{number}T08:00:00+00:00", "on": on, "kind": kind, "target": target, "id": f"{number:016x}", **more}


BEFORE: dict[str, Any] = {
    "schema": 1,
    "about": ABOUT,
    "answers": {"country": "DE", "services": ["facebook", "instagram"], "visibility": "mixed", "account": "personal"},
    "events": [
        event(1, "answered", "country", "2026-10-01", value="DE", known=True),
        event(2, "sent", "case/facebook", "2026-10-02"),
        event(3, "more-asked", "case/facebook", "2026-10-03", note="by mail"),
        event(4, "sent", "case/third-party", "2026-10-04"),
        event(5, "done", "privacy-settings/instagram-private", "2026-10-05"),
        event(6, "something-else", "case/facebook", "2026-10-06", extra=["kept"]),
    ],
    "settings": {"lines": "numbers", "of-that-version": 7},
    "of-that-version": {"kept": True},
}
"""What the version before wrote: one case for each service, and outcomes that have new names today."""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The file of the version before."""
    path = tmp_path / "state.json"
    path.write_text(json.dumps(BEFORE), encoding="utf-8")
    return path


def session(state: Path) -> Session:
    """This version on the file."""
    return Session(load_shipped_content(), Store(state), TODAY)


def stored(state: Path) -> dict[str, Any]:
    """What stands in the file."""
    found: dict[str, Any] = json.loads(state.read_text(encoding="utf-8"))
    return found


def test_it_opens_unchanged(state: Path) -> None:
    """Reading writes nothing; the requests stand where they stood, with their days."""
    kept = state.read_bytes()
    requests = {each.target: each for each in session(state).snapshot.requests}
    assert state.read_bytes() == kept
    assert requests["case/facebook"].status == "asked"
    assert requests["case/third-party"].due == date(2026, 11, 4)
    assert requests["case/third-party"].sent_from == ""


def test_this_version_only_adds(state: Path) -> None:
    """What stood there stands there still, word for word: unknown keys, events and settings too."""
    mine = session(state)
    mine.mark("case/instagram:shop", "sent")
    mine.mark("case/instagram", "access-locked")
    mine.mark("case/access-request", "sent")
    after = stored(state)
    assert after["events"][: len(BEFORE["events"])] == BEFORE["events"]
    assert {key: after[key] for key in ("schema", "about", "of-that-version")} == {
        key: BEFORE[key] for key in ("schema", "about", "of-that-version")
    }
    assert after["settings"] == BEFORE["settings"]
    assert after["answers"] == BEFORE["answers"]


def test_the_version_before_can_go_on_and_this_one_after_it(state: Path) -> None:
    """It knows `case/facebook` and takes what is new for targets that it does not know; nothing of either is lost."""
    mine = session(state)
    mine.mark("case/instagram:shop", "sent")
    mine.mark("case/instagram", "access-locked")
    between = stored(state)
    new = between["events"][len(BEFORE["events"]) :]
    # What is said about an account must not look like a reply of Meta to a version that knows no accounts.
    assert [(each["target"], each["kind"]) for each in new if each["kind"] == "access-locked"] == [
        ("account/instagram", "access-locked")
    ]
    between["events"].append(event(7, "refused", "case/facebook", "2026-10-07"))
    state.write_text(json.dumps(between), encoding="utf-8")
    again = session(state)
    requests = {each.target: each for each in again.snapshot.requests}
    assert requests["case/facebook"].status == "refused"
    assert "case/instagram:shop" in requests
    assert again.snapshot.accounts.access("case/instagram") == "locked"
    again.mark("case/facebook", "follow-up")
    assert stored(state)["events"][: len(between["events"])] == between["events"]
