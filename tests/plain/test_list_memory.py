"""Long lists by numbers: they are heard in part, by the letters with which their lines begin; hidden rows can be named."""

import pytest

from tests.plain.test_numbers import Hearing
from wizard.plain.invalid_reply import InvalidReplyError
from wizard.plain.list_memory import VERY_LONG_LIST, choices_after_help, lines_beginning
from wizard.plain.prompter import Choice, ExitRequested, Prompt
from wizard.plain.reply_parser import parse_choice, parse_yes_no

STATES = ("Alabama", "New Hampshire", "New Jersey", "Québec", "West Virginia", *(f"Row {number}" for number in range(20)))
LONG = [Choice(name, name) for name in STATES]
LINES = [f"{number}. {name}" for number, name in enumerate(STATES, 1)]


def heard(rows: list[Choice], *typed: str, unlisted: tuple[Choice, ...] = ()) -> list[str]:
    """What is said after each typed line."""
    prompter = Hearing(*typed)
    with pytest.raises(ExitRequested):
        prompter.choose(Prompt("Which one?", unlisted=unlisted), rows)
    return prompter.out.getvalue().split("Number: ")


@pytest.mark.parametrize(
    ("letters", "numbers"), [("n", [2, 3]), ("new j", [3]), ("NEW", [2, 3]), ("que", [4]), ("virg", [5]), ("z", [])]
)
def test_letters_find_the_lines_that_begin_so(letters: str, numbers: list[int]) -> None:
    """Or a word in them; accents and capitals do not count."""
    assert lines_beginning(LINES, letters) == [LINES[number - 1] for number in numbers]


def test_only_the_first_question_mark_reads_a_long_list_again() -> None:
    """The second one says how to hear a part of it."""
    first, second, third, part, nothing, end, _ = heard(LONG, "?", "?", "?new", "?zz", "?q")
    assert all(line in text for line in LINES for text in (first, second))
    assert "There are 25 lines." in third
    assert "1. Alabama" not in third
    assert "These lines fit: 2. New Hampshire; 3. New Jersey." in part
    assert "“zz” is none of these." in nothing
    assert "4. Québec" in end


def test_a_short_list_is_read_as_often_as_one_likes() -> None:
    """It takes no longer than the sentence that would stand for it."""
    short = LONG[: VERY_LONG_LIST - 1]
    assert all("New Jersey" in said for said in heard(short, "?", "?", "?")[:4])
    assert choices_after_help(LINES[: VERY_LONG_LIST - 1], 5) == LINES[: VERY_LONG_LIST - 1]


ROWS, MORE = (
    [Choice("plan", "My plan"), Choice("more", "More", "my place, answers, réglages d’affichage")],
    (
        Choice("answers", "My answers"),
        Choice("settings", "Settings"),
        Choice("state", "What is stored"),
    ),
)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("my", "plan"),
        ("sett", "settings"),
        ("stored", "state"),
        ("answers", "answers"),
        ("2", "more"),
        ("mo", "more"),
        ("my place", "more"),
        ("place", "more"),
        ("reglages d'aff", "more"),
        ("MY PLAN.", "plan"),
        ("2.", "more"),
    ],
)
def test_rows_of_another_list_can_be_named(typed: str, id: str) -> None:
    """A row that is listed comes first, and numbers mean only those."""
    assert parse_choice(ROWS, typed, MORE) == id


@pytest.mark.parametrize("typed", ["3", "3.", "zz", "s", "da", ".", "...", "´"])
def test_what_means_no_row_is_refused(typed: str) -> None:
    with pytest.raises(InvalidReplyError):
        parse_choice(ROWS, typed, (*MORE, Choice("search", "Search")))
    with pytest.raises(InvalidReplyError):
        parse_choice(ROWS[:1], typed)


def test_a_text_of_several_lines_says_again_how_it_ends() -> None:
    """After an empty line, and for a question mark, which is no part of it."""
    prompter = Hearing("one", "", "?", "two", ".")
    assert prompter.ask_text(Prompt("Your note?", "It stays here."), lines=True) == "one\n\ntwo"
    said = prompter.out.getvalue()
    assert said.count("A line with only a full stop ends the text.") == 2
    assert said.count("It stays here.") == 1


@pytest.mark.parametrize(
    ("typed", "text", "said"),
    [
        ("b", "one\ntwo", "A line with only a full stop ends the text; then b works."),
        ("S", "one\ntwo", "A line with only a full stop ends the text; then s works."),
        ("w", "one\ntwo", "Why we ask: to remember."),
        ("\\b", "one\nb\ntwo", ""),
        ("bb", "one\nbb\ntwo", ""),
    ],
)
def test_a_shortcut_is_no_line_of_a_longer_text(typed: str, text: str, said: str) -> None:
    """It was offered at the first line, so it is never taken for a word to send; with a backslash it is one."""
    prompter = Hearing("one", typed, "two", ".")
    assert prompter.ask_text(Prompt("Your note?", "It stays here.", "to remember."), lines=True) == text
    assert said in prompter.out.getvalue()


@pytest.mark.parametrize("default", [True, False])
def test_only_an_empty_line_is_the_answer_that_enter_takes(default: bool) -> None:
    """A full stop, typed to end something else, is neither yes nor no."""
    assert parse_yes_no("", default=default) is default
    assert parse_yes_no("Yes.", default=default)
    for text in (".", "...", "!", "perhaps"):
        with pytest.raises(InvalidReplyError):
            parse_yes_no(text, default=default)
