"""The state file in places where no state file should be: a sentence or a success, never a traceback, a wait or a lost file."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.figures.figures import Figures
from tests.running import PROGRAM
from tests.tui.making import BERLIN, session

STEP = "privacy-settings/instagram-private"
COMMANDS = ("status", "answer device=web", f"mark {STEP} done", "state show", "state wipe --yes")
WAIT_SECONDS = 60
WITHOUT_OVERRIDE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root may open any file; without these two rights the modes of files hold for root as well."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these places are those of Linux")
Place = Callable[[Path], str]
"""Makes a place in an empty folder, and says how it is named on the command line."""


def named(name: str) -> Place:
    """A file of this name with a state in it, where a file can have that name."""

    def make(folder: Path) -> str:
        try:
            session(folder / "s.json", BERLIN)
            (folder / "s.json").rename(folder / name)
            (folder / "s.json.lock").unlink()
        except OSError:
            pass
        return str(folder / name)

    return make


def as_it_is(name: str) -> Place:
    """This name, whatever it leads to."""
    return lambda folder: name.replace("{}", str(folder))


def with_state(change: Callable[[Path], object]) -> Place:
    """A state file, and then something happens to it or around it."""

    def make(folder: Path) -> str:
        path = folder / "kept" / "s.json"
        session(path, BERLIN)
        session(path, None, [(STEP, "done")])
        change(path)
        return str(path)

    return make


def mode(number: int, *, folder: bool = False) -> Place:
    """A state file, or its folder, with these rights."""
    return with_state(lambda path: (path.parent if folder else path).chmod(number))


def instead(make: Callable[[Path], object]) -> Place:
    """Something else in place of the state file; its backup is still there."""

    def change(path: Path) -> None:
        path.unlink()
        make(path)

    return with_state(change)


def beside(ending: str) -> Place:
    """A folder that has the name of a neighbour."""

    def change(path: Path) -> None:
        neighbour = path.with_name(path.name + ending)
        neighbour.unlink(missing_ok=True)
        neighbour.mkdir()

    return with_state(change)


def listening(path: Path) -> None:
    """A socket; its name must be short."""
    with socket.socket(socket.AF_UNIX) as door:
        here = Path.cwd()
        os.chdir(path.parent)
        door.bind(path.name)
        os.chdir(here)


def below_a_file(folder: Path) -> str:
    """As if the state file were a folder."""
    return f"{mode(0o600)(folder)}/s.json"


PLACES: dict[str, Place] = {
    "a space": named("my state.json"),
    "other letters": named("état 状態.json"),
    "a picture": named("📷"),
    "no ending": named("state"),
    "a dot in front": named(".state"),
    "dots only": named("..."),
    "a dash in front": named("-x"),
    "a line break": named("a\nb.json"),
    "bytes that are no text": named(os.fsdecode(b"\xff\xfe.json")),
    "220 bytes": named("a" * 220),
    "222 bytes": named("a" * 222),
    "255 bytes": named("a" * 255),
    "256 bytes": named("a" * 256),
    "5,000 bytes": as_it_is("{}/" + "/".join(["abcdefg"] * 625)),
    "folders that are missing": as_it_is("{}/a/b/c/s.json"),
    "a name in the present folder": as_it_is("s.json"),
    "up and down": as_it_is("./x/../../s.json"),
    "a home folder of nobody": as_it_is("~nobody-here/s.json"),
    "the root of everything": as_it_is("/"),
    "a folder with a slash": as_it_is("{}/"),
    "nothing": as_it_is(""),
    "/dev/null": as_it_is("/dev/null"),
    "/dev/full": as_it_is("/dev/full"),
    "/dev/zero": as_it_is("/dev/zero"),
    "/dev/stdin": as_it_is("/dev/stdin"),
    "/dev/fd/77": as_it_is("/dev/fd/77"),
    "/proc/self/status": as_it_is("/proc/self/status"),
    "/proc/new": as_it_is("/proc/s.json"),
    "/sys/new": as_it_is("/sys/s.json"),
    "below a file": below_a_file,
    "a folder": instead(Path.mkdir),
    "a pipe": instead(os.mkfifo),
    "a socket": instead(listening),
    "a link to a missing file": instead(lambda path: path.symlink_to("missing.json")),
    "a link to a missing folder": instead(lambda path: path.symlink_to("missing/s.json")),
    "a link to itself": instead(lambda path: path.symlink_to(path.name)),
    "a link to another state": instead(lambda path: path.symlink_to(shutil.copy(f"{path}.bak", f"{path.parent}/other.json"))),
    "no rights to the file": mode(0o000),
    "a file to read only": mode(0o400),
    "a file to write only": mode(0o200),
    "no rights to the folder": mode(0o000, folder=True),
    "a folder to read only": mode(0o500, folder=True),
    "a folder to enter only": mode(0o300, folder=True),
    "a folder to list only": mode(0o400, folder=True),
    "a lock without rights": with_state(lambda path: path.with_name("s.json.lock").chmod(0)),
    "a backup without rights": with_state(lambda path: path.with_name("s.json.bak").chmod(0)),
    "a folder as backup": beside(".bak"),
    "a folder as lock": beside(".lock"),
    "a folder as draft": beside(".new"),
    "a folder as draft of the backup": beside(".bak.new"),
}


@contextmanager
def made(place: Place) -> Iterator[tuple[str, Path]]:
    """The name of the place, and the folder that is removed with everything in it afterwards."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "work").mkdir()
        try:
            yield place(Path(folder)), Path(folder)
        finally:
            for each in [*Path(folder).rglob("*")]:
                if each.is_dir() and not each.is_symlink():
                    each.chmod(0o700)


def bytes_below(folder: Path) -> list[bytes]:
    """What all files hold."""
    return [each.read_bytes() for each in folder.rglob("*") if each.is_file()]


def is_survived(place: Place, command: str) -> None:
    """One command with one place."""
    with made(place) as (name, folder):
        marks = [raw for raw in bytes_below(folder) if b"Written by protect-my-photos" in raw]
        done = subprocess.run(
            [*(WITHOUT_OVERRIDE if os.geteuid() == 0 else ()), *PROGRAM, f"--state={name}", *command.split()],
            stdin=subprocess.DEVNULL, capture_output=True, cwd=folder / "work", timeout=WAIT_SECONDS, check=False,
        )  # fmt: skip
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        for each in [*folder.rglob("*")]:
            if not each.is_symlink():
                each.chmod(0o700)
        kept = bytes_below(folder)
    assert done.returncode in (0, 1, 2), said
    assert "Traceback" not in said, said
    assert "The program stopped" not in said, said
    assert "Another program is holding" not in said, said
    if done.returncode:
        assert done.stderr.count(b"\n") == 1, said
        assert done.stdout == b"", said
    if "wipe" not in command and marks:
        assert any(raw in kept for raw in marks), "neither the state nor its copy is there any more"


@pytest.mark.usefixtures("home")
def test_odd_places(figures: Figures) -> None:
    """Every place with every command, each in a process of its own."""
    cases = {f"{name}, {command}": (place, command) for (name, place), command in product(PLACES.items(), COMMANDS)}
    figures.try_cases("odd places", cases, lambda case: is_survived(*case), 8)
