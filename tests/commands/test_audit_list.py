"""`audit --list`: written only when asked, to a file of a known ending, and over nothing that is read or kept."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.facebook import as_bytes, facebook_2024
from tests.audit.packing import GOOD, POSTS, unpacked, zipped
from tests.audit.world import facebook_life
from tests.running import Run

FILES = as_bytes(facebook_2024(facebook_life()))


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export, under a name that tells whose it is."""
    return zipped(tmp_path / "facebook-jane.doe-2026-11-01-AbC.zip", FILES)


@pytest.mark.parametrize(("name", "begins"), [("a.csv", '\ufeff"date'), ("b.html", "<!doctype html>"), ("c.CSV", "\ufeff")])
def test_the_ending_says_what_is_written(run: Run, export: Path, tmp_path: Path, name: str, begins: str) -> None:
    """For its owner alone, beside the report, which stays as it is."""
    alone = run("audit", str(export))
    said = run("audit", str(export), "--list", str(tmp_path / name))
    assert (said.code, said.out) == (0, alone.out)
    assert said.err.endswith(f"Saved to {tmp_path / name}\n")
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.lstrip().startswith(begins)
    assert "jane" not in text.lower()
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["export.zip", "list.txt", "list.json", "list", "list.csv.zip", ".csv", "", "x\x1b.pdf"])
def test_any_other_ending_is_wrong_usage(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Before anything is read or written: a file after `--list` may be meant as the export."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export.zip").write_bytes(b"whole")
    said = run("audit", "missing.zip", "--list", name)
    assert (said.code, said.out) == (2, "")
    assert "End the name with .csv or .html." in said.err
    assert "\x1b" not in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["export.zip"]


def test_nothing_is_listed_unless_asked(run: Run, export: Path, state_file: Path) -> None:
    """No file beside the export or in the state."""
    before = sorted(export.parent.iterdir())
    run("audit", str(export), "--keep")
    assert sorted(path for path in export.parent.iterdir() if path != state_file and "state" not in path.name) == before
    assert "Ein schöner Tag" not in state_file.read_text(encoding="utf-8")


Place = Callable[[Path, Path], Path]
PLACES: dict[str, Place] = {
    "in the folder": lambda folder, _: folder / "list.csv",
    "over a page of the export": lambda folder, _: folder / "page.html",
    "a link into the folder": lambda folder, other: _linked(other / "way.csv", folder / GOOD),
    "a link to its folder": lambda folder, other: _linked(other / "way", folder) / "list.html",
    "a second name of a list": lambda folder, other: _named_again(other / "again.csv", folder / GOOD),
}


def _linked(link: Path, target: Path) -> Path:
    link.symlink_to(target)
    return link


def _named_again(second: Path, path: Path) -> Path:
    second.hardlink_to(path)
    return second


@pytest.mark.parametrize("place", PLACES)
def test_no_list_is_written_into_what_is_read(run: Run, tmp_path: Path, place: str) -> None:
    """Whatever its name: exit code 1, one sentence, and not one byte changed."""
    (folder,) = unpacked(tmp_path, {GOOD: POSTS, "page.html": b"<html>"})
    (tmp_path / "other").mkdir()
    target = PLACES[place](folder, tmp_path / "other")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    said = run("audit", str(folder), "--list", str(target))
    assert (said.code, said.out) == (1, "")
    assert "that" in said.sentence
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("option", ["--compare", "-o"])
def test_no_list_replaces_the_older_export_or_the_report(run: Run, export: Path, tmp_path: Path, option: str) -> None:
    """A name for two things is refused before anything is read."""
    other = tmp_path / "x.html"
    other.write_bytes(export.read_bytes())
    said = run("audit", str(export), option, str(other), "--list", str(tmp_path / "." / "x.html"))
    assert said.code in (1, 2)
    assert other.read_bytes() == export.read_bytes()


def test_an_incomplete_export_is_listed_as_far_as_it_goes(run: Run, tmp_path: Path) -> None:
    """The exit code says that something is missing."""
    path = zipped(tmp_path / "x.zip", {GOOD: b'[{"timestamp": 1420070400, "data": [{"post": "Words"}]}, {"time'})
    said = run("audit", str(path), "--list", str(tmp_path / "x.csv"))
    assert said.code == 1
    assert "Words" in (tmp_path / "x.csv").read_text(encoding="utf-8")
    assert run("audit", str(path), "--list", str(tmp_path / "x.html")).code == 1
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert page.index("Some items are missing here: 1 file of the export") < page.index("Words")


def test_pictures_of_an_unpacked_export_are_linked(run: Run, tmp_path: Path) -> None:
    """By their address on this computer; a packed export has none."""
    uri = "your_facebook_activity/posts/media/x_1/1.jpg"
    posts = b'[{"timestamp": 1420070400, "attachments": [{"data": [{"media": {"uri": "%b"}}]}]}]' % uri.encode()
    (folder,) = unpacked(tmp_path, {GOOD: posts, uri: b"\xff\xd8"})
    packed = zipped(tmp_path / "x.zip", {GOOD: posts, uri: b"\xff\xd8"})
    for export, linked in ((folder, True), (packed, False)):
        assert run("audit", str(export), "--list", str(tmp_path / "x.html")).code == 0
        page = (tmp_path / "x.html").read_text(encoding="utf-8")
        assert ((folder / uri).as_uri() in page) is linked
        assert ("<img" in page) is linked
