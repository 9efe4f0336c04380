"""Letters that other programs have for a while: private, in one place, and never there for long, even after a kill."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal
from tests.running import Run
from wizard.system.private_files import private_folder, remove_letters, write_private_file

LETTER = "I am Kim Secret"
EDITS = f"from wizard.system.editor import edit_text; edit_text({LETTER!r}, ['/bin/sh', '-c', 'touch $0~; sleep 60'])"
DEAD = 2**22 + 7
"""No Linux gives a process such a number."""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and signals are those of a Unix system")


def own_folder(home: Path) -> Path:
    """The folder for state."""
    return home / ".local/state/protect-my-photos"


def left_behind(home: Path, process: int = DEAD) -> Path:
    """A letter as a program with this number leaves it when it is killed, with the copy that its editor made."""
    folder = own_folder(home) / f"letter-{process}-{'0' * 16}"
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "letter.txt~").write_text(LETTER, encoding="utf-8")
    return folder


def holds_letter(folder: Path) -> bool:
    """Whether the letter stands in any file below a folder."""
    return any(LETTER in path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("*") if path.is_file())


def test_a_letter_is_private_and_goes_with_its_folder(home: Path) -> None:
    """The folder for state goes too, if nothing else is in it."""
    with private_folder() as folder:
        assert folder.parent == own_folder(home)
        assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)] == [0o700, 0o700]
        (folder / "copy of the editor").touch()
    assert not own_folder(home).exists()


def test_without_a_folder_for_state_another_private_place_is_used(home: Path) -> None:
    """Editing must not fail for want of a home folder."""
    (home / ".local").write_text("a file in the way", encoding="utf-8")
    with private_folder() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not folder.exists()


def test_a_program_killed_while_its_editor_was_open_leaves_a_letter_that_the_next_start_removes(
    home: Path, state_file: Path, tmp_path: Path
) -> None:
    """Killed together with the editor; nothing of the letter stays anywhere."""
    (tmp_path / "tmp").mkdir()
    killed = subprocess.Popen(
        [sys.executable, "-c", EDITS], start_new_session=True, env={**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    )
    deadline = time.monotonic() + 30
    while not list(home.rglob("letter.txt~")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert holds_letter(home)
    with Terminal("--plain", folder=tmp_path, env={"ACCESSIBLE": "1"}) as terminal:
        terminal.until(bool, "the first words")
        terminal.type("q\r")
        terminal.ends()
    assert not holds_letter(home)
    assert not holds_letter(tmp_path / "tmp")


@pytest.mark.parametrize("words", [["--plain"], []])
def test_both_front_ends_remove_what_was_left(words: list[str], home: Path, state_file: Path, tmp_path: Path) -> None:
    """Before they show anything."""
    folder = left_behind(home)
    with Terminal(*words, folder=tmp_path) as terminal:
        terminal.until(lambda lines: "computer" in "\n".join(lines), "the first words")
        assert not folder.exists()


def test_wipe_removes_what_was_left_and_names_it(home: Path, run: Run) -> None:
    """Also where no state was ever stored."""
    folder = left_behind(home)
    said = run("state", "wipe", "--yes").out
    assert f"Removed {folder}\n" in said
    assert not own_folder(home).exists()


def test_the_letter_of_another_window_stays_and_wipe_names_it(home: Path, run: Run) -> None:
    """It is being edited there; taking it away would lose what the user is writing."""
    folder = left_behind(home, os.getppid())
    assert remove_letters() == []
    assert (
        f"Not removed, since another window has it open, or your rights do not allow it: {folder}\n"
        in run("state", "wipe", "--yes").out
    )
    assert holds_letter(folder)


def test_what_was_handed_over_stays_until_this_program_has_ended(home: Path) -> None:
    """The mail program may read it a moment later."""
    path = write_private_file("letter.eml", LETTER)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert remove_letters() == [path.parent]


@pytest.mark.parametrize(
    "name", ["letter-x", "letter-12", f"letter-{DEAD}-{'0' * 15}", f"my-letter-{DEAD}-{'0' * 16}", "letters"]
)
def test_other_folders_are_never_touched(name: str, home: Path) -> None:
    """Only names that this program gives are its own."""
    folder = own_folder(home) / name
    folder.mkdir(parents=True)
    (folder / "thesis.txt").touch()
    assert remove_letters() == []
    assert (folder / "thesis.txt").exists()


def test_a_link_is_never_followed(home: Path, tmp_path: Path) -> None:
    """Neither the link nor what it leads to is touched."""
    (tmp_path / "thesis.txt").touch()
    own_folder(home).mkdir(parents=True)
    link = own_folder(home) / f"letter-{DEAD}-{'0' * 16}"
    link.symlink_to(tmp_path)
    assert remove_letters() == []
    assert link.is_symlink()
    assert (tmp_path / "thesis.txt").exists()
