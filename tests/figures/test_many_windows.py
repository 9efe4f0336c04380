"""Eight programs that write at the same time, and windows of every size."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.figures.figures import Figures
from tests.running import PROGRAM, child
from tests.storage.keeping import around, held, record
from tests.test_random_keys import Window
from tests.tui.making import BERLIN, session

STEP = "privacy-settings/instagram-private"
SIZES = ((0, 0), (1, 1), (2, 2), (1, 1000), (1000, 1), (9, 12), (12, 10), (80, 24), (1000, 1000))
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied, and terminals")


def test_eight_programs_at_once(figures: Figures, tmp_path: Path) -> None:
    """Fifty marks of each: none is lost, the order of each is kept, no id stands twice; a command comes in between."""
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


def is_survived(size: tuple[int, int], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The full screen is turned to this size, takes keys there and in a usual window again, and ends when it is told to."""
    state = folder / f"{size[0]}x{size[1]}" / "s.json"
    session(state, BERLIN)
    monkeypatch.setenv("PROTECT_MY_PHOTOS_STATE", str(state))
    window = Window(state.parent)
    alive = window.started()
    for columns, rows in (size, (110, 34), size):
        window.turn(columns, rows)
        for keys in (b"p", b"\x1b[B", b"\r", b"\x1b", b"?", b"\x1b", b"/", b"plan", b"\x1b"):
            os.write(window.line, keys)
            alive = alive and window.read(0.2)
    assert alive, window.last_words
    assert window.end() in (0, 143), window.last_words
    assert not window.last_words
    assert b"\x1b[?1049l" in window.seen
    assert held(state)["answers"]["country"] == "DE"


def test_windows_of_every_size(figures: Figures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From none at all to a million cells."""
    sizes = {f"{columns}x{rows}": (columns, rows) for columns, rows in SIZES}
    figures.try_cases("sizes of a window", sizes, lambda size: is_survived(size, tmp_path, monkeypatch), 2)
