"""Alone on the computer: without any network, and with no trace outside the one folder."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.check.checking import SOUND
from tests.running import PROGRAM

ME = ("--set", "name=Kim", "--set", "email=kim@example.org", "--set", "accounts=Facebook: kim", "--set", "reasons=face")
JOURNEY = (
    ("answer", "country=DE", "services=facebook,instagram", "visibility=public"),
    ("plan",),
    ("plan", "--format", "html", "-o", "plan.html"),
    ("mark", "privacy-settings/instagram-private", "done"),
    ("mark", "case/facebook", "sent"),
    ("mark", "--undo"),
    ("letter", "objection", *ME, "--keep", "-o", "letter.eml"),
    ("calendar", "-o", "dates.ics"),
    ("status", "--json"),
    ("why", "privacy-settings/instagram-private"),
    ("learn", "copyright"),
    ("countries", "Côte d'Ivoire"),
    ("countries", "--guess"),
    ("state", "show"),
    ("state", "export", "copy.json"),
    ("state", "import", "copy.json"),
    ("completion", "bash"),
    ("check", "--content", str(SOUND)),
)
OWN = Path(".local/state/protect-my-photos")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="namespaces and this place for state are those of Linux")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder."""
    made = tmp_path / "home"
    made.mkdir()
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE", raising=False)
    return made


def without_network() -> list[str]:
    """What starts a program in a world without any network interface."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody take the network away")
    return [unshare, "-rn"]


def traces(home: Path) -> set[Path]:
    """Every file below the home folder."""
    return {path.relative_to(home) for path in home.rglob("*") if not path.is_dir()}


def test_the_whole_journey_needs_no_network_and_leaves_one_folder(home: Path, tmp_path: Path) -> None:
    """Every command ends well; only the state folder and the files that were asked for are there, for nobody else to read."""
    alone, work = without_network(), tmp_path / "work"
    work.mkdir()
    for words in JOURNEY:
        done = subprocess.run([*alone, *PROGRAM, *words], cwd=work, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (words, done.stderr)
    assert traces(home) == {OWN / name for name in ("state.json", "state.json.bak", "state.json.lock")}
    assert {path.name for path in work.iterdir()} == {"plan.html", "letter.eml", "dates.ics", "copy.json"}
    for path in [home / OWN, *(home / OWN).iterdir(), *work.iterdir()]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
    subprocess.run([*alone, *PROGRAM, "state", "wipe", "--yes"], capture_output=True, check=True)
    assert traces(home) == set()


def test_the_line_face_needs_none_either(home: Path) -> None:
    """The interview and the plan, by typed lines."""
    alone = without_network()
    typed = "1\nGermany\n\ns\n1,2\n1\n1\n1\n1\n1\n1\nq\n"
    done = subprocess.run(
        [*alone, *PROGRAM, "--plain", "--script", "-"], input=typed, capture_output=True, text=True, check=False,
        env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Everything is saved." in done.stdout
    assert traces(home) <= {OWN / name for name in ("state.json", "state.json.bak", "state.json.lock")}
