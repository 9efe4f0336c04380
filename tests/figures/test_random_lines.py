"""Random lines in line mode: the conversation goes on, nothing that is said steers the terminal, and the state is whole."""

import random
from contextlib import chdir, suppress
from io import StringIO
from pathlib import Path

from tests.figures.figures import Figures
from tests.figures.test_hostile_states import STEERS
from tests.storage.keeping import around, held
from tests.tui.making import BERLIN, session
from wizard.plain.conversation import Conversation
from wizard.plain.main_menu import run_main_menu
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.prompter import ExitRequested

ENVIRONMENT = {"EDITOR": "true", "VISUAL": "true"}
SEEDS, LINES_OF_SEED = 20, 1000
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
    """Type so many lines; where they leave the program, or remove everything, it is started again."""
    state = folder / str(seed) / "kept" / "s.json"
    session(state, BERLIN)
    source = StringIO("".join(f"{line}\n" for line in typed(random.Random(seed), number)))
    with chdir(folder / str(seed)):
        while source.tell() < len(source.getvalue()):
            out, begun = StringIO(), source.tell()
            on = session(state) if state.exists() else session(state, BERLIN)
            with suppress(ExitRequested):
                run_main_menu(Conversation(on, NumberedPrompter(source, out, echo=True), ENVIRONMENT))
            assert source.tell() > begun, "it left without reading a line"
            assert not STEERS.search(out.getvalue())
            assert on.store.notices == []
            if state.exists():
                assert isinstance(held(state)["events"], list)
                assert around(state) <= {"", ".bak"}


def test_random_lines(figures: Figures, tmp_path: Path) -> None:
    """Twenty thousand lines with `--all-cases`; a hundred without."""
    seeds = {str(figures.seed + each): figures.seed + each for each in range(SEEDS)}
    number = LINES_OF_SEED if figures.all_cases else 100
    figures.try_cases(f"random lines, {number} of each seed", seeds, lambda seed: goes_on(seed, number, tmp_path), 1)
