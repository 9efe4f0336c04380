"""Archives that lie in archives: looked through once where they are packed, and never without end."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from time import thread_time
from zipfile import ZIP_STORED, ZipFile

import pytest

from tests.making import TODAY
from wizard.audit.archive import byte_sources, central_directory, inflate
from wizard.audit.audit_runner import run_audit
from wizard.audit.read_problems import TOO_MANY_PASSES, UnreadableFileError
from wizard.views.audit_sentences import unread_lines

from .packing import GOOD, POSTS, ROOT, posts, report_on, zipped


def test_a_bomb_in_an_archive_in_the_archive(tmp_path: Path) -> None:
    """It is measured before it is opened."""
    bomb = zipped(tmp_path / "bomb.zip", {"x.bin": b"\0" * (20 << 20)})
    big = bomb.read_bytes() + b"\0" * (64 << 20)
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS, "part.zip": big})])
    assert posts(report) == 2
    assert unread_lines(report) == ("The file, archive 1 in it would unpack to hundreds of times its size and was left out.",)


def test_an_archive_that_makes_one_go_back_and_forth(tmp_path: Path) -> None:
    """Packed in another one, it would be unpacked from its start each time; after some times it is left."""
    path = zipped(tmp_path / "x.zip", {"part.zip": Random(1).randbytes(12 << 20)})
    file = byte_sources.DiskFile(path)
    (entry,) = filter(None, central_directory.read_zip_entries(file, central_directory.find_central_directory(file)))
    inner = byte_sources.InflatedArchive(file, entry, 0)
    for _ in range(byte_sources.MAX_PASSES - 2):
        assert len(inner.read_at(7 << 20, 10)) == len(inner.read_at(0, 10)) == 10
    inner.read_at(7 << 20, 10)
    with pytest.raises(UnreadableFileError, match=TOO_MANY_PASSES):
        inner.read_at(0, 10)
    file.close()


def test_archives_in_archives_in_archives(tmp_path: Path) -> None:
    """Three levels are looked at; below that, it is said."""
    path = zipped(tmp_path / "0.zip", {GOOD: POSTS})
    for level in range(1, 5):
        path = zipped(
            tmp_path / f"{level}.zip", {f"{level - 1}.zip": path.read_bytes(), f"{ROOT}your_posts_{level + 1}.json": POSTS}
        )
    report = report_on([path])
    assert posts(report) == 6
    assert unread_lines(report) == (
        "The file, archive 1 in it, archive 1 in it, archive 1 in it lies in archives within archives, deeper than is looked.",
    )


def packed_twice(path: Path, megabytes: int) -> Path:
    """An archive with pictures and one list at its end, packed once more in another one."""
    with ZipFile(path.with_name("inner.zip"), "w", ZIP_STORED) as file:
        file.writestr(f"{ROOT}media/1.jpg", Random(1).randbytes(megabytes << 20))
        file.writestr(GOOD, POSTS)
    return zipped(path, {"part.zip": path.with_name("inner.zip").read_bytes()})


def test_only_the_end_of_a_packed_archive_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cut from whole blocks, wherever they end; each place in the archive holds what it held."""
    path = packed_twice(tmp_path / "x.zip", 3)
    plain = (tmp_path / "inner.zip").read_bytes()
    file = byte_sources.DiskFile(path)
    (entry,) = filter(None, central_directory.read_zip_entries(file, central_directory.find_central_directory(file)))
    for tail in (1, 1000, 1 << 20, 100 << 20):
        monkeypatch.setattr(byte_sources, "_TAIL", tail)
        inner = byte_sources.InflatedArchive(file, entry, 0)
        assert inner.size == len(plain)
        for place in (0, 5, 1 << 20, len(plain) - 1500, len(plain) - 999, len(plain) - 1, len(plain)):
            assert inner.read_at(place, 1200) == plain[place : place + 1200]
    file.close()


def test_to_keep_the_end_costs_little(tmp_path: Path) -> None:
    """An archive is looked through in about the time that it takes to inflate it, however large its end is beside a block."""
    path = packed_twice(tmp_path / "x.zip", 16)
    file = byte_sources.DiskFile(path)
    (entry,) = filter(None, central_directory.read_zip_entries(file, central_directory.find_central_directory(file)))

    def seconds(work: Callable[[], object]) -> float:
        began = thread_time()
        work()
        return thread_time() - began

    inflated = min(seconds(lambda: sum(map(len, inflate.inflate_blocks(file, entry, 0)))) for _ in range(3))
    assert min(seconds(lambda: byte_sources.InflatedArchive(file, entry, 0)) for _ in range(3)) < 4 * inflated
    file.close()


def test_the_look_through_a_packed_archive_is_told_and_can_be_stopped(tmp_path: Path) -> None:
    """Of nought, since nobody knows yet how much there is to read; then the reading begins."""
    path, told = packed_twice(tmp_path / "x.zip", 3), []
    assert posts(run_audit([path], TODAY, lambda *far: told.append(far))) == 2
    assert told[0] == told[3] == (0, 0)
    assert told[-1] == (len(POSTS), len(POSTS))

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_audit([path], TODAY, stop)
