"""An audit that could not read everything it should: said first, exit code 1, and the report is shown all the same."""

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from tests.audit.packing import GOOD, OTHER, POSTS, zipped
from tests.running import Run

WARNING = "These numbers are too low: "
ROOT = "your_facebook_activity/"
MANY = b", ".join([b'{"timestamp": 1420070400, "data": [{"post": "x"}]}'] * 50)
CLOSED = f"{ROOT}messages/inbox/jo_1/message_1.json"
"""A file that is never opened."""
Pack = Callable[[Path, dict[str, bytes]], Path]


def packed_with_bzip2(path: Path, files: dict[str, bytes]) -> Path:
    """The second file packed in a way that the program cannot read."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data, ZIP_BZIP2 if name == OTHER else ZIP_DEFLATED)
    return path


def locked(path: Path, files: dict[str, bytes]) -> Path:
    """The second file with the flag of a password."""
    zipped(path, files)
    raw = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.rindex(signature)
        raw[at + flags] |= 1
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("data", "pack", "reason"),
    [
        (b"[" + MANY, zipped, "ends in the middle"),
        (b"[" + MANY + b", }#$%&#$%&, " + MANY + b"]", zipped, "is damaged"),
        (b"[object Object]", zipped, "is not JSON"),
        (b"", zipped, "is empty"),
        (b"[" + MANY + b", 42]", zipped, "could not be understood"),
        (POSTS, packed_with_bzip2, "packed in a way that cannot be read here"),
        (POSTS, locked, "is locked with a password"),
    ],
    ids=lambda value: getattr(value, "__name__", repr(value)[:24]),
)
def test_what_is_missing_is_said_first(run: Run, tmp_path: Path, data: bytes, pack: Pack, reason: str) -> None:
    """In every format, with the reason at the end; the command ends with 1 and says why."""
    path = str(pack(tmp_path / "x.zip", {GOOD: POSTS, OTHER: data}))
    said = run("audit", path)
    assert said.code == 1
    assert said.out.splitlines()[1].startswith(WARNING)
    assert reason in " ".join(said.out.split())
    assert said.err.startswith(f"{WARNING}1 file")
    assert run("audit", path, "--format", "html").out.index(WARNING) < run("audit", path, "--format", "html").out.index(
        "<section"
    )
    told = run("audit", path, "--format", "json")
    report = json.loads(told.out)
    assert (told.code, report["complete"], report["files"]["incomplete"]) == (1, False, 1)
    assert list(report)[1] == "complete"
    assert report["services"]["facebook"]["counts"]["posts"] >= 2


@pytest.mark.parametrize(
    "files",
    [
        {CLOSED: b"not looked at"},
        {f"{ROOT}posts/your_moments_1.json": b"[{}]"},
        {f"{ROOT}comments_and_reactions/comments.json": b'{"comments_v2": []}'},
        {f"{ROOT}posts/media/x/1.jpg": b"\xff\xd8"},
        {OTHER: b'["You have no data in this section"]'},
    ],
    ids=["closed on purpose", "not known here", "empty list", "a picture", "no data"],
)
def test_what_stays_closed_on_purpose_is_not_missing(run: Run, tmp_path: Path, files: dict[str, bytes]) -> None:
    """Neither is what the program does not know, or what has nothing in it."""
    path = str(zipped(tmp_path / "x.zip", {GOOD: POSTS} | files))
    said = run("audit", path, "--format", "json")
    assert (said.code, said.json["complete"], said.err) == (0, True, "")
    assert WARNING not in run("audit", path).out


def test_two_versions_of_a_file_leave_nothing_out(run: Run, tmp_path: Path) -> None:
    """That is said at the end, and is no failure."""
    settings = "preferences/preferences/privacy_settings.json"
    versions = enumerate((b'{"label_values": []}', b'{"label_values": [], "x": 1}'))
    parts = [str(zipped(tmp_path / f"{number}.zip", {GOOD: POSTS, settings: data})) for number, data in versions]
    said = run("audit", *parts, "--format", "json")
    assert (said.code, said.json["complete"], len(said.json["files"]["unreadable"])) == (0, True, 1)


def test_an_older_export_counts_as_well(run: Run, tmp_path: Path) -> None:
    """What was before may be more than is said."""
    old = zipped(tmp_path / "old.zip", {GOOD: POSTS, OTHER: b"[object Object]"})
    new = zipped(tmp_path / "new.zip", {GOOD: POSTS})
    said = run("audit", str(new), "--compare", str(old))
    assert said.code == 1
    assert "Some of the older export could not be read" in said.out
    assert said.err.startswith("Some of the older export could not be read")


@pytest.mark.parametrize("pack", [packed_with_bzip2, locked])
def test_where_nothing_was_read_there_is_no_report(run: Run, tmp_path: Path, pack: Pack) -> None:
    """A page without a number would look as if Meta held nothing."""
    said = run("audit", str(pack(tmp_path / "x.zip", {OTHER: POSTS})))
    assert (said.code, said.out) == (1, "")
    assert OTHER in said.sentence


@pytest.mark.parametrize(
    ("name", "made_on"),
    [
        ("facebook-jane.doe-2026-11-01-AbC.zip", "2026-11-01"),
        ("jane.doe_20211130.zip", "2021-11-30"),
        ("facebook-jane.zip", None),
        ("x-2026-13-45-y.zip", None),
        ("x-2031-01-01-y.zip", None),
    ],
)
def test_the_report_is_dated(run: Run, tmp_path: Path, name: str, made_on: str | None) -> None:
    """By today, by the day in Meta's name for the file where that is a day that was, and by what the export holds."""
    posts = b'[{"timestamp": 1420070400}, {"timestamp": 1718409600}, {"timestamp": 0}, {"timestamp": 12591158400}]'
    path = str(zipped(tmp_path / name, {GOOD: posts}))
    said = run("audit", path, "--format", "json").json
    assert (said["read_on"], said.get("made_on")) == ("2026-11-23", made_on)
    assert said["range"] == {"first": "2015-01-01", "last": "2024-06-15"}
    text = " ".join(run("audit", path).out.split())
    assert "Read on 23 Nov 2026." in text
    assert "What it holds is dated 1 Jan 2015 to 15 Jun 2024." in text
    assert ("Meta made the export on" in text) is bool(made_on)


def test_whoever_stops_the_reading_is_told_that_nothing_was_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, also where numbers were to be kept; neither report nor list is written."""

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wizard.audit.audit_runner.run_audit", stopped)
    report, listed = tmp_path / "report.html", tmp_path / "list.csv"
    said = run("audit", str(tmp_path / "x.zip"), "--keep", "-o", str(report), "--list", str(listed))
    assert (said.code, said.sentence) == (130, "Stopped. Nothing was kept.")
    assert not report.exists()
    assert not listed.exists()


@pytest.mark.parametrize(
    ("data", "pack", "next_step"),
    [
        (b'[{"timestamp": 14', zipped, "Download the file from Meta again."),
        (b"Error 500", zipped, "Download the file from Meta again."),
        (b"", zipped, "Download the file from Meta again."),
        (POSTS, locked, "Unpack it with the password, and name the folder."),
        (POSTS, packed_with_bzip2, "Name the ZIP file, or files, that Meta gave you"),
    ],
    ids=lambda value: getattr(value, "__name__", repr(value)[:24]),
)
def test_where_nothing_can_be_read_the_next_step_fits(run: Run, tmp_path: Path, data: bytes, pack: Pack, next_step: str) -> None:
    """Whoever has named the right file is not told to name it."""
    said = run("audit", str(pack(tmp_path / "x.zip", {OTHER: data})))
    assert (said.code, said.out) == (1, "")
    assert next_step in said.sentence
