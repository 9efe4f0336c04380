"""Eight programs that write at the same time, and windows of every size."""

import os
import random
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.figures.figures import Figures
from tests.running import PROGRAM, child
from tests.storage.keeping import around, held, record
from tests.test_random_keys import Window
from tests.tui.making import BERLIN, session

STEP = "privacy-settings/instagram-private"
SIZES = ((0, 0), (1, 1), (2, 2), (1, 1000), (1000, 1), (9, 12), (12, 10), (80, 24), (1000, 1000))
STORMS, STORM_SIZES = 9, 300
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


def is_survived(moves: Iterable[tuple[tuple[int, int], Iterable[bytes]]], apart: float, folder: Path) -> None:
    """The full screen is turned to each size and takes keys there; it goes on, and ends when it is told to."""
    state = Path(os.environ["PROTECT_MY_PHOTOS_STATE"])
    state.unlink(missing_ok=True)
    session(state, BERLIN)
    window = Window(folder)
    alive = window.started()
    for size, keys in moves:
        window.turn(*size)
        for key in keys:
            if alive:
                os.write(window.line, key)
            alive = alive and window.read(apart)
    assert alive, window.last_words
    assert window.end() in (0, 143), window.last_words
    assert not window.last_words
    assert b"\x1b[?1049l" in window.seen
    assert held(state)["answers"]["country"] == "DE"


def storm(seed: int, number: int) -> Iterator[tuple[tuple[int, int], list[bytes]]]:
    """So many sizes in a row, with Enter and Esc; Esc leaves no more than Enter has opened."""
    chance = random.Random(seed)
    for _ in range(number):
        yield (chance.randint(1, 130), chance.randint(1, 45)), [b"\r", b"\x1b"] if chance.random() < 0.5 else [b"p", b"\x1b"]


def test_windows_of_every_size(figures: Figures, tmp_path: Path, state_file: Path) -> None:
    """From none at all to a million cells."""
    keys = [b"p", b"\x1b[B", b"\r", b"\x1b", b"?", b"\x1b", b"/", b"plan", b"\x1b"]
    sizes = {
        f"{columns}x{rows}": [(size, keys) for size in ((columns, rows), (110, 34), (columns, rows))] for columns, rows in SIZES
    }
    figures.try_cases("sizes of a window", sizes, lambda moves: is_survived(moves, 0.2, tmp_path), 1)


def test_storms_of_resizes(figures: Figures, tmp_path: Path, state_file: Path) -> None:
    """Three hundred sizes each, 10 ms apart, while pages open and close."""
    number = STORM_SIZES if figures.all_cases else 60
    seeds = {str(seed): seed for seed in range(figures.seed, figures.seed + STORMS)}
    figures.try_cases(f"storms of {number} resizes", seeds, lambda seed: is_survived(storm(seed, number), 0.01, tmp_path), 1)
