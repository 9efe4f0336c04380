"""Commands in a terminal of any width: what they say depends on it only where lines are broken."""

from pathlib import Path

import pytest

from tests.audit.packing import OTHER, POSTS, one_zip
from tests.running import Run
from wizard.commands.parser import COMMANDS

NARROW = ("0", "1", "2", "3", "6", "-1", "wide", "9" * 5)
STEP = "objection/facebook-form"
PRINTING = (
    ("answer", "--list"),
    ("plan",),
    ("plan", "--minutes", "10"),
    ("status",),
    ("why", STEP),
    ("letter", "--list"),
    ("letter", "objection"),
    ("learn",),
    ("learn", "faq-gdpr"),
    ("learn", "private", "messages"),
    ("countries", "land"),
    ("state", "show"),
    ("audit", "EXPORT"),
)


@pytest.mark.parametrize("line", PRINTING, ids=" ".join)
def test_a_command_says_the_same_in_any_width(
    run: Run, line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COLUMNS is what the terminal, a script or a slip of the pen makes of it."""
    (export,) = one_zip(tmp_path, {OTHER: POSTS})
    words = [str(export) if word == "EXPORT" else word for word in line]
    assert run("answer", "country=DE", "services=facebook,instagram", "visibility=public").code == 0
    usual = run(*words)
    for columns in NARROW:
        monkeypatch.setenv("COLUMNS", columns)
        said = run(*words)
        assert (said.code, said.out.split(), said.err.split()) == (usual.code, usual.out.split(), usual.err.split()), columns


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_can_be_read_in_any_width(
    command: str, capsys: pytest.CaptureFixture[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words may be parted there, but none is lost."""
    letters = set()
    for columns in ("80", *NARROW):
        monkeypatch.setenv("COLUMNS", columns)
        said = run(*filter(None, [command]), "--help")
        assert (said.code, said.err) == (0, "")
        letters.add("".join(said.out.split()))
    assert len(letters) == 1
