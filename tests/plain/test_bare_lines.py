"""The numbered way prints lines and nothing else: no cursor movement, no colour, no box, no sign instead of a word."""

import re
from contextlib import chdir
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.journeys.terminal import Terminal
from tests.plain.telling import BERLIN, HAMBURG, heard, session, strange
from wizard.content.content_loader import load_shipped_content

EVERYWHERE = (
    "? 1 b plan 1 1 why 1 b b b b b place b learn background 1 b b b papers here b letters 1 b b kept show b answers b cases b "
    "ten b search friend b b"
)
"""A way through every part of the conversation."""


def test_every_corner_prints_bare_lines(tmp_path: Path) -> None:
    """All that is shipped: plan, steps, articles, letters, what is stored."""
    assert strange(heard(session(tmp_path / "state.json", BERLIN, library=load_shipped_content()), *EVERYWHERE.split())) == set()


def test_a_terminal_is_sent_bare_lines(tmp_path: Path) -> None:
    """Also on a terminal that could do more, and when it is left with Ctrl+C."""
    env = {"ACCESSIBLE": "1", "FORCE_COLOR": "1", "COLORTERM": "truecolor"}
    with Terminal("--state", str(tmp_path / "state.json"), folder=tmp_path, env=env) as terminal:
        terminal.until(lambda lines: lines[-1:] == ["Number:"], "the first prompt")
        terminal.type("1\n")
        terminal.until(lambda lines: lines[-1:] == ["Place:"], "the country")
        terminal.type("\x03")
        assert terminal.ends() == 130
    assert b"\x1b" not in terminal.raw
    assert set(terminal.raw) & set(range(32)) <= {10, 13}
    assert re.search(r"Nothing was stored. To begin again:\n\S*protect-my-photos", terminal.text)


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "de_DE.ISO-8859-1"}])
def test_a_terminal_without_other_letters_gets_ascii(tmp_path: Path, locale: dict[str, str]) -> None:
    """Words instead of signs: nothing beyond ASCII is sent, and nothing is lost but marks on letters."""
    script = tmp_path / "typed"
    script.write_text("1\ncote d'ivoire\n\nq\n")
    with Terminal(
        "--state", str(tmp_path / "s.json"), "--plain", "--script", str(script), folder=tmp_path, env=locale
    ) as terminal:
        assert terminal.ends() == 0
    assert terminal.raw.isascii()
    assert b"Cote d'Ivoire" in terminal.raw


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=12) | st.integers(0, 12).map(str), max_size=25))
def test_whatever_is_typed_the_conversation_goes_on(tmp_path_factory: pytest.TempPathFactory, typed: list[str]) -> None:
    """Any lines at all: no traceback, no way to end but leaving, nothing strange printed but what ordinary letters were typed."""
    state = tmp_path_factory.mktemp("any") / "state.json"
    with chdir(state.parent):
        said = heard(session(state, HAMBURG), *(line.replace("\r", "") for line in typed))
    assert {each for each in strange(said) if each not in "".join(typed)} == set()
    assert "\x1b" not in said
