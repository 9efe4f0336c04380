"""Keys that mean nothing here: a shell or an editor knows them, a prompt with arrow keys takes no notice of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.plain.telling import BERLIN, session
from tests.plain.test_arrows import ENTER, FIELDS, KINDS, PROMPT, ROWS, UNICODE, typing
from wizard.content.content_loader import load_shipped_content
from wizard.plain.conversation import Conversation
from wizard.plain.main_menu import run_main_menu
from wizard.plain.prompter import ExitRequested
from wizard.plain.questionary_prompter import QuestionaryPrompter

FACEBOOK, INSTAGRAM = "case/facebook", "case/instagram"

CONTROL = {f"Ctrl+{chr(code + 64)}": chr(code) for code in range(1, 27)}
USED = {f"Ctrl+{letter}" for letter in "CDIJMQZ"}
"""Leaving, Tab, Enter and suspending."""
STRAY = {name: key for name, key in CONTROL.items() if name not in USED} | {"F5": "\x1b[15~", "Insert": "\x1b[2~"}


@pytest.mark.parametrize("name", STRAY)
def test_a_list_takes_no_notice(name: str) -> None:
    """Enter then takes the row on which the cursor was, or next to it, as Ctrl+N and Ctrl+P move; no search begins."""
    with typing(f"{STRAY[name]}\r\x04"):
        chosen = QuestionaryPrompter(UNICODE).choose(PROMPT, ROWS, "b")
    assert chosen == {"Ctrl+N": "c", "Ctrl+P": "a"}.get(name, "b")


@pytest.mark.parametrize("name", ["Ctrl+S", "Ctrl+R", "Ctrl+O"])
@pytest.mark.parametrize("kind", [kind for kind in sorted(FIELDS | {"a text"}) if "several" not in kind])
def test_a_field_of_one_line_begins_no_search(kind: str, name: str) -> None:
    """Ctrl+S ends a text of several lines, so hands press it here too: the text stays, and Enter takes it."""
    with typing(f"{STRAY[name]}kim\r\x04"):
        assert str(KINDS[kind](QuestionaryPrompter(UNICODE))).endswith("kim")


OPTIONAL = replace(PROMPT, optional=True)


@pytest.mark.parametrize("lines", [False, True])
@pytest.mark.parametrize(("there", "keys", "left"), [("", "\r", ""), ("", "a\x7f\r", ""), ("stays", "\r", "stays")])
def test_enter_leaves_empty_what_it_says(
    lines: bool, there: str, keys: str, left: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a field of one line and of several; where something stands already, nothing of the kind is promised."""
    with typing(f"{keys}\x04"):
        text = QuestionaryPrompter(UNICODE).ask_text(OPTIONAL, there, lines=lines)
    assert text.strip() == left
    assert ("Enter leaves it empty." in capsys.readouterr().out) == (not there)


@pytest.mark.parametrize(
    ("keys", "text"),
    [("\r", "one\ntwo"), (" more\rthree\x13", "one\ntwo more\nthree"), ("\x1b[F\rthree\x13", "one\ntwo\nthree")],
)
def test_enter_takes_the_lines_that_stand_there(keys: str, text: str) -> None:
    """As in a field of one line; after any other key it begins a new line."""
    with typing(keys):
        assert QuestionaryPrompter(UNICODE).ask_text(PROMPT, "one\ntwo", lines=True) == text


PLACES = (
    "",
    "my plan",
    "i have",
    "req",
    "letters",
    "search",
    "more\rpeople",
    "more\rplan",
    "more\rwhat is",
    "more\rsett",
    "more\rmy a",
)
"""What is opened from the main menu, by letters."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sent", [(), ((FACEBOOK, "sent", "2026-11-02"), (INSTAGRAM, "sent", "2026-10-01"))])
def test_an_enter_key_that_is_held_down_records_nothing(
    tmp_path: Path, place: str, sent: tuple[tuple[str, str, str], ...]
) -> None:
    """It opens one page after the other, and stops at the first row that would record, forget or remove something."""
    on = session(tmp_path / "state.json", BERLIN, [*sent, ("contact/Kim", "asked", "2026-11-20")], load_shipped_content())
    before = on.store.path.read_bytes()
    opened = f"{place}\r" if place else ""
    with typing(f"{opened}{40 * ENTER}\x04"), pytest.raises(ExitRequested):
        run_main_menu(Conversation(on, QuestionaryPrompter(UNICODE), {}))
    assert on.store.path.read_bytes() == before
