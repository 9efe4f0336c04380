"""The main menu in lines: what is overdue comes before the next step, as in the full screen, and the last words are true."""

from pathlib import Path

import pytest

from tests.plain.telling import HAMBURG, heard, session
from wizard.cli import main

SENT = ("case/facebook", "sent", "2026-10-01")
OVERDUE = "1. Overdue: Meta has not answered about Facebook"


def test_an_overdue_answer_is_the_first_row(tmp_path: Path) -> None:
    """Its number opens the request; the next step is the row below."""
    late = session(tmp_path / "s.json", HAMBURG, [SENT])
    said = heard(late, "1", "b", "2")
    assert said.index(OVERDUE) < said.index("2. Next:")
    assert "Objection, Facebook" in said[said.index("Number: 1") : said.index("Number: b")]


def test_an_answer_that_is_still_awaited_is_no_row(tmp_path: Path) -> None:
    waiting = session(tmp_path / "s.json", HAMBURG, [(*SENT[:2], "2026-11-20")])
    said = heard(waiting)
    assert "Overdue" not in said
    assert "1. Next:" in said


@pytest.mark.parametrize(("lang", "again"), [([], ""), (["--lang", "de"], " --lang de"), (["--lang=fr"], " --lang fr")])
def test_the_command_to_go_on_repeats_the_language_that_was_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: list[str], again: str
) -> None:
    """Behind the option of the state file."""
    typed, state = tmp_path / "typed.txt", tmp_path / "s.json"
    session(state, HAMBURG)
    typed.write_text("q\n", encoding="utf-8")
    assert main([*lang, "--state", str(state), "--plain", "--script", str(typed)]) == 0
    assert capsys.readouterr().out.rstrip().endswith(f"--state {state}{again}")
