"""Random lines in line mode: the conversation goes on, nothing that is said steers the terminal, and the state is whole.

What was recorded is compared with what was said: no record without a line that confirms it, and no such line without a record.
"""

import random
import re
from collections.abc import Iterable
from contextlib import chdir, suppress
from io import StringIO
from pathlib import Path

from tests.figures.figures import Figures
from tests.figures.test_hostile_states import STEERS
from tests.storage.keeping import around, held
from tests.tui.making import BERLIN, session
from wizard.i18n import _, ngettext
from wizard.plain.conversation import Conversation
from wizard.plain.main_menu import run_main_menu
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.prompter import ExitRequested
from wizard.views.interview import SAVED
from wizard.views.move import SAID
from wizard.views.user_messages import NOTE_KEPT

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


MERGED, MERGED_MANY = (
    "Merged: {count} event was new. Nothing was removed.",
    "Merged: {count} events were new. Nothing was removed.",
)
CONFIRMATIONS = (
    "Recorded. {name}: {status}.", "Recorded. {account}: {answer}.", "Added to your accounts: {account}.",
    "From now on it is called {account}.", "Taken off your list: {account}.", "Done: {message}", "Left out: {step}",
    "Left out: {step} Without a reason it still counts as open.", "Open again.", "Taken back: {target}, {action}.", NOTE_KEPT,
    *SAID.values(), MERGED, SAVED,
)  # fmt: skip
"""What is said first when something was recorded; behind some of it stands more, and before the last the answer itself."""
ONLY_A_RECORD = CONFIRMATIONS[:3]
"""What is said for nothing else: an answer that is given again is saved, and is no new event."""


def is_said(line: str, messages: Iterable[str]) -> bool:
    """Whether a line is one of these messages in the language that is spoken, whatever stands in their places."""
    return any(re.search(rf"(^|\. ){_filled(message)}", line) for message in messages)


def _filled(message: str) -> str:
    text = _(message) if message != MERGED else ngettext(MERGED, MERGED_MANY, 2)
    return re.sub(r"\\{\w+\\}|2", ".*", re.escape(text))


class Typed(StringIO):
    """Lines to type. Before each is read, what was recorded since the one before is compared with what was said since."""

    def __init__(self, lines: str, state: Path, out: StringIO) -> None:
        """Begin with the events that the state file holds."""
        super().__init__(lines)
        self.state, self.out, self.heard, self.events = state, out, 0, events(state)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Read the next line."""
        self.compare()
        return super().readline(-1 if size is None else size)

    def __next__(self) -> str:  # type: ignore[override]
        """Read the next line where the lines are gone through."""
        if line := self.readline():
            return line
        raise StopIteration

    def compare(self) -> None:
        """Compare what was recorded with the first line that was said; the echo of the typed line stands before it."""
        said, now = self.out.getvalue()[self.heard :].splitlines()[1:], events(self.state)
        first = next(filter(None, said), "")
        if len(now) > len(self.events):
            assert is_said(first, CONFIRMATIONS), f"{now[-1]} was recorded, and this was said: {first!r}"
        elif now and len(now) == len(self.events):
            assert not is_said(first, ONLY_A_RECORD), f"nothing was recorded, and this was said: {first!r}"
        self.heard, self.events = len(self.out.getvalue()), now


def events(state: Path) -> list[object]:
    """What the state file holds of what happened; nothing if there is no file."""
    return list(held(state)["events"]) if state.exists() else []


def goes_on(seed: int, number: int, folder: Path) -> None:
    """Type so many lines; where they leave the program, or remove everything, it is started again."""
    state = folder / str(seed) / "kept" / "s.json"
    session(state, BERLIN)
    lines = "".join(f"{line}\n" for line in typed(random.Random(seed), number))
    with chdir(folder / str(seed)):
        while lines:
            on = session(state) if state.exists() else session(state, BERLIN)
            out = StringIO()
            source = Typed(lines, state, out)
            with suppress(ExitRequested):
                run_main_menu(Conversation(on, NumberedPrompter(source, out, echo=True), ENVIRONMENT))
            source.compare()
            assert source.tell() > 0, "it left without reading a line"
            lines = lines[source.tell() :]
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
