"""Random lines in line mode, in a process of its own: the conversation goes on to its end, and the state is whole."""

import os
import random
import subprocess
from pathlib import Path

from tests.figures.figures import Figures
from tests.running import PROGRAM
from tests.storage.keeping import held
from tests.tui.making import BERLIN, session

SEEDS, LINES_OF_SEED = 12, 500
WORDS = (
    "", "b", "?", "m", "p", "plan", "letters", "search friend", "search", "stored", "answers", "place", "learn", "1,2", "1, 3",
    "all", "none", "0", "-1", "99", "1.5", "y", "n", "yes", "no", "Germany", "Berlin", "xx", "2026-11-20", "yesterday",
    "30.02.2026", "in 3 days", "a note of several words", "x.html", "plan.md", "../x.txt", "/nonexistent/x.txt", "~", "C:\\x",
    "[A", "\x1b[A", "\x1b]0;x\a", "\x00", "\u202e", "\ud7ff", "\uffff", "日本", "é" * 300, "%s{}", "--help", "q q",
    "case/facebook", "sent", "done", "undo", "skip",
)  # fmt: skip


def line(chance: random.Random) -> str:
    """A number of a menu above all; now and then a word, or any signs."""
    kind = chance.random()
    if kind < 0.6:
        return str(chance.randint(1, 14))
    if kind < 0.95:
        return chance.choice(WORDS)
    return "".join(
        chr(chance.choice((chance.randint(32, 126), chance.randint(160, 0x2FFF)))) for _ in range(chance.randint(1, 60))
    )


def typed(chance: random.Random, number: int) -> list[str]:
    """So many lines."""
    return [line(chance) for _ in range(number)]


def goes_on(seed: int, number: int, folder: Path) -> None:
    """Talk for so long, and leave; what is said steers no terminal."""
    state = folder / str(seed) / "kept" / "s.json"
    before = len(session(state, BERLIN).store.read().events)
    here = state.parents[1]
    (here / "typed").write_text("\n".join(typed(random.Random(seed), number)), encoding="utf-8")
    done = subprocess.run(
        [*PROGRAM, "--state", str(state), "--plain", "--script", "typed"],
        cwd=here, env={**os.environ, "HOME": str(here)}, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode in (0, 1), said[-2000:]
    assert "Traceback" not in said
    assert "The program stopped" not in said
    assert "\x1b" not in said
    if state.exists():  # "remove everything" is one of the things that can be chosen
        assert isinstance(held(state)["events"], list)
    left = {each.name for each in state.parent.iterdir()} if state.parent.exists() else set()
    assert left <= {"s.json", "s.json.bak", "s.json.lock"}, left
    assert before


def test_random_lines(figures: Figures, tmp_path: Path) -> None:
    """Six thousand lines with `--all-cases`, in twelve seeds; a hundred without."""
    seeds = {str(figures.seed + each): figures.seed + each for each in range(SEEDS)}
    number = LINES_OF_SEED if figures.all_cases else 100
    figures.try_cases(f"random lines, {number} of each seed", seeds, lambda seed: goes_on(seed, number, tmp_path), 1)
