"""Eight programs that write at the same time, and windows of every size."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.figures.figures import Figures
from tests.journeys.terminal import Terminal
from tests.running import PROGRAM, child
from tests.storage.keeping import around, held, record
from tests.tui.making import BERLIN, session

STEP = "privacy-settings/instagram-private"
SIZES = ((0, 0), (1, 1), (2, 2), (1, 1000), (1000, 1), (9, 12), (12, 10), (80, 24), (1000, 1000))
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied, and terminals")


def test_eight_programs_at_once(figures: Figures, tmp_path: Path) -> None:
    """Fifty marks of each: none is lost, those of each stand in its order, no id stands twice; a real command comes in between."""
    path, each = tmp_path / "kept" / "s.json", 50 if figures.all_cases else 10
    session(path, BERLIN)
    before = len(held(path)["events"])
    names = {who: [f"{who}{number}" for number in range(each)] for who in "abcdefgh"}
    children = [child(lambda mine=mine: record(path, *mine)) for mine in names.values()]  # type: ignore[misc]
    command = subprocess.Popen([*PROGRAM, "--state", str(path), "mark", STEP, "done"], stdout=subprocess.DEVNULL)
    codes = [os.waitpid(number, 0)[1] for number in children]
    assert command.wait(timeout=120) == 0
    targets = [event["target"] for event in held(path)["events"][before:]]
    lost = sum(name not in targets for mine in names.values() for name in mine)
    figures.tell("marks of eight programs at once", 8 * each, lost + sum(map(bool, codes)))
    assert (codes, lost) == ([0] * 8, 0)
    assert all([name for name in targets if name in mine] == mine for mine in names.values())
    ids = [event["id"] for event in held(path)["events"]]
    assert len(set(ids)) == len(ids)
    assert around(path) == {"", ".bak"}


def opens_and_closes(size: tuple[int, int], folder: Path) -> None:
    """The full screen in a window of this size draws, takes keys, and gives the terminal back."""
    state = folder / f"{size[0]}x{size[1]}" / "s.json"
    session(state, BERLIN)
    with Terminal("--state", str(state), folder=state.parent, size=(max(size[0], 1), max(size[1], 1))) as terminal:
        if 0 in size:
            terminal.turn(0, 0)
        terminal.until(lambda _: b"\x1b[?1049h" in terminal.raw and len(terminal.raw) > 300, "something is drawn")
        for keys in ("p", "\x1b[B", "\r", "\x1b", "?", "\x1b", "/", "plan", "\x1b"):
            terminal.type(keys)
            terminal.until(lambda _: True, "the screen rests")
        terminal.type("\x03")
        assert terminal.ends() in (0, 130)
    assert "The program stopped" not in terminal.raw.decode("utf-8", "replace")
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    assert held(state)["answers"]["country"] == "DE"


def test_windows_of_every_size(figures: Figures, tmp_path: Path) -> None:
    """From none at all to a million cells."""
    sizes = {f"{columns}x{rows}": (columns, rows) for columns, rows in SIZES}
    figures.try_cases("sizes of a window", sizes, lambda size: opens_and_closes(size, tmp_path), 2)
