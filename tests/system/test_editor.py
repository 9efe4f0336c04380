"""The person's own editor: found, handed a file for their eyes only, which does not stay."""

import stat
import sys
from pathlib import Path

import pytest

from tests.errors import raises_message
from wizard.commands.error_hints import command_error_text
from wizard.errors import WizardError
from wizard.system.editor import edit_text, editor_command

TRACE = "trace.txt"


def an_editor(folder: Path, act: str) -> list[str]:
    """An editor that does this with the file, whose `path` it knows."""
    script = folder / "editor.py"
    script.write_text(f"import sys, os, stat, pathlib\npath = pathlib.Path(sys.argv[1])\n{act}\n", encoding="utf-8")
    return [sys.executable, str(script)]


@pytest.mark.parametrize(
    ("env", "command"),
    [
        ({"VISUAL": "code -w", "EDITOR": "vi"}, ["code", "-w"]),
        ({"VISUAL": "", "EDITOR": "vi"}, ["vi"]),
        ({"EDITOR": "'/my tools/ed' -x"}, ["/my tools/ed", "-x"]),
        ({"EDITOR": "'never closed"}, []),
        ({}, []),
    ],
)
def test_the_editor_is_the_one_that_is_named(env: dict[str, str], command: list[str]) -> None:
    """VISUAL before EDITOR, as everywhere; words in quotes stay together; what cannot be read is none."""
    assert editor_command(env) == command


def test_without_a_name_a_simple_editor_is_taken_where_there_is_one(tmp_path: Path) -> None:
    """One that says on screen how to leave it."""
    nano = tmp_path / "nano"
    nano.write_text("#!/bin/sh\n", encoding="utf-8")
    nano.chmod(0o755)
    assert editor_command({"PATH": str(tmp_path)}) == [str(nano)]


def test_the_text_comes_back_as_it_was_edited(tmp_path: Path) -> None:
    """Cleaned, since another program wrote it."""
    command = an_editor(tmp_path, "path.write_text(path.read_text().replace('old', 'new') + '\\x1b[2J')")
    assert edit_text("an old letter, é", command) == "an new letter, é[2J"


def test_nobody_else_can_read_the_file_and_nothing_of_it_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor do copies that the editor leaves beside it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    trace = tmp_path / TRACE
    act = (
        f"pathlib.Path({str(trace)!r}).write_text(str(os.stat(path).st_mode) + ' ' + str(os.stat(path.parent).st_mode))\n"
        "pathlib.Path(str(path) + '~').write_text('copy')"
    )
    edit_text("secret", an_editor(tmp_path, act))
    file, folder = (stat.S_IMODE(int(mode)) for mode in trace.read_text().split())
    assert (file, folder) == (0o600, 0o700)
    assert {path.name for path in tmp_path.iterdir()} == {TRACE, "editor.py"}


@pytest.mark.parametrize("act", ["sys.exit(3)", "path.unlink()", "path.unlink(); path.mkdir()"])
def test_an_editor_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    """It says so in a sentence, and the file is gone all the same."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with raises_message("editor"):
        edit_text("secret", an_editor(tmp_path, act))
    assert [path.name for path in tmp_path.iterdir()] == ["editor.py"]


def test_an_editor_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With what to do instead."""
    with pytest.raises(WizardError) as caught:
        edit_text("secret", [str(tmp_path / "no-such-editor")])
    assert "no-such-editor" in command_error_text(caught.value)
    assert "Save the letter to a file and edit it there." in command_error_text(caught.value)
