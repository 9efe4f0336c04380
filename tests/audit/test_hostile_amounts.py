"""Exports that are too much: of names, of files, of bytes. Time and memory have an end, and what is left out is said."""

import struct
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

import pytest

from wizard.audit import export_parts, manifest
from wizard.audit.archive import central_directory
from wizard.audit.read_problems import MAX_REPORTED
from wizard.audit.report import AuditReport
from wizard.views.audit_sentences import unread_lines

from .packing import GOOD, OTHER, POSTS, ROOT, posts, report_on, zipped


def test_a_bomb_is_left_out_at_once(tmp_path: Path) -> None:
    """What unpacks to hundreds of times its size is never unpacked."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: b"[" + b" " * (64 << 20) + b"]"})
    began = perf_counter()
    report = report_on([path])
    assert perf_counter() - began < 2
    assert posts(report) == 2
    assert unread_lines(report) == (f"{OTHER} would unpack to hundreds of times its size and was left out.",)


def with_names(path: Path, names: Iterable[str]) -> Path:
    """A ZIP with a good file, and a list of files that also has these names."""
    data = zipped(path, {GOOD: POSTS}).read_bytes()
    at, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    entry, others = bytearray(data[at:end]), []
    for name in map(str.encode, names):
        entry[28:30] = struct.pack("<H", len(name))
        others.append(bytes(entry[:46]) + name)
    listed, number = data[at:end] + b"".join(others), len(others) + 1
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at + len(listed), 1)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, number, number, len(listed), at)
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(data[:at] + listed + end64 + locator + tail)
    return path


def needs(path: Path) -> tuple[AuditReport, int]:
    """The report, and the highest memory that it took to make it."""
    tracemalloc.start()
    try:
        return report_on([path]), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_very_many_names_need_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are not needed are passed over: eight thousand take no more than the blocks in which they are read."""
    monkeypatch.setattr(central_directory, "_BLOCK", 1 << 18)
    report_on([zipped(tmp_path / "y.zip", {GOOD: POSTS})])  # so that all modules are there
    report, memory = needs(with_names(tmp_path / "x.zip", (f"a/{n:07}.{'jpg' if n % 4 else 'json'}" for n in range(8_000))))
    assert posts(report) == 2
    assert memory < 3 << 18


def test_very_many_names_take_a_moment(tmp_path: Path) -> None:
    """No longer than it takes to pass over each of them: here a hundred thousand."""
    path = with_names(tmp_path / "x.zip", (f"{number:07}.jpg" for number in range(100_000)))
    began = perf_counter()
    assert posts(report_on([path])) == 2
    assert perf_counter() - began < 10


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"{ROOT}album/{{}}.json", "holds more files to read than any real export; the rest was left out."),
        ("../posts/album/{}.json", "has a name that leads out of the export and was left out."),
        ("x/{}.zip", "holds more archives than any real export; the rest was left out."),
    ],
)
def test_very_many_files_to_read_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    """Memory has an end, and so has what is said."""
    monkeypatch.setattr(export_parts, "MAX_FILES", 150)
    monkeypatch.setattr(export_parts, "MAX_ARCHIVES", 150)
    report = report_on([with_names(tmp_path / "x.zip", (name.format(number) for number in range(3000)))])
    assert posts(report) == 2
    assert len(unread_lines(report)) <= MAX_REPORTED + 1
    assert any(each.endswith(said) for each in unread_lines(report))
    assert unread_lines(report)[-1].endswith(" more problems of this kind were found.")


def test_more_than_any_export_holds_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files may be small and together endless: beyond the limit nothing is unpacked, and it is said."""
    monkeypatch.setattr(manifest, "MAX_TOTAL_BYTES", 100)
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: POSTS})])
    assert posts(report) == 2
    assert unread_lines(report) == (f"{OTHER} was left out: together these files unpack to more than any real export holds.",)
