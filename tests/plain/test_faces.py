"""Which front end is chosen, and how line mode ends: by the real program, in a real terminal where that matters."""

import os
import re
import signal
import termios
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal
from tests.plain.telling import BERLIN, session
from tests.running import process
from wizard.content.content_loader import load_shipped_content
from wizard.plain.run import choose_input_mode
from wizard.views.settings import ARROWS, NUMBERS

NUMBER, LIST = "Number:", "»"


def at_number(lines: list[str]) -> bool:
    """Typed numbers are asked for."""
    return NUMBER in lines


def at_list(lines: list[str]) -> bool:
    """A list with a cursor is shown."""
    return any(LIST in line for line in lines)


@pytest.mark.parametrize(
    ("env", "kept", "expected"),
    [
        ({"TERM": "xterm"}, None, ARROWS),
        ({"TERM": "xterm"}, NUMBERS, NUMBERS),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, ARROWS, NUMBERS),
        ({"TERM": "xterm", "ACCESSIBLE": "0"}, None, ARROWS),
        ({"TERM": "xterm", "ACCESSIBLE": "false"}, "nonsense", ARROWS),
        ({"TERM": "dumb"}, None, NUMBERS),
        ({}, None, NUMBERS),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1", "NO_COLOR": "1"}, None, ARROWS),
    ],
)
def test_the_way_is_chosen_by_what_was_said(env: dict[str, str], kept: object, expected: str) -> None:
    """By ACCESSIBLE, by a terminal that can do nothing, by the setting; SSH or NO_COLOR say nothing about a person."""
    assert choose_input_mode(env, kept) == expected


@pytest.mark.parametrize(
    ("words", "env", "ready"),
    [
        (["--plain"], {}, at_list),
        (["--plain"], {"ACCESSIBLE": "1"}, at_number),
        ([], {"ACCESSIBLE": "1"}, at_number),
        ([], {"TERM": "dumb"}, at_number),
    ],
)
def test_the_face_that_was_asked_for(tmp_path: Path, words: list[str], env: dict[str, str], ready: object) -> None:
    """On a terminal; q leaves, which is no mistake."""
    with Terminal("--state", str(tmp_path / "s.json"), *words, folder=tmp_path, env=env) as terminal:
        terminal.until(ready, "the first question")  # type: ignore[arg-type]
        terminal.type("q\n")
        assert terminal.ends() == 0
        assert "To begin again:" in terminal.text


@pytest.mark.parametrize("words", [[], ["--plain"]])
def test_without_a_terminal_nothing_is_asked(words: list[str], tmp_path: Path) -> None:
    """One sentence, exit code 2, and where to turn: a pipe is no person."""
    said = process("--state", tmp_path / "s.json", *words)
    assert said.code == 2
    assert "`answer`" in said.sentence
    assert "--answers" in said.sentence
    assert "--plain --script" in said.sentence


def test_a_script_is_for_the_line_face(tmp_path: Path) -> None:
    """Wrong usage; and a script that is not there is named."""
    said = process("--script", "-")
    assert (said.code, "--plain" in said.sentence) == (2, True)
    said = process("--state", tmp_path / "s.json", "--plain", "--script", tmp_path / "nothing")
    assert (said.code, "cannot be read" in said.sentence) == (1, True)


@pytest.mark.parametrize(("env", "ready"), [({}, at_list), ({"ACCESSIBLE": "1"}, at_number)])
@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 0)])
def test_leaving_by_ctrl_c_or_ctrl_d_keeps_everything(
    tmp_path: Path, env: dict[str, str], ready: object, key: str, code: int
) -> None:
    """Ctrl+C says that it was interrupted; both say how to go on, and the terminal is as it was."""
    state = tmp_path / "s.json"
    before = session(state, BERLIN, library=load_shipped_content()).snapshot.answers
    with Terminal("--state", str(state), "--plain", folder=tmp_path, env=env) as terminal:
        terminal.until(ready, "the main menu")  # type: ignore[arg-type]
        terminal.type(key)
        assert terminal.ends() == code
        assert re.search(r"Everything is saved. To go on where you stopped:\n\S*protect-my-photos", terminal.text)
        assert "Cancelled" not in terminal.text
        assert termios.tcgetattr(terminal.line)[3] == terminal.modes[3]
    assert session(state, library=load_shipped_content()).snapshot.answers == before


def test_a_terminated_program_gives_the_terminal_back(tmp_path: Path) -> None:
    """While a list with a cursor is shown: echo on, cursor shown, an honest exit code."""
    with Terminal("--state", str(tmp_path / "s.json"), "--plain", folder=tmp_path) as terminal:
        terminal.until(at_list, "the first question")
        assert not termios.tcgetattr(terminal.line)[3] & termios.ECHO
        terminal.signal(signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
        assert termios.tcgetattr(terminal.line)[3] & termios.ECHO
        assert terminal.raw.rstrip().endswith(b"\x1b[?25h\x1b[?2004l")


def test_the_full_screen_offers_the_lines(tmp_path: Path) -> None:
    """The last row of the first screen, and no single letter: the full screen goes, and typed numbers come."""
    with Terminal("--state", str(tmp_path / "s.json"), folder=tmp_path) as terminal:
        terminal.until(lambda lines: any("Go on in line mode" in line for line in lines), "the welcome screen")
        terminal.type("l\x1b[B\x1b[B\r")
        terminal.until(lambda lines: any(line.startswith(NUMBER) for line in lines), "the conversation in lines")
        terminal.type("q\n")
        assert terminal.ends() == 0
        assert re.search(rb"ACCESSIBLE=1 \S*protect-my-photos", terminal.raw)


def test_colours_are_not_used_where_they_are_not_wanted(tmp_path: Path) -> None:
    """NO_COLOR leaves bold letters and the terminal's own colours."""
    with Terminal("--state", str(tmp_path / "s.json"), "--plain", folder=tmp_path, env={"NO_COLOR": "1"}) as terminal:
        terminal.until(at_list, "the first question")
        terminal.type("q")
        assert terminal.ends() == 0
    styles = [part.split(b"m")[0] for part in terminal.raw.split(b"\x1b[")[1:] if b"m" in part[:12]]
    numbers = {number for style in styles for number in style.split(b";") if number.isdigit()}
    assert numbers.isdisjoint(str(each).encode() for each in (*range(30, 39), *range(40, 49), *range(90, 98)))


def test_numbers_load_no_toolkit() -> None:
    """A voice does not wait for questionary, rich or Textual."""
    said = process(
        python="import sys, io; sys.stdin = io.StringIO('q\\n'); from wizard.plain.run import run_line_mode; "
        "run_line_mode(None, numbers=True); print(sorted(m for m in sys.modules if m in ('questionary', 'rich', 'textual')))"
    )
    assert said.out.endswith("[]\n"), said
    assert os.environ.get("ACCESSIBLE") is None
