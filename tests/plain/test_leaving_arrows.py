"""Leaving in lines, with arrow keys: what stands in a field or is chosen of several when one leaves, and staying."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.plain.telling import BERLIN, session
from tests.plain.test_arrows import PROMPT, ROWS, UNICODE, typing
from wizard.core.content_models import Library
from wizard.core.unfinished_work import UnfinishedWork
from wizard.plain.prompter import ExitRequested, PlaceSuggestions, Prompt, SkipRequested
from wizard.plain.questionary_prompter import QuestionaryPrompter
from wizard.plain.run import INTERRUPTED, _run_conversation

WORK = UnfinishedWork("what was typed")
ASKED = replace(PROMPT, unfinished=WORK)
OPTIONAL = replace(ASKED, optional=True)
Ask = Callable[[QuestionaryPrompter, Prompt], object]
CTRL_C, CTRL_D, ENTER, SPACE, DOWN, END = "\x03", "\x04", "\r", " ", "\x1b[B", "\x1b[F"

FIELDS: dict[str, tuple[Ask, str, object]] = {
    "a list of several": (lambda arrows, prompt: arrows.choose_many(prompt, ROWS), SPACE, ("a",)),
    "a place": (lambda arrows, prompt: arrows.find_place(prompt, _seek, PlaceSuggestions(())), "Apple", "a"),
    "a text": (lambda arrows, prompt: arrows.ask_text(prompt), "more", "more"),
    "a text that stands there": (lambda arrows, prompt: arrows.ask_text(prompt, "so far"), f"{END} and", "so far and"),
    "a path": (lambda arrows, prompt: arrows.ask_path(prompt, "/tmp/f"), f"{END}x", "/tmp/fx"),
}
"""How it is asked, keys that change something, and what is then the answer."""


def _seek(text: str) -> PlaceSuggestions:
    return PlaceSuggestions(tuple(ROWS), "a") if text else PlaceSuggestions(())


class Stays:
    """Someone who is asked before leaving, and stays this many times."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.lost: list[object] = []

    def __call__(self, arrows: QuestionaryPrompter) -> bool:
        """Tell whether they leave."""
        self.lost.append(arrows.pending)
        self.times -= 1
        return self.times < 0


def asked(stays: int) -> tuple[QuestionaryPrompter, Stays]:
    """Prompts, and who is asked before leaving."""
    arrows, someone = QuestionaryPrompter(UNICODE), Stays(stays)
    arrows.before_leaving = lambda: someone(arrows)
    return arrows, someone


@pytest.mark.parametrize(("key", "end"), [(CTRL_C, KeyboardInterrupt), (CTRL_D, ExitRequested)])
@pytest.mark.parametrize("kind", FIELDS)
def test_what_stands_in_a_field_is_known_when_one_leaves(kind: str, key: str, end: type[BaseException]) -> None:
    """Ctrl+C can be asked about, the end of the input cannot; what stood there from the beginning is not the person's."""
    ask, keys, _ = FIELDS[kind]
    for typed, lost in (("", None), (keys, WORK)):
        arrows, someone = asked(0)
        with typing(f"{typed}{key}"), pytest.raises(end):
            ask(arrows, ASKED)
        assert arrows.pending == lost
        assert someone.lost == ([lost] if key == CTRL_C else [])


@pytest.mark.parametrize("kind", FIELDS)
def test_who_stays_finds_what_was_typed(kind: str) -> None:
    """It stands there again, and nothing is pending."""
    ask, keys, answer = FIELDS[kind]
    arrows, someone = asked(1)
    with typing(f"{keys}{CTRL_C}{ENTER}"):
        assert ask(arrows, ASKED) == answer
    assert (someone.lost, arrows.pending) == ([WORK], None)


def test_q_in_a_list_of_several_asks_about_what_is_chosen() -> None:
    """Who stays finds it chosen."""
    arrows, someone = asked(1)
    with typing(f"{DOWN}{SPACE}q{ENTER}"):
        assert arrows.choose_many(ASKED, ROWS) == ("b",)
    assert someone.lost == [WORK]


@pytest.mark.parametrize("kind", ["a text", "a path", "a list of several"])
def test_an_optional_field_may_be_left_empty(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One Enter goes on, and the question said so; where it is needed, it is asked again."""
    ask = {**FIELDS, "a path": (lambda arrows, prompt: arrows.ask_path(prompt), "", "")}[kind][0]
    with typing(ENTER):
        assert not ask(QuestionaryPrompter(UNICODE), OPTIONAL)
    assert kind == "a list of several" or "Enter leaves it empty." in capsys.readouterr().out
    with typing(f"{ENTER}{CTRL_D}"), pytest.raises(ExitRequested):
        ask(QuestionaryPrompter(UNICODE), replace(ASKED, can_skip=False))
    assert "Nothing " in capsys.readouterr().out


def test_s_still_skips() -> None:
    """Alone in the field."""
    with typing(f"s{ENTER}"), pytest.raises(SkipRequested):
        QuestionaryPrompter(UNICODE).ask_text(OPTIONAL)


UP = "\x1b[A"
TO_CASES = DOWN * 3
CONVERSATIONS = {
    "nothing": ("", ""),
    "a record with its day": (f"{TO_CASES}{ENTER}{ENTER}{DOWN}{ENTER}{ENTER}", "Not recorded: the date for Facebook."),
    "a day that is being typed": (f"{TO_CASES}{ENTER}{ENTER}{DOWN}{ENTER}x", "Not recorded: the date for Facebook."),
    "a nickname that is being typed": (f"{DOWN * 6}{ENTER}{ENTER}{ENTER}Kim", "Not recorded: the nickname."),
}


@pytest.mark.parametrize(
    ("ends", "code"), [((CTRL_C, CTRL_C), INTERRUPTED), ((CTRL_C, UP, ENTER), INTERRUPTED), ((CTRL_C, CTRL_D), 0), ((CTRL_D,), 0)]
)
@pytest.mark.parametrize("place", CONVERSATIONS)
def test_a_conversation_ends_with_the_truth(
    place: str, ends: tuple[str, ...], code: int, tmp_path: Path, content: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asked about once, named in the last words."""
    keys, lost = CONVERSATIONS[place]
    on = session(tmp_path / "state.json", BERLIN, library=content)
    with typing("".join([keys, *(ends if lost else ends[:1])])):
        found = _run_conversation(on, QuestionaryPrompter(UNICODE), "again")
    said = " ".join(capsys.readouterr().out.split())
    assert said.endswith(f"{f'{lost} Everything else' if lost else 'Everything'} is saved. To go on where you stopped: again")
    assert found == (code if lost else INTERRUPTED if ends[0] == CTRL_C else 0)
