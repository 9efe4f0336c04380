"""What is left on the computer: every file in its place, for its owner alone, and after `wipe` nothing but what was asked for."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal
from tests.running import PROGRAM, Run, process
from tests.storage.keeping import around
from wizard.storage.state_format import serialize_state
from wizard.storage.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and terminals are those of a Unix system")
OWN = Path(".local/state/protect-my-photos")
KEPT = {OWN / name for name in ("state.json", "state.json.bak", "state.json.lock")}
ME = ("--set", "name=Kim Secret", "--set", "email=kim@example.org", "--set", "accounts=Facebook: kim", "--set", "reasons=face")
STEP = "privacy-settings/instagram-private"
ASKED_FOR = {
    "plan.html": ("plan", "--format", "html"),
    "plan.md": ("plan", "--format", "md"),
    "plan.json": ("plan", "--format", "json"),
    "plan.txt": ("plan",),
    "letter.eml": ("letter", "objection", *ME, "--keep"),
    "letter.html": ("letter", "objection", *ME),
    "dates.ics": ("calendar",),
}


@pytest.fixture
def world(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder, a folder for what is temporary and one to work in; with a umask that hides nothing."""
    for name in ("temporary", "work"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE", raising=False)
    before = os.umask(0)
    yield tmp_path
    os.umask(before)


def files(folder: Path) -> set[Path]:
    """Every file below a folder."""
    return {path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir()}


def mode(path: Path) -> int:
    """Who may do what with it."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="this place for state is that of Linux")
def test_every_file_is_in_its_place_and_for_its_owner(world: Path, home: Path) -> None:
    """Commands, every document, lines and full screen: state in its folder, documents where they were asked for, nothing else."""
    assert process("answer", "country=DE", "services=facebook,instagram", "visibility=public").code == 0
    assert process("mark", "case/facebook", "sent").code == 0
    for name, words in ASKED_FOR.items():
        assert process(*words, "-o", name).code == 0, name
    assert process("state", "export", "copy.json").code == 0
    typed = subprocess.run([*PROGRAM, "--plain", "--script", "-"], input="1\n1\nq\n", capture_output=True, text=True, check=False)
    assert typed.returncode == 0
    with Terminal(folder=world / "work") as terminal:
        terminal.until(lambda _: b"Welcome back" in terminal.raw, "the first screen")
        terminal.type("q")
        assert terminal.ends() == 0
    assert files(home) == KEPT
    assert files(world / "work") == {Path(name) for name in (*ASKED_FOR, "copy.json")}
    assert files(world / "temporary") == set()
    assert {mode(home / name) for name in KEPT} | {mode(path) for path in (world / "work").iterdir()} == {0o600}
    assert mode(home / OWN) == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="this place for state is that of Linux")
def test_wiping_leaves_no_trace(world: Path, home: Path) -> None:
    """Not even the folder: names kept for letters, backup, lock, drafts of a crash, broken files of another day."""
    assert process("answer", "country=DE", "services=facebook").code == 0
    assert process(*ASKED_FOR["letter.eml"], "-o", "letter.eml").code == 0
    own = home / OWN
    for name in ("state.json.new", "state.json.bak.new", "state.json.broken-2026-01-01-000000-000000"):
        (own / name).write_bytes(serialize_state({"answers": {"name": "Kim Secret"}})[:-20])
    said = process("state", "wipe", "--yes")
    assert said.code == 0
    assert not own.exists()
    assert not [path for path in home.rglob("*") if path.is_file() and b"Secret" in path.read_bytes()]
    assert (world / "work" / "letter.eml").exists()
    assert "files that you asked for, such as plans and letters" in said.out


def test_wiping_names_what_it_cannot_remove(run: Run, state_file: Path) -> None:
    """Documents, copies that something else made, and what a disk or a backup keeps."""
    run("answer", "country=DE")
    second = state_file.with_name("state.sync-conflict-1.json")
    second.write_text("{}", encoding="utf-8")
    said = run("state", "wipe", "--yes").out
    for words in (
        f"Not removed, since another program made it: {second}",
        "a program that synchronises folders",
        "a backup of this computer",
        "solid-state disk",
    ):
        assert words in said
    assert second.exists()
    assert list(state_file.parent.iterdir()) == [second]


def test_wiping_waits_for_who_writes(state_file: Path) -> None:
    """A change that had begun cannot bring everything back after it was said to be removed."""
    from tests.running import child
    from tests.storage.keeping import record

    record(state_file, "first")
    ready, tell = os.pipe()

    def slowly() -> None:
        import time

        Store(state_file).change(lambda _: time.sleep(0.5 * os.write(tell, b"!")))

    number = child(slowly)
    assert os.read(ready, 1) == b"!"
    Store(state_file).wipe()
    assert os.waitpid(number, 0)[1] == 0
    assert around(state_file, lock=True) == set()


@pytest.mark.parametrize("point", range(8))
def test_a_wipe_that_is_cut_short_brings_nothing_half_back(state_file: Path, point: int) -> None:
    """Killed in between: what is there is the whole state or none of it, and the next wipe finishes."""
    from tests.running import in_child
    from tests.storage.keeping import record
    from tests.storage.trouble import trouble

    record(state_file, "first", "second")

    def act() -> None:
        with trouble(point, lambda: os._exit(9)):
            Store(state_file).wipe()

    assert in_child(act) in (0, 9)
    if state_file.exists():
        assert len(Store(state_file).read().events) == 2
    else:
        assert not Store(state_file).backup.exists()
    Store(state_file).wipe()
    assert around(state_file, lock=True) == set()
