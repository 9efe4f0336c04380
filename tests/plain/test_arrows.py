"""Prompts with arrow keys, one of each kind: the ways past them, leaving them, and windows in which they cannot be drawn."""

import curses
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from io import StringIO

import prompt_toolkit.output
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput, Output
from prompt_toolkit.output.vt100 import Vt100_Output

from wizard.plain.cursor_support import CursorUnsupportedError
from wizard.plain.prompter import BackRequested, Choice, ExitRequested, PlaceSuggestions, Prompt, SkipRequested
from wizard.plain.questionary_prompter import QuestionaryPrompter
from wizard.plain.run import run_line_mode

ROWS = [Choice("a", "Apple"), Choice("b", "Banana"), Choice("c", "Cherry – the last")]
PROMPT = Prompt("Which one?", "It is eaten.", "It decides the colour.", can_skip=True)
UNICODE = {"LANG": "C.UTF-8", "TERM": "xterm"}
Ask = Callable[[QuestionaryPrompter], object]
KINDS: dict[str, Ask] = {
    "a list": lambda arrows: arrows.choose(PROMPT, ROWS, "b"),
    "a list of several": lambda arrows: arrows.choose_many(PROMPT, ROWS, ("a",)),
    "a place": lambda arrows: arrows.find_place(PROMPT, lambda _: PlaceSuggestions(tuple(ROWS)), PlaceSuggestions(())),
    "a text": lambda arrows: arrows.ask_text(PROMPT),
    "a text that stands there": lambda arrows: arrows.ask_text(PROMPT, "so far"),
    "a text of several lines": lambda arrows: arrows.ask_text(PROMPT, "one\ntwo", lines=True),
    "a path": lambda arrows: arrows.ask_path(PROMPT, "/tmp/file"),
    "yes or no": lambda arrows: arrows.confirm(PROMPT),
}
FIELDS = {"a text that stands there", "a text of several lines", "a path"}
LISTS = {"a list", "a list of several", "yes or no"}
CLEAR = "\x01\x0b\x7f\x01\x0b"
ENTER, DOWN, CTRL_S = "\r", "\x1b[B", "\x13"


@contextmanager
def typing(keys: str, output: Output | None = None) -> Iterator[None]:
    """These keys are pressed."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output or DummyOutput()):
        pipe.send_text(keys)
        yield


@pytest.mark.parametrize("kind", KINDS)
def test_ctrl_c_interrupts_every_prompt(kind: str) -> None:
    """Whatever stands in the field already."""
    with typing("\x03"), pytest.raises(KeyboardInterrupt):
        KINDS[kind](QuestionaryPrompter(UNICODE))


@pytest.mark.parametrize("kind", KINDS)
def test_ctrl_d_leaves_every_prompt(kind: str) -> None:
    """Also from behind a text that stands in the field."""
    with typing("\x04"), pytest.raises(ExitRequested):
        KINDS[kind](QuestionaryPrompter(UNICODE))


def test_ctrl_d_before_a_letter_deletes_it() -> None:
    """As in every shell."""
    with typing("\x01\x04\x04\r"):
        assert QuestionaryPrompter(UNICODE).ask_text(PROMPT, "so far") == " far"


@pytest.mark.parametrize(("letter", "way"), [("b", BackRequested), ("s", SkipRequested), ("q", ExitRequested)])
@pytest.mark.parametrize("kind", KINDS)
def test_each_way_past_works_at_every_prompt(kind: str, letter: str, way: type[Exception]) -> None:
    """As a key where one chooses; alone in the field where one types."""
    keys = f"{CLEAR}{letter}\r" if kind in FIELDS else f"{letter}\r"
    with typing(keys), pytest.raises(way):
        KINDS[kind](QuestionaryPrompter(UNICODE))


@pytest.mark.parametrize("kind", KINDS)
def test_why_and_help_are_said_and_the_prompt_comes_again(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """At every prompt."""
    lead, enter = (CLEAR, "\r") if kind in FIELDS else ("", "\r" if kind.startswith(("a text", "a place")) else "")
    with typing(f"{lead}w{enter}{lead}?{enter}\x04"), pytest.raises(ExitRequested):
        KINDS[kind](QuestionaryPrompter(UNICODE))
    said = " ".join(capsys.readouterr().out.split())
    assert "Why we ask: It decides the colour." in said
    assert "It is eaten. Every answer and record is saved as soon as it is complete" in said
    assert "Escape goes back." in said
    assert "Instead of a number" not in said


@pytest.mark.parametrize("kind", KINDS)
def test_without_other_letters_every_sign_is_ascii(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Also the cursor of a list and its boxes, which questionary draws."""
    drawn = StringIO()
    output = Vt100_Output(drawn, lambda: Size(24, 80))
    with typing("\x04", output), pytest.raises(ExitRequested):
        KINDS[kind](QuestionaryPrompter({"LC_ALL": "C", "TERM": "xterm"}))
    assert "Which one?" in drawn.getvalue()
    assert (drawn.getvalue() + capsys.readouterr().out).isascii()


def _no_console() -> Output:
    raise OSError("No Windows console found. Are you running cmd.exe?")


NAMES = ("Alabama", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New York", "Québec", "West Virginia", "Wyoming")
LONG = [Choice(name, name) for name in (*NAMES[:-1], *(f"Row {number}" for number in range(1, 20)), NAMES[-1])]
HOME, END, PAGE_UP, PAGE_DOWN, UP, ESCAPE = "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[A", "\x1b"


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        ("ne", "Nebraska"),
        ("nev", "Nevada"),
        ("new y", "New York"),
        ("york", "New York"),
        ("que", "Québec"),
        ("w", "West Virginia"),
        ("wy", "Wyoming"),
        ("nexw", "New Hampshire"),
        ("new j\x7fy", "New York"),
        (END, "Wyoming"),
        (END + HOME, "Alabama"),
        (PAGE_DOWN, "Row 3"),
        (PAGE_DOWN + PAGE_UP, "Alabama"),
        (PAGE_DOWN * 9, "Wyoming"),
        (f"nev{HOME}n", "Nebraska"),
    ],
)
def test_in_a_long_list_letters_and_keys_move_the_cursor(keys: str, taken: str) -> None:
    """The letters of shortcuts too; accents do not count, and a letter that fits nothing is passed over."""
    with typing(f"{keys}\r"):
        assert QuestionaryPrompter(UNICODE).choose(PROMPT, LONG) == taken


@pytest.mark.parametrize(
    "word", ["stored", "store", "st", "island", "mount", "federal", "republic", "and", "the", "élan", "ELAN", "ste"]
)
def test_a_word_is_found_letter_by_letter(word: str) -> None:
    """Also one that a finder of places takes for short, such as "st" for "saint"; accents and capitals do not count."""
    rows = [Choice("first", "Settings"), Choice("found", f"What is {word}: see it"), Choice("last", "Look into my data")]
    for end in range(2, len(word) + 1):
        with typing(word[:end] + ENTER):
            assert QuestionaryPrompter(UNICODE).choose(Prompt("Which one?", can_go_back=False), rows) == "found"


MENU = [Choice(name, name) for name in ("Next: the form", "My plan", "Requests: what was sent", "About us", "Ask", "Done")]


@pytest.mark.parametrize(
    ("keys", "outcome"),
    [
        ("req", "Requests: what was sent"),
        ("ab", "About us"),
        ("as", "Ask"),
        ("us", "About us"),
        ("req\x7f\x7f\x7f", "Requests: what was sent"),
        ("q", ExitRequested),
        ("reqq", ExitRequested),
        (f"re{HOME}q", ExitRequested),
        (f"re{DOWN}q", ExitRequested),
        ("mb", BackRequested),
        ("ds", SkipRequested),
    ],
)
def test_in_a_short_list_a_shortcut_that_continues_a_word_is_a_letter_of_it(keys: str, outcome: str | type[Exception]) -> None:
    """Whoever types “req” looks for the requests and does not leave; alone, and after other letters, it is the shortcut."""
    expected = nullcontext() if isinstance(outcome, str) else pytest.raises(outcome)
    with typing(f"{keys}{ENTER}"), expected:
        assert QuestionaryPrompter(UNICODE).choose(PROMPT, MENU) == outcome


@pytest.mark.parametrize(("keys", "way"), [("/b", BackRequested), ("/s", SkipRequested), ("/q", ExitRequested)])
def test_in_a_long_list_a_slash_makes_a_shortcut_of_a_letter(keys: str, way: type[Exception]) -> None:
    """Whatever was typed before."""
    for before in ("", "ne", "//"):
        with typing(f"{before}{keys}\r"), pytest.raises(way):
            QuestionaryPrompter(UNICODE).choose(PROMPT, LONG)


def test_a_long_list_says_how_its_keys_work(capsys: pytest.CaptureFixture[str]) -> None:
    """The question mark needs no slash."""
    with typing("?/q"), pytest.raises(ExitRequested):
        QuestionaryPrompter(UNICODE).choose(PROMPT, LONG)
    assert "It is eaten." in capsys.readouterr().out


@pytest.mark.parametrize("typed", ["", "Kim"])
@pytest.mark.parametrize("kind", KINDS)
def test_escape_goes_back_everywhere(kind: str, typed: str) -> None:
    """As in the full screen, whatever stands in the field."""
    with typing(f"{typed if kind not in LISTS else ''}{ESCAPE}"), pytest.raises(BackRequested):
        KINDS[kind](QuestionaryPrompter(UNICODE))


@pytest.mark.parametrize(("title", "there"), [("This step", "half a wo"), ("Another step", "so far")])
@pytest.mark.parametrize("lines", [False, True])
def test_what_stood_in_a_field_stands_there_again_after_escape(title: str, there: str, lines: bool) -> None:
    """Where the same is asked again; there the first letter does not replace it."""
    arrows = QuestionaryPrompter(UNICODE)
    arrows.title("This step")
    with typing(f"{CLEAR}half a wo{ESCAPE}"), pytest.raises(BackRequested):
        arrows.ask_text(PROMPT, "so far", lines=lines)
    arrows.title(title)
    with typing(f"{END}!{CTRL_S if lines else ENTER}"):
        assert arrows.ask_text(PROMPT, "so far", lines=lines) == f"{there}!"


REPLACED: dict[str, Ask] = {
    "a text": lambda arrows: arrows.ask_text(PROMPT, "today"),
    "a path": lambda arrows: arrows.ask_path(PROMPT, "/tmp/f"),
}


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("x", "x"),
        ("/x", "/x"),
        ("10 oct", "10 oct"),
        ("\x1b[200~pasted\x1b[201~", "pasted"),
        (f"{END}x", "{proposed}x"),
        ("\x7fx", "{shortened}x"),
        ("", "{proposed}"),
    ],
)
@pytest.mark.parametrize("kind", REPLACED)
def test_the_first_letter_replaces_a_proposed_value(kind: str, keys: str, answer: str) -> None:
    """Any other key leaves it there, to be changed."""
    proposed = {"a text": "today", "a path": "/tmp/f"}[kind]
    with typing(f"{keys}{ENTER}"):
        found = REPLACED[kind](QuestionaryPrompter(UNICODE))
    assert found == answer.format(proposed=proposed, shortened=proposed[:-1])


@pytest.mark.parametrize("letter", ["b", "q", "?"])
@pytest.mark.parametrize("kind", REPLACED)
def test_a_shortcut_works_in_a_field_with_a_proposed_value(kind: str, letter: str) -> None:
    """It stands alone then."""
    ends = {"b": BackRequested, "q": ExitRequested, "?": ExitRequested}
    with typing(f"{letter}{ENTER}\x04"), pytest.raises(ends[letter]):
        REPLACED[kind](QuestionaryPrompter(UNICODE))


@pytest.mark.parametrize("end", ["\x13", "\x1b\r"])
def test_a_text_of_several_lines_is_added_to_and_ended(end: str) -> None:
    """With Ctrl+S as in the full screen, and with Alt+Enter; its first letter replaces nothing."""
    with typing(f" and{ENTER}more{end}"):
        assert QuestionaryPrompter(UNICODE).ask_text(PROMPT, "so far", lines=True) == "so far and\nmore"


@pytest.mark.parametrize(("keys", "chosen"), [("a ", ("a",)), ("c ", ("c",)), ("ic ", ("c",)), (f"{END} a ", ("a", "c"))])
def test_in_a_list_of_several_every_letter_only_moves_the_cursor(keys: str, chosen: tuple[str, ...]) -> None:
    """No letter chooses all rows, or turns the choice round; space alone chooses."""
    with typing(f"{keys}{ENTER}"):
        assert QuestionaryPrompter(UNICODE).choose_many(PROMPT, ROWS) == chosen


RECORDS = replace(PROMPT, takes_first_row=False)


@pytest.mark.parametrize("rows", [ROWS, LONG], ids=["short", "long"])
@pytest.mark.parametrize(
    ("keys", "index"), [(DOWN, 0), (DOWN * 2, 1), (UP, -1), (HOME, 0), (END, -1), (PAGE_UP, 0), (f"{ENTER}{ENTER}{DOWN}", 0)]
)
def test_one_enter_too_many_records_no_answer(
    rows: list[Choice], keys: str, index: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """An untouched list without an answer has no cursor; Enter says so and asks again."""
    with typing(f"{keys}{ENTER}"):
        assert QuestionaryPrompter(UNICODE).choose(RECORDS, rows) == rows[index].id
    assert capsys.readouterr().out.count("Nothing is chosen yet") == keys.count(ENTER)


def test_enter_keeps_the_answer_that_was_given() -> None:
    """And takes the first row of a menu."""
    with typing(ENTER):
        assert QuestionaryPrompter(UNICODE).choose(RECORDS, ROWS, "b") == "b"
    with typing(ENTER):
        assert QuestionaryPrompter(UNICODE).choose(PROMPT, ROWS) == "a"


@pytest.mark.parametrize(("keys", "taken"), [("c", "c"), ("ch", "c"), ("a", "a"), ("l", "c"), (END, "c"), (HOME, "a")])
def test_in_a_short_list_other_letters_move_the_cursor(keys: str, taken: str) -> None:
    """Those of shortcuts act at once, as always."""
    with typing(f"{keys}\r"):
        assert QuestionaryPrompter(UNICODE).choose(PROMPT, ROWS) == taken


def test_a_window_that_is_no_console_has_no_arrows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As some terminals on Windows are."""
    monkeypatch.setattr(prompt_toolkit.output, "create_output", _no_console)
    with pytest.raises(CursorUnsupportedError):
        QuestionaryPrompter(UNICODE)


def test_a_terminal_that_cannot_move_its_cursor_has_no_arrows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system's list of terminals says; a name that is not in the list is given the benefit of the doubt."""
    monkeypatch.setattr(curses, "setupterm", lambda *_: None)
    monkeypatch.setattr(curses, "tigetstr", lambda _: None)
    with pytest.raises(CursorUnsupportedError):
        QuestionaryPrompter({"TERM": "teletype"})
    monkeypatch.undo()
    assert QuestionaryPrompter({"TERM": "never-heard-of"})


def test_where_there_are_no_arrows_numbers_go_on(
    home: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After one sentence, and without any traceback."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(prompt_toolkit.output, "create_output", _no_console)
    monkeypatch.setattr("sys.stdin", StringIO("q\n"))
    assert run_line_mode(None) == 0
    first, _, rest = capsys.readouterr().out.partition("\n")
    assert first == "Arrow keys cannot be used in this window, so the questions are answered with typed numbers."
    assert "\nNumber: " in rest


def test_what_is_needed_cannot_be_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    """S is not taken for a name; with a backslash before it it is one."""
    with typing("s\r\\s\r"):
        assert QuestionaryPrompter(UNICODE).ask_text(Prompt("Your name?")) == "s"
    assert "This cannot be left open" in capsys.readouterr().out


def test_a_code_and_a_copy_go_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """The code in blocks where there are blocks, in number signs elsewhere; the copy as it is."""
    arrows = QuestionaryPrompter(UNICODE)
    arrows.show_qr("https://example.org/")
    assert "▀" in capsys.readouterr().out
    QuestionaryPrompter({"LC_ALL": "C", "TERM": "xterm"}).show_qr("https://example.org/")
    assert set(capsys.readouterr().out) == {"#", " ", "\n"}
    assert arrows.write_escape_sequence("\x1b]52;c;eA==\x07")
    assert capsys.readouterr().out == "\x1b]52;c;eA==\x07"
