"""A clock that was wrong: days to come in the file, days set back, leap days and the last day there is; commands go on."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.commands.shapes import fits
from tests.running import Run
from tests.storage.keeping import held
from wizard.core import formatting as said_in

STEP = "privacy-settings/instagram-private"


def on_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """What the clock says from now on."""
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", day)


def lived(run: Run) -> None:
    """Somebody answers, sends the objection and does a step."""
    assert run("answer", "country=DE", "services=facebook,instagram", "visibility=public").code == 0
    assert run("mark", "case/facebook", "sent").code == 0
    assert run("mark", STEP, "done").code == 0


@pytest.mark.parametrize("day", ["2026-11-22", "2024-02-29", "1999-12-31", "1970-01-01", "0001-01-01"])
def test_a_clock_set_back(run: Run, state_file: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """All that was recorded still stands, all documents are written, and the later record decides."""
    lived(run)
    before = held(state_file)
    on_day(monkeypatch, day)
    status = run("status", "--json").json
    fits(status, "status")
    assert status["progress"]["done"] >= 2
    assert [case["status"] for case in status["cases"] if case["target"] == "case/facebook"] == ["waiting"]
    for words in (
        ["status"],
        ["plan"],
        ["plan", "--format", "md"],
        ["plan", "--format", "html"],
        ["calendar"],
        ["state", "show"],
        ["why", STEP],
    ):
        assert run(*words).code == 0, words
    assert run("mark", STEP, "reopened").code == 0
    assert run("status", "--json").json["progress"]["done"] == status["progress"]["done"] - 1
    events = held(state_file)["events"]
    assert events[:-1] == before["events"]
    assert events[-1]["on"] == day
    assert run("mark", "--undo").out.startswith(f"Taken back: {STEP} reopened of {said_in.format_date(date.fromisoformat(day))}.")
    assert run("mark", "--undo").out.startswith(f"Taken back: {STEP} done of 23 Nov 2026")


@pytest.mark.parametrize("day", ["2027-11-23", "2100-02-28", "8999-12-31", "9999-12-31"])
def test_a_clock_far_ahead_and_back_again(run: Run, state_file: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """What was recorded on a day to come is kept, and nobody is told that it is overdue."""
    on_day(monkeypatch, day)
    lived(run)
    for words in (["calendar"], ["plan", "--format", "html"]):
        assert run(*words).code == 0, words
    on_day(monkeypatch, "2026-11-23")
    case = next(each for each in run("status", "--json").json["cases"] if each["target"] == "case/facebook")
    assert case["status"] != "overdue"
    for words in (["status"], ["plan"], ["plan", "--format", "html"], ["state", "show"]):
        said = run(*words)
        assert said.code == 0, words
        assert "day ago" not in said.out
    assert run("mark", "case/facebook", "refused").code == 0
    kinds = [event["kind"] for event in held(state_file)["events"] if event["target"] == "case/facebook"]
    assert kinds == ["sent", "refused"]
    assert run("mark", STEP, "done", "--on", "2026-11-24").sentence == (
        "“2026-11-24”: Tue 24 Nov 2026 is still to come. Record it when it has happened."
    )


@pytest.mark.parametrize("day", ["2024-02-29", "2026-11-23", "2026-12-31", "2027-05-15", "8999-12-31"])
def test_a_fixed_day_is_the_day_of_all_that_is_stored(
    run: Run, state_file: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    """Answers, what was done, notes and what is taken back, whatever the real clock says."""
    on_day(monkeypatch, day)
    lived(run)
    assert run("mark", STEP, "note", "--note", "a word").code == 0
    assert run("mark", "--undo").code == 0
    assert run("answer", "services=").code == 0
    events = held(state_file)["events"]
    assert {event["kind"] for event in events} >= {"answered", "sent", "done", "undone"}
    assert {event["at"][:10] for event in events} == {event["on"] for event in events} == {day}
    lines = run("state", "show").out.partition("What happened")[2].partition("Settings")[0].splitlines()[1:]
    assert len(lines) == len(events)
    assert all(line.startswith(f"  {said_in.format_date(date.fromisoformat(day))}  ") for line in lines)


def test_copies_of_two_clocks_are_put_together(run: Run, state_file: Path, tmp_path: Path) -> None:
    """One computer's clock is years ahead: both copies end with the same events, and none is there twice."""
    lived(run)
    other = tmp_path / "other.json"
    data = held(state_file)
    ahead = {"at": "2031-01-01T00:00:00+00:00", "kind": "reopened", "target": STEP, "id": "ahead", "on": "2031-01-01"}
    other.write_text(json.dumps(data | {"events": [*data["events"], ahead]}), encoding="utf-8")
    run("mark", STEP, "note", "--note", "here")
    assert run("state", "import", str(other)).out.startswith("Merged: 1 event")
    run("mark", STEP, "done")
    assert run("--state", str(other), "state", "import", str(state_file)).code == 0
    assert [event["id"] for event in held(other)["events"]] == [event["id"] for event in held(state_file)["events"]]
    assert held(state_file)["events"][-1]["kind"] == "done"
    assert run("why", STEP).code == 0
