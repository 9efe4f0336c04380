"""Names of files are text from outside: in no command and no face do they steer the terminal, hide text or begin a line."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plain.telling import session as small_session
from tests.running import Said
from tests.test_crash import raises
from tests.tui.making import BERLIN, session, sitting, wizard
from tests.tui.test_hostile import harmless
from wizard.cli import main
from wizard.system.environment import quoted

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")

NAMES: dict[str, str] = {
    "sets title and clipboard": "\x1b[31m\x1b]0;OWNED\a\x1b]52;c;cm0gLXJm\a",
    "begins a line": "\nForged line",
    "begins a line over another": "\rForged line",
    "ends with a line break": "x\n",
    "has a tab": "a\tb",
    "steers in one byte": "\x9b2J\x9d0;OWNED\x9c",
    "deletes": "a\x08\x08\x7fb",
    "turns the direction": "a\u202egpj\u2066.exe\u200e",
    "has other line breaks": "a\u2028b\u2029c\x85d\x0be\x0cf",
    "hides text": "a\u200bb\u2060c\u00add\ufeffe\U000e0041\U000e0100",
    "is no text": os.fsdecode(b"\xff\xfe\x9b2J"),
    "looks like markup": "[@click=app.leave]x[red]",
}
INVISIBLE = "\u00ad\u061c\u180e\u200b\u200e\u200f\ufeff"
ANY_NAME = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=12)


def is_harmful(character: str) -> bool:
    """Tell, from the tables of Unicode, whether a character steers a terminal, turns text or cannot be seen."""
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return character != "\n"
    turns = unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return turns or character in INVISIBLE or 0x2060 <= ord(character) <= 0x206F or 0xE0000 <= ord(character) <= 0xE0FFF


def is_harmless(text: str) -> bool:
    """Tell whether all of it may reach a terminal."""
    return not any(map(is_harmful, text))


@contextmanager
def beside(*names: str, inside: str = "kept") -> Iterator[Path]:
    """The state of a person in Berlin, in a folder of this name, and second copies whose names end so."""
    with TemporaryDirectory() as folder:
        state = Path(folder).resolve() / inside / "s.json"
        session(state, BERLIN)
        for name in names:
            state.with_name(f"s.conflict-{name}.json").touch()
        yield state


COMMANDS = (
    "status",
    "plan",
    "plan -o {}/plan.md",
    "answer --list",
    "answer device=ios",
    "mark case/facebook note --note x",
    "mark --undo",
    "letter --list",
    "letter objection -o {}/letter.txt --set=name=Kim --set=email=kim@example.org --set=reasons=face",
    "calendar",
    "calendar -o {}/dates.ics",
    "why privacy-settings/instagram-private",
    "state show",
    "state export -",
    "state export {}/copy.json",
    "state export {}/missing/copy.json",
    "state import {}/s.json",
    "state import {}/missing.json",
    "plan --answers {}/missing.json",
    "plan --answers {}/plan.txt",
    "audit {}/missing.zip",
    "audit {}",
    "check --content {}",
    "state wipe",
    "state wipe --yes",
    "--plain --script {}/missing",
    "--plain --script {}/typed",
)
NOTICES = "status", "plan", "answer --list", "mark case/facebook note --note x", "state show", "state wipe --yes"


def answered(state: Path, command: str, capsys: pytest.CaptureFixture[str]) -> Said:
    """What the command answers; {} is the folder of the state file."""
    (state.parent / "plan.txt").write_text("[", encoding="utf-8")
    (state.parent / "typed").write_text("6\n1\nb\nq\n", encoding="utf-8")
    capsys.readouterr()
    code = main(["--state", str(state), *(word.replace("{}", str(state.parent)) for word in command.split())])
    out, err = capsys.readouterr()
    return Said(code, out.replace("\r\n", "\n") if command == "calendar" else out, err)  # whose lines end so by its standard


@pytest.mark.parametrize("command", COMMANDS)
def test_neighbours_cannot_steer_a_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing harmful and no line more than beside copies with ordinary names; and all keep their names."""
    with beside(*map(str, range(len(NAMES)))) as state:
        usual = answered(state, command, capsys)
    with beside(*NAMES.values()) as state:
        found = answered(state, command, capsys)
        assert all(state.with_name(f"s.conflict-{name}.json").exists() for name in NAMES.values())
    assert is_harmless(found.out + found.err)
    assert (found.code, found.out.count("\n"), found.err.count("\n")) == (
        usual.code,
        usual.out.count("\n"),
        usual.err.count("\n"),
    )
    if command in NOTICES:
        assert (found.out + found.err).count("s.conflict-") >= len(NAMES)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_cannot_steer_a_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The path that a person gave: shown in full, on one line, and the files land where they were meant to."""
    with beside(inside="plain") as state:
        usual = answered(state, command, capsys)
        there = {each.name for each in state.parent.iterdir()}
    with beside(inside="".join(NAMES.values())) as state:
        found = answered(state, command, capsys)
        assert {each.name for each in state.parent.iterdir()} == there
    assert is_harmless(found.out + found.err)
    assert (found.code, found.out.count("\n"), found.err.count("\n")) == (
        usual.code,
        usual.out.count("\n"),
        usual.err.count("\n"),
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_crash_names_the_state_file_harmlessly(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line as ever."""
    monkeypatch.setattr("wizard.commands.status.run", raises(RuntimeError()))
    with beside(inside=NAMES[name]) as state:
        found = answered(state, "status", capsys)
    assert is_harmless(found.err)
    assert "saved in " in found.sentence


@settings(max_examples=40)
@given(ANY_NAME)
def test_any_name_is_harmless(name: str) -> None:
    """Whatever a file system takes as a name."""
    from contextlib import redirect_stderr, redirect_stdout
    from io import StringIO

    with beside(name, inside=f"f{name}") as state:
        for command in ("status", "state show", "state export {}/copy.json", "state wipe --yes"):
            out, err = StringIO(), StringIO()
            with redirect_stdout(out), redirect_stderr(err):
                main(["--state", str(state), *(word.replace("{}", str(state.parent)) for word in command.split(" "))])
            assert is_harmless(out.getvalue() + err.getvalue())
            assert err.getvalue().count("\n") == (command != "state wipe --yes")


@pytest.mark.parametrize("name", NAMES)
async def test_a_neighbour_cannot_steer_the_full_screen(name: str, tmp_path: Path) -> None:
    """The notice that it begins with is one harmless line; it is still given, and the file keeps its name."""
    state = tmp_path / "kept" / "s.json"
    session(state, BERLIN)
    second = state.with_name(f"s.conflict-{NAMES[name]}.json")
    second.touch()
    async with sitting(wizard(session(state)), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        notices = [each.message for each in person.app._notifications]
        assert len(notices) == 1
        assert notices[0].startswith("There is a second copy beside your state file: ")
        assert is_harmless(notices[0])
        assert "\n" not in notices[0]
        await person.shows("There is a second copy beside your state file")
        harmless(person)
    assert second.exists()


@pytest.mark.parametrize("name", NAMES)
async def test_a_folder_cannot_steer_the_full_screen(name: str, tmp_path: Path) -> None:
    """Neither on the page of what is stored, nor where everything is removed, nor after a file was written."""
    state = tmp_path / NAMES[name] / "s.json"
    session(state, BERLIN)
    async with sitting(wizard(session(state)), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("s", "StoredDataScreen")
        harmless(person)
        person.app.show_status(f"Saved to {state}")
        person.app.show_status(f"{state} cannot be read.", wrong=True)
        await person.pilot.pause()
        harmless(person)
        assert is_harmless(person.app.status_text)
        assert "\n" not in person.app.status_text
        assert all(is_harmless(each.message) and "\n" not in each.message for each in person.app._notifications)


@pytest.mark.parametrize("name", NAMES)
def test_a_neighbour_cannot_steer_line_mode(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The notice is one line of the conversation."""
    state = tmp_path / "s.json"
    small_session(state)
    session(state, BERLIN)
    second = state.with_name(f"s.conflict-{NAMES[name]}.json")
    second.touch()
    script = tmp_path / "typed"
    script.write_text("q\n", encoding="utf-8")
    assert main(["--state", str(state), "--plain", "--script", str(script)]) == 0
    said = capsys.readouterr()
    assert is_harmless(said.out + said.err)
    assert said.out.splitlines()[0].startswith("There is a second copy beside your state file: ")
    assert re.search(r"(?m)^Forged", said.out) is None
    assert second.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("state.json", "state.json"),
        ("my state.json", "'my state.json'"),
        ("it's.json", "'it'\"'\"'s.json'"),
        ("a\x1bb", r"$'a\x1bb'"),
        ("it's\n\\a", r"$'it\'s\n\\a'"),
    ],
)
def test_a_name_in_a_command_line(name: str, shown: str) -> None:
    """As a shell takes it, and harmless where it is shown."""
    assert quoted(name) == shown
