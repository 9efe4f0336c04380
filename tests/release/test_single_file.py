"""The single file: the same bytes each time; unpacked once, privately and completely, into a folder of the user alone."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from release.single_file import pack_single_file
from release.single_file_start import PACKAGES, STALE_SECONDS, cache_folder, unpacked_folder

START = "import os, sys\ndef start() -> None:\n    print(sys.argv[1:], sys.bundled_packages, flush=True)\n    os._exit(3)\n"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and links are those of a Unix system")


@pytest.fixture(autouse=True)
def _fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of installed packages, of which one is a tiny stand-in for the program."""
    folder = tmp_path / "site"
    (folder / "wizard" / "__pycache__").mkdir(parents=True)
    (folder / "wizard" / "__init__.py").touch()
    (folder / "wizard" / "__main__.py").write_text(START, encoding="utf-8")
    (folder / "wizard" / "__pycache__" / "x.pyc").touch()
    (folder / "wizard-1.dist-info").mkdir()
    (folder / "wizard-1.dist-info" / "RECORD").write_text(str(tmp_path), encoding="utf-8")
    (folder / "wizard-1.dist-info" / "METADATA").write_text("Name: wizard\n", encoding="utf-8")
    return folder


@pytest.fixture
def single_file(packages: Path, tmp_path: Path) -> Path:
    """The single file made from them."""
    target = tmp_path / "program.pyz"
    pack_single_file(packages, target)
    return target


def started(single_file: Path, cache: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Start the single file with this cache folder."""
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return subprocess.run([sys.executable, single_file, *words], env=env, capture_output=True, text=True, check=False)


def test_the_same_packages_give_the_same_bytes(packages: Path, single_file: Path, tmp_path: Path) -> None:
    """Wherever and whenever they are packed; what an installer wrote about this computer is left out."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(packages, elsewhere)
    os.utime(elsewhere / "wizard" / "__init__.py", (1, 1))
    pack_single_file(elsewhere, tmp_path / "second.pyz")
    assert (tmp_path / "second.pyz").read_bytes() == single_file.read_bytes()
    assert sorted(zipfile.ZipFile(single_file).namelist()) == [
        "__main__.py", "packages/wizard-1.dist-info/METADATA", "packages/wizard/__init__.py", "packages/wizard/__main__.py",
        "single-file.json",
    ]  # fmt: skip


def test_it_unpacks_once_and_starts_the_program(single_file: Path, tmp_path: Path) -> None:
    """The second start finds what the first one unpacked; arguments and exit code pass; nobody else can read or write there."""
    cache = tmp_path / "cache"
    first = started(single_file, cache, "--x", "y")
    (folder,) = (cache / "protect-my-photos").iterdir()
    assert (first.returncode, first.stdout) == (3, f"['--x', 'y'] {folder / 'packages'}\n"), first.stderr
    (folder / "packages" / "sign").touch()
    assert started(single_file, cache).returncode == 3
    assert (folder / "packages" / "sign").exists()
    unpacked = [cache / "protect-my-photos", folder, *folder.rglob("*")]
    assert [path for path in unpacked if path.is_dir() and path.stat().st_mode & 0o022] == []
    assert (cache / "protect-my-photos").stat().st_mode & 0o777 == 0o700


def test_a_changed_program_gets_a_folder_of_its_own(packages: Path, single_file: Path, tmp_path: Path) -> None:
    """No file of an earlier version is used."""
    cache = tmp_path / "cache"
    started(single_file, cache)
    (packages / "wizard" / "__main__.py").write_text(START.replace("3", "4"), encoding="utf-8")
    pack_single_file(packages, single_file)
    assert started(single_file, cache).returncode == 4


def test_a_start_that_was_killed_leaves_nothing(single_file: Path, tmp_path: Path) -> None:
    """Half of it never counts as all of it; what is left for an hour is removed by the next start that unpacks."""
    root = tmp_path / "cache" / "protect-my-photos"
    old, young = root / "0.new-a", root / "0.new-b"
    for path in (old, young):
        path.mkdir(parents=True)
    stale = old.stat().st_mtime - STALE_SECONDS - 60
    os.utime(old, (stale, stale))
    assert started(single_file, tmp_path / "cache").returncode == 3
    assert (old.exists(), young.exists()) == (False, True)


def test_a_folder_that_others_may_write_to_is_made_private(single_file: Path, tmp_path: Path) -> None:
    """Where the umask of an earlier start was careless."""
    root = tmp_path / "cache" / "protect-my-photos"
    root.mkdir(parents=True)
    root.chmod(0o777)
    assert started(single_file, tmp_path / "cache").returncode == 3
    assert root.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_place_that_is_not_ours_is_refused(kind: str, single_file: Path, tmp_path: Path) -> None:
    """One line that says what to do, and nothing is written through the link."""
    cache, victim = tmp_path / "cache", tmp_path / "victim"
    cache.mkdir()
    victim.mkdir()
    name = cache / "protect-my-photos"
    name.symlink_to(victim) if kind == "link" else name.touch()
    answer = started(single_file, cache)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.count("\n") == 1
    assert "XDG_CACHE_HOME=FOLDER" in answer.stderr
    assert list(victim.iterdir()) == []


def test_another_users_folder_is_refused(single_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in it may be somebody else's program."""
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with zipfile.ZipFile(single_file) as file, pytest.raises(PermissionError):
        unpacked_folder(file, "digest", str(tmp_path))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ('"python": "2.7"', "This file needs Python 2.7, and this is Python 3."),
        ('"machine": "abacus"', "There is another one for this computer."),
    ],
)
def test_the_wrong_python_or_system_is_named(changed: str, sentence: str, packages: Path, tmp_path: Path) -> None:
    """Compiled modules would not load; that is said before anything is unpacked."""
    made, target = tmp_path / "made.pyz", tmp_path / "other.pyz"
    pack_single_file(packages, made)
    key = changed.partition(":")[0]
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "single-file.json":
                parts = [part for part in text.decode().strip("{}").split(", ") if not part.startswith(key)]
                text = f"{{{', '.join([*parts, changed])}}}".encode()
            new.writestr(name, text)
    answer = started(target, tmp_path / "cache")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert sentence in answer.stderr
    assert not (tmp_path / "cache").exists()


def test_the_packages_are_all_that_is_unpacked(single_file: Path, tmp_path: Path) -> None:
    """Names that lead out of the folder stay in it."""
    with zipfile.ZipFile(single_file, "a") as file:
        file.writestr(f"{PACKAGES}../../../escaped", "x")
    assert started(single_file, tmp_path / "cache").returncode == 3
    assert not (tmp_path / "escaped").exists()


def test_where_caches_belong() -> None:
    """A relative folder is not taken, as the base directory specification wants it."""
    home = str(Path("~").expanduser())
    assert cache_folder({"XDG_CACHE_HOME": "/tmp/x", "LOCALAPPDATA": "/tmp/x"}) == "/tmp/x"
    assert cache_folder({"XDG_CACHE_HOME": "x", "LOCALAPPDATA": "x"}).startswith(home)
    assert cache_folder({}).startswith(home)
