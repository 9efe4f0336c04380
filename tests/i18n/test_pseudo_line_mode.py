"""Line mode in a language that marks every translated text: everything that it says while each choice is tried once."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from tests.export.audits import full
from tests.plain.telling import BERLIN, heard, session
from wizard.audit.listing.item_loader import ItemLoader
from wizard.core.unfinished_work import UnfinishedWork
from wizard.i18n import _
from wizard.plain import audit
from wizard.plain.conversation import Conversation
from wizard.plain.main_menu import run_main_menu
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.prompter import BackRequested, Choice, ExitRequested, PlaceSuggestions, Prompt, SuggestPlaces
from wizard.views.letter_messages import END_OF_LETTER, LETTER_HEADING
from wizard.views.settings import NUMBERS

from .leftover import leftovers, library
from .pseudo import unmarked

pytestmark = pytest.mark.usefixtures("pseudo_language")

LEFT_OUT = frozenset({"yes", "undo", "lines", "arrows", "numbers", "json"})
"""Choices that would end the walk or change its ground (remove everything, take back, how answers are typed), and JSON."""


class Explorer:
    """A prompter that chooses each row of each question once, then goes back, and remembers all that it was told."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.tried: set[tuple[str, str]] = set()
        self.pending: UnfinishedWork | None = None
        self.before_leaving: Callable[[], bool] = lambda: True
        self.reads_in_parts = False
        self.mode, self.help = NUMBERS, ""

    def title(self, text: str) -> None:
        """Remember a heading."""
        self.heard.append(text)

    def say(self, *lines: str) -> None:
        """Remember what is said."""
        self.heard += lines

    def progress(self, text: str, share: float) -> None:
        """Remember a text of progress."""
        self.heard.append(text)

    def show_qr(self, url: str) -> None:
        """Draw nothing."""

    def write_escape_sequence(self, sequence: str) -> bool:
        """Take no sequence."""
        return False

    def choose(self, prompt: Prompt, rows: Sequence[Choice], default: str = "") -> str:
        """Choose the first row that was not tried for this question."""
        self._ask(prompt, rows)
        for row in rows:
            if row.id not in LEFT_OUT and self._is_new(prompt, row.id):
                return row.id
        raise BackRequested if prompt.can_go_back else ExitRequested

    def choose_many(self, prompt: Prompt, rows: Sequence[Choice], chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """Choose the first row, or keep what is chosen; go back the third time."""
        self._ask(prompt, rows)
        self._go_back_after_twice(prompt)
        return tuple(chosen) or (rows[0].id,)

    def find_place(self, prompt: Prompt, suggest: SuggestPlaces, initial: PlaceSuggestions) -> str:
        """Try a name, then take the country of the session; go back the third time."""
        self._ask(prompt, initial.rows)
        self._go_back_after_twice(prompt)
        for found in (initial, suggest("Zyx")):
            self.heard += [*(row.words for row in found.rows[:1]), found.note, found.hint]
        return "DE"

    def ask_text(self, prompt: Prompt, default: str = "", *, lines: bool = False) -> str:
        """Take what is proposed, or type a word; go back the second time."""
        self._ask(prompt)
        if not self._is_new(prompt, "text"):
            raise BackRequested
        return default or "Zyx"

    def confirm(self, prompt: Prompt, *, default: bool = False) -> bool:
        """Say no."""
        self._ask(prompt)
        return False

    def ask_path(self, prompt: Prompt, default: str = "") -> str:
        """Name a file that is not there, once for each question."""
        self._ask(prompt)
        if prompt.can_skip or not self._is_new(prompt, "path"):
            raise BackRequested
        return "zyx.zip"

    def _ask(self, prompt: Prompt, rows: Sequence[Choice] = ()) -> None:
        if len(self.heard) > MOST_HEARD:
            raise ExitRequested
        self.heard += [prompt.text, prompt.help, prompt.why, *(row.words for row in rows)]

    def _go_back_after_twice(self, prompt: Prompt) -> None:
        """Raise BackRequested at the third time: a question may be asked until its answer fits."""
        if not self._is_new(prompt, "first time") and not self._is_new(prompt, "second time"):
            raise BackRequested

    def _is_new(self, prompt: Prompt, answer: str) -> bool:
        key = (prompt.text, answer)
        is_new = key not in self.tried
        self.tried.add(key)
        return is_new


@pytest.fixture
def conversation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Conversation:
    """A conversation of someone in Berlin who has done a few things."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    marks = (("case/facebook", "sent", "2026-09-01"), ("contact/Kim", "asked", "2026-11-01"))
    return Conversation(session(tmp_path / "state.json", BERLIN, marks, library()), Explorer(), {})


MOST_HEARD = 100_000
"""After so many lines the walk ends, in case a question is asked for ever."""


def _unmarked_lines(lines: Sequence[str]) -> list[str]:
    """Return what was never translated; letters are left out, which are written in a language of their own."""
    found, in_letter = [], False
    for line in lines:
        in_letter = (in_letter or line == _(LETTER_HEADING)) and line != _(END_OF_LETTER)
        if not in_letter and (words := leftovers(line)):
            found.append(f"{sorted(words)} in {unmarked(line).strip()}")
    return sorted(set(found))


def test_everything_that_is_said(conversation: Conversation) -> None:
    """Each choice of each page that can be reached from the main menu."""
    explorer = conversation.prompter
    assert isinstance(explorer, Explorer)
    with suppress(ExitRequested):
        run_main_menu(conversation)
    assert len(explorer.tried) > 200
    assert len(explorer.heard) <= MOST_HEARD, "some question is asked again and again"
    assert _unmarked_lines(explorer.heard) == []


def test_the_report_of_an_audit(conversation: Conversation) -> None:
    """With the choices that follow it."""
    explorer = conversation.prompter
    assert isinstance(explorer, Explorer)
    with suppress(ExitRequested, BackRequested):
        audit._show_report(conversation, full(), None, ItemLoader(()))
    assert _unmarked_lines(explorer.heard) == []


def test_how_answers_are_typed(tmp_path: Path) -> None:
    """The first questions with help, reasons, refusals and shortcuts, in the words of typed numbers."""
    typed = ("1", "?", "w", "Zyx", "99", "b", "3", "?", "1,2", "Zyx", "s", "b", "b", "q")
    said = heard(session(tmp_path / "state.json", None, (), library()), *typed)
    assert _unmarked_lines(said.splitlines()) == []


def test_prompts_for_texts_and_for_yes_or_no() -> None:
    """All kinds of prompts with all that can be typed wrongly."""
    out = StringIO()
    typed = ("\n", "s\n", "w\n", "?\n", "Zyx\n", "maybe\n", "\n", "7\n", "1,1\n", "Zyx\n", ".\n", "2\n", "\n")
    prompter = NumberedPrompter(StringIO("".join(typed)), out)
    rows = [Choice(str(number), f"⟦Choice {number}⟧") for number in range(1, 4)]
    prompter.ask_text(Prompt("⟦What?⟧", "⟦Help.⟧", "⟦Why.⟧"))
    prompter.confirm(Prompt("⟦Sure?⟧"))
    prompter.choose_many(Prompt("⟦Which?⟧"), rows, ("1",))
    prompter.ask_text(Prompt("⟦More?⟧", optional=True), lines=True)
    prompter.choose(Prompt("⟦Which one?⟧"), rows, "2")
    assert _unmarked_lines(out.getvalue().splitlines()) == []
