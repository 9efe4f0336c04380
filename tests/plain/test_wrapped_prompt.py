"""Prompts and rows with arrow keys break between words, and nothing of them is cut off."""

from io import StringIO

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.data_structures import Size
from prompt_toolkit.output.vt100 import Vt100_Output

from tests.plain.test_arrows import DOWN, ENTER, UNICODE, Ask, typing
from wizard.plain.accessible_text import display_width
from wizard.plain.prompter import Choice, ExitRequested, Prompt
from wizard.plain.questionary_prompter import QuestionaryPrompter
from wizard.plain.wrapped_prompt import QUESTION_MARK, wrap_field_prompt, wrap_prompt, wrap_row

WORDS = st.lists(st.text("abc-", min_size=1, max_size=9), min_size=1, max_size=25).map(" ".join)
WIDTHS = st.integers(20, 90)
LONG_WORDS = "Nebraskan-looking words that go on until the line is much too long for a window of eighty columns, 2026-10-10"
ASKED: dict[str, Ask] = {
    "a list": lambda arrows: arrows.choose(
        Prompt(LONG_WORDS), [Choice("a", LONG_WORDS), Choice("b", f"{LONG_WORDS} {LONG_WORDS}")]
    ),
    "a list of several": lambda arrows: arrows.choose_many(Prompt(LONG_WORDS), [Choice("a", LONG_WORDS), Choice("b", "Short")]),
    "a text": lambda arrows: arrows.ask_text(Prompt(LONG_WORDS), "yesterday"),
    "a text of several lines": lambda arrows: arrows.ask_text(Prompt(LONG_WORDS), "yesterday", lines=True),
    "a path": lambda arrows: arrows.ask_path(Prompt(LONG_WORDS), "/home/kim/my-photo-plan.html"),
    "yes or no": lambda arrows: arrows.confirm(Prompt(LONG_WORDS)),
}


@given(WORDS, WORDS, WIDTHS)
def test_a_question_and_its_instruction_keep_their_words(message: str, ending: str, width: int) -> None:
    """Both together fit the width."""
    wrapped = wrap_prompt(message, ending, width)
    assert (wrapped.message.split(), wrapped.ending.split()) == (message.split(), ending.split())
    whole = f"{QUESTION_MARK}{wrapped.message}{'' if wrapped.ending.startswith(chr(10)) else ' '}{wrapped.ending}"
    assert all(display_width(line) < width for line in whole.split("\n"))


@given(WORDS, st.text("abc", max_size=12), WIDTHS)
def test_a_proposed_value_is_not_broken(message: str, default: str, width: int) -> None:
    """It begins a new line where there is no room for it."""
    wrapped = f"{QUESTION_MARK}{wrap_field_prompt(message, default, width)} {default}"
    assert wrapped.split() == [QUESTION_MARK.strip(), *message.split(), *default.split()]
    assert all(display_width(line) < width for line in wrapped.split("\n"))


@given(WORDS, WIDTHS, st.booleans())
def test_a_row_keeps_its_words(text: str, width: int, has_box: bool) -> None:
    """Its further lines are indented below the first."""
    first_line, *more = wrap_row(text, width, has_box=has_box).split("\n")
    assert " ".join([first_line, *(line.strip() for line in more)]) == text
    assert all(line.startswith("    ") and display_width(line) < width for line in more)


@pytest.mark.parametrize("kind", ASKED)
def test_in_a_window_of_80_columns_no_word_is_broken(kind: str) -> None:
    """As it is drawn."""
    drawn, screen = StringIO(), pyte.Screen(80, 40)
    with typing("\x04", Vt100_Output(drawn, lambda: Size(40, 80))), pytest.raises(ExitRequested):
        ASKED[kind](QuestionaryPrompter(UNICODE))
    before_the_end = drawn.getvalue().replace("\r\n", "\n").replace("\n", "\r\n")
    pyte.Stream(screen).feed(before_the_end)
    shown = " ".join(" ".join(screen.display).split())
    assert LONG_WORDS in shown


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (f" {ENTER}", "Facebook"),
        (f" {DOWN} {ENTER}", "Facebook; Instagram, and more"),
        (f" {DOWN} {DOWN} {ENTER}", f"Facebook; Instagram, and more; {LONG_WORDS}"),
        (ENTER, ""),
    ],
)
def test_a_list_of_several_leaves_the_names_of_what_was_chosen(keys: str, left: str) -> None:
    """Not their number in the English words of the library; and between words where they need several lines."""
    drawn = StringIO()
    rows = [Choice("f", "Facebook"), Choice("i", "Instagram, and more"), Choice("l", LONG_WORDS)]
    with typing(keys, Vt100_Output(drawn, lambda: Size(40, 80))):
        QuestionaryPrompter(UNICODE).choose_many(Prompt("Which of these?", optional=True), rows)
    screen = pyte.Screen(80, 40)
    pyte.Stream(screen).feed(drawn.getvalue())
    lines = [line.strip() for line in screen.display if line.strip()]
    assert " ".join(lines) == f"? Which of these? {left}".rstrip()


def test_a_list_leaves_the_whole_row_that_was_chosen() -> None:
    """Between words where it needs several lines, as its rows do."""
    drawn = StringIO()
    with typing(DOWN + ENTER, Vt100_Output(drawn, lambda: Size(40, 80))):
        rows = [Choice("f", "Facebook"), Choice("l", "More", LONG_WORDS)]
        assert QuestionaryPrompter(UNICODE).choose(Prompt("Which of these?"), rows) == "l"
    screen = pyte.Screen(80, 40)
    pyte.Stream(screen).feed(drawn.getvalue())
    lines = [line.strip() for line in screen.display if line.strip()]
    assert " ".join(lines) == f"? Which of these? More: {LONG_WORDS}"
