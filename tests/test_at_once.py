"""The full screen, the lines and commands at once on one file: all that was said to be recorded is there, whoever came first."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal
from tests.running import PROGRAM
from tests.storage.keeping import around, held
from tests.tui.making import BERLIN, session

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
STEP = "privacy-settings/facebook-camera-roll"
FORMS_SENT = [(f"objection/{name}", "done") for name in ("facebook-form", "instagram-form", "whatsapp-ai", "third-party-form")]
"""Sent already: a form asks for the day on which it was sent."""
ROUNDS = 6


def test_three_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each does something in turn while the others are doing something."""
    state = tmp_path / "kept" / "state.json"
    before = len(session(state, BERLIN, FORMS_SENT).events)
    named = ("--state", str(state))
    with (
        Terminal(*named, folder=tmp_path) as screen,
        Terminal(*named, folder=tmp_path, env={"ACCESSIBLE": "1"}) as lines,
    ):
        screen.until(lambda _: b"Welcome back" in screen.raw, "welcome back")
        screen.type("p")
        screen.until(lambda _: b"do this now" in screen.raw.lower() or b"Now" in screen.raw, "the board")
        lines.until(lambda _: b"Number:" in lines.raw, "the menu")
        commands = []
        for number in range(ROUNDS):
            words = [*PROGRAM, *named, "mark", STEP, "note", "--note", f"note {number}"]
            commands += [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
            asked, drawn = lines.raw.count(b"Done:"), len(screen.raw)
            screen.type("\x14")  # the next colours, kept as a setting
            lines.type("1\n1\n")
            lines.until(lambda _, asked=asked: lines.raw.count(b"Done:") > asked, "it is recorded")  # type: ignore[misc]
            screen.until(lambda _, drawn=drawn: len(screen.raw) > drawn, "the screen is drawn")  # type: ignore[misc]
        said = [command.communicate(timeout=30) for command in commands]
        assert [command.returncode for command in commands] == [0] * len(commands), said
        time.sleep(0.2)
        lines.type("q\n")
        assert lines.ends() == 0
        screen.type("q")
        assert screen.ends() == 0
    data = held(state)
    kinds = [event["kind"] for event in data["events"]]
    with capsys.disabled():
        sys.stdout.write(
            f"\nat once: {kinds.count('note')} notes by commands, {kinds.count('done')} steps in lines, a setting by the screen\n"
        )
    assert kinds.count("note") == 2 * ROUNDS
    assert kinds.count("done") == len(FORMS_SENT) + ROUNDS
    assert len(kinds) == before + 3 * ROUNDS
    assert "theme" in data["settings"]
    assert len({event["id"] for event in data["events"]}) == len(kinds)
    assert around(state) == {"", ".bak"}
