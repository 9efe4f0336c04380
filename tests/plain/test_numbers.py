"""Typed numbers: what is said again and what is not, what may be typed, and texts of every script."""

from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import TypeVar

import pytest

from tests.plain.telling import BERLIN, HAMBURG, heard, session
from wizard.core.content_models import Library
from wizard.plain.accessible_text import display_width, to_ascii, to_speech, wrap_text
from wizard.plain.conversation import Conversation
from wizard.plain.invalid_reply import InvalidReplyError
from wizard.plain.main_menu import run_main_menu
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.prompter import Choice, ExitRequested, PlaceSuggestions, Prompt
from wizard.plain.reply_parser import parse_choice, parse_choices

T = TypeVar("T")
ROWS = [Choice(f"r{number}", f"Row {number}") for number in range(1, 6)]
EVERYWHERE = (
    "1 b ten 1 b b plan objection 2 link qr b b note b skip 5 b form b b b best 1 b b b cases 1 sent today b b b b "
    "letters 1 Kim k@example.org b b b b contacts 1 Kim kim b b papers html save b b b place 2 qr b b b learn background 1 "
    "b b b search instagram b b answers 2 b b settings b kept export b import b wipe b b audit 2 b 1 b b"
)
"""A way to every prompt there is."""


class Hearing(NumberedPrompter):
    """Someone who remembers each question."""

    def __init__(self, *typed: str) -> None:
        self.out = StringIO()
        self.prompts: list[Prompt] = []
        super().__init__(StringIO("".join(f"{line}\n" for line in typed)), self.out)

    def _ask(
        self,
        prompt: Prompt,
        choice_lines: Sequence[str],
        instructions: str,
        input_label: str,
        parse: Callable[[str], T],
        **options: bool,
    ) -> T:
        self.prompts.append(prompt)
        return super()._ask(prompt, choice_lines, instructions, input_label, parse, **options)


def said(prompter: Hearing, *asked: Sequence[Choice]) -> list[str]:
    """What is heard at each of these questions, one after the other."""
    found = []
    for rows in asked:
        before = len(prompter.out.getvalue())
        prompter.choose(Prompt("Which?"), rows)
        found.append(prompter.out.getvalue()[before:])
    return found


def test_choices_that_were_just_said_are_not_said_again() -> None:
    """Only that they are the same, and how to hear them; what changed is said."""
    changed = [Choice("r1", "Another row"), *ROWS[1:]]
    first, second, third, fourth = said(Hearing("1", "1", "1", "?", "1"), ROWS, ROWS, changed, changed)
    assert all(row.label in first for row in ROWS)
    assert "Row" not in second
    assert "The 5 choices are as before; a question mark says them all." in second
    assert "1. Another row\nThe other 4 choices are as before" in third
    assert fourth.count("2. Row 2") == 1  # after the question mark


def test_choices_are_said_in_full_when_their_numbers_have_changed_or_long_ago() -> None:
    """Nobody is to remember what a number means for longer than a few questions."""
    fewer = ROWS[1:]
    assert "as before" not in said(Hearing("1", "1"), ROWS, fewer)[1]
    prompter = Hearing(*"1" * 9)
    said(prompter, ROWS)
    for number in range(7):
        prompter.choose(Prompt(f"Something else {number}?"), ROWS)
    assert "1. Row 1" in said(prompter, ROWS)[0]


def test_every_prompt_has_help(tmp_path: Path, content: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of its own, beside what holds everywhere."""
    monkeypatch.chdir(tmp_path)
    prompter = Hearing(*EVERYWHERE.split())
    with pytest.raises(ExitRequested):
        run_main_menu(Conversation(session(tmp_path / "state.json", BERLIN, library=content), prompter, {}))
    assert not [prompt.text for prompt in prompter.prompts if prompt.text and not prompt.help]
    assert len({prompt.text for prompt in prompter.prompts}) >= 30


def test_a_note_that_ends_with_the_input_is_kept(tmp_path: Path) -> None:
    """Ctrl+D in the middle of a text ends it, and then the conversation; nothing that was typed is lost."""
    on = session(tmp_path / "state.json", HAMBURG)
    assert "Note kept." in heard(on, "plan", "objection", "1", "note", "Ask Kim,", "she knows")
    assert [note.note for note in on.snapshot.progress.notes["objection/facebook-form"]] == ["Ask Kim,\nshe knows"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", "a"), ("green ap", "a"), ("GREEN", "a"), ("pear", "b"), ("b", "b"), ("reen", None), ("r", "b"), ("3", None)],
)
def test_words_choose_a_row(text: str, expected: str | None) -> None:
    """By their beginning, or by a word in them, as long as only one row is meant."""
    rows = [Choice("a", "Green apple"), Choice("b", "Ripe pear, early")]
    if expected:
        assert parse_choice(rows, text) == expected
    else:
        with pytest.raises(InvalidReplyError):
            parse_choice(rows, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany · GDPR · you can object", "Germany, GDPR, you can object"),
        ("62 % still open, 5% more", "62 percent still open, 5 percent more"),
        ("Mon 2 Nov 2026, 1 h 30 min", "Monday 2 November 2026, 1 hour 30 minutes"),
        ("A → B ✓ C", "A to B done: C"),
        ("\x1b]0;x\x07 a \u202eb", "]0;x a b"),
    ],
)
def test_signs_and_short_forms_become_words(text: str, expected: str) -> None:
    """What a voice would stumble over, and what could steer a terminal."""
    assert to_speech(text) == expected


@pytest.mark.parametrize("unit", [" h", " min", "%", " %"])
@pytest.mark.parametrize("digits", [10, 4301, 10_000])
def test_a_number_in_a_text_of_the_user_may_have_any_length(unit: str, digits: int) -> None:
    """A note with pasted digits is read out as it is; no page of it is closed for ever."""
    assert to_speech(f"see {'9' * digits}{unit}") == f"see {'9' * digits}{unit}"


@pytest.mark.parametrize(
    "text", ["日本語のとても長い名前を持つ場所", "المملكة العربية السعودية بلد كبير", "é́ combining ô marks", "a" * 40]
)
def test_lines_are_broken_between_words_by_what_they_take_on_screen(text: str) -> None:
    """Wide letters take two columns, marks on letters none; nothing is lost, whichever way it is written."""
    lines = list(wrap_text(f"{text} {text}", 20))
    assert " ".join(lines) == f"{text} {text}"
    assert all(display_width(line) <= 20 or " " not in line for line in lines)


def test_a_terminal_without_other_letters_is_told_what_it_can_show() -> None:
    """Marks fall away, signs become their plain cousins, and what has none becomes a question mark."""
    assert to_ascii("Côte d’Ivoire – “Łódź”, 5 €, §") == 'Cote d\'Ivoire ? "Lodz", 5 EUR, section '
    assert to_ascii("日本") == "??"


def test_right_to_left_names_are_found_and_said(tmp_path: Path, content: Library) -> None:
    """A country may be typed in its own writing; no mark that turns the direction is printed."""
    said = heard(session(tmp_path / "state.json", library=content), "Start", "السعودية", "", "q")
    assert "1. Saudi Arabia" in said
    assert not {"\u202a", "\u202b", "\u200e", "\u200f", "\u2067"} & set(said)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("1 and 3", "r1 r3"),
        ("1-3", "r1 r2 r3"),
        ("2 – 4, 1", "r2 r3 r4 r1"),
        ("1,2 and 4-5", "r1 r2 r4 r5"),
        ("3-1", "r3 r1"),
        ("Row 2, Row 4", "r2 r4"),
        ("1 2;3", "r1 r2 r3"),
        ("2-2", "r2"),
    ],
)
def test_several_numbers_are_typed_as_one_says_them(typed: str, rows: str) -> None:
    """With "and", as a range, with commas or spaces, or by their words."""
    assert parse_choices(ROWS, typed) == tuple(rows.split())


@pytest.mark.parametrize("typed", ["1 or 3", "4-9", "0-2", "1-999", "and", "-", "1--", ",", "; and"])
def test_what_means_no_row_is_refused(typed: str) -> None:
    """Nothing is guessed, and no long range is counted out."""
    with pytest.raises(InvalidReplyError):
        parse_choices(ROWS, typed)


def test_words_that_fit_several_rows_name_them() -> None:
    """With their numbers, so that one can be typed next."""
    rows = [Choice(name, name) for name in ("Nevada", "New Jersey", "New York", "Ohio")]
    with pytest.raises(InvalidReplyError, match=r"“new” fits more than one line: 2\. New Jersey; 3\. New York\."):
        parse_choice(rows, "new")


@pytest.mark.parametrize(
    ("typed", "said_back"), [("1", "Facebook"), ("2, 1", "Facebook; Instagram"), ("instagram", "Instagram"), ("s", "")]
)
def test_an_answer_is_said_back_by_name(tmp_path: Path, typed: str, said_back: str) -> None:
    """A typed number does not say which row was taken; a question that was left open has nothing to say back."""
    on = session(tmp_path / "state.json", {"country": ("DE",), "region": ("DE-HH",)})
    told = heard(on, "1", typed).partition("Which of these do you use?")[2]
    assert f"\n{said_back}. Saved.\n" in told if said_back else "\nSaved.\n" in told


class Listening(NumberedPrompter):
    """Someone at a keyboard, who hears a long text in parts."""

    def __init__(self, *typed: str) -> None:
        self.out = StringIO()
        super().__init__(StringIO("".join(f"{line}\n" for line in typed)), self.out, interactive=True)


@pytest.mark.parametrize(
    ("count", "typed", "last", "questions"),
    [
        (12, (), 12, 0),
        (15, (), 15, 0),
        (16, ("",), 16, 1),
        (40, ("", "y", ""), 40, 3),
        (40, ("n",), 12, 1),
        (40, ("", "b"), 24, 2),
    ],
)
def test_a_long_reading_comes_in_parts(tmp_path: Path, count: int, typed: tuple[str, ...], last: int, questions: int) -> None:
    """Enter reads on, n and b stop; few lines are no part of their own."""
    on = session(tmp_path / "state.json")
    listener = Listening(*typed)
    Conversation(on, listener, {}).say_in_parts([f"Line {number}" for number in range(1, count + 1)])
    told = listener.out.getvalue()
    assert told.count("Read on?") == questions
    assert f"Line {last}\n" in told
    assert f"Line {last + 1}\n" not in told


def test_a_script_hears_all_at_once(tmp_path: Path) -> None:
    """Where nobody listens, nothing is asked."""
    on, prompter = session(tmp_path / "state.json"), Hearing()
    Conversation(on, prompter, {}).say_in_parts([f"Line {number}" for number in range(100)])
    assert "Line 99" in prompter.out.getvalue()
    assert "Read on?" not in prompter.out.getvalue()


def test_what_is_needed_cannot_be_skipped() -> None:
    """S is not taken for a name, nor w; a letter alone can be meant with a backslash before it."""
    prompter = Hearing("s", "w", "\\s")
    assert prompter.ask_text(Prompt("Your name?", "As in your account.")) == "s"
    assert "This cannot be left open; b goes back.\n" in prompter.out.getvalue()
    assert "As in your account.\n" in prompter.out.getvalue()


@pytest.mark.parametrize("typed", ["2", "2."])
def test_the_number_of_a_place_may_have_a_full_stop(typed: str) -> None:
    """As in any other list, and as dictation writes it."""
    found = PlaceSuggestions(tuple(ROWS[:2]))
    assert Hearing("row", typed).find_place(Prompt("Where?"), lambda _text: found, PlaceSuggestions(())) == "r2"
