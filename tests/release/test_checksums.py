"""Checksums that the usual tool reads, and the comparison of two builds."""

import hashlib
from pathlib import Path

from release.checksums import CHECKSUMS, different_files, write_checksums


def test_checksums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    """Two spaces, the name alone, sorted; the list itself is not in it, also when it is written again."""
    (tmp_path / "b").write_text("two", encoding="utf-8")
    (tmp_path / "a").write_text("one", encoding="utf-8")
    expected = "".join(f"{hashlib.sha256(text).hexdigest()}  {name}\n" for name, text in (("a", b"one"), ("b", b"two")))
    assert write_checksums(tmp_path).read_text(encoding="utf-8") == expected
    assert write_checksums(tmp_path).name == CHECKSUMS
    assert (tmp_path / CHECKSUMS).read_text(encoding="utf-8") == expected


def test_two_builds_differ_where_a_file_is_missing_or_has_other_bytes(tmp_path: Path) -> None:
    """Same names and same bytes are the same build."""
    for folder, files in (("first", {"a": "1", "b": "2", "c": "3"}), ("second", {"a": "1", "b": "x", "d": "4"})):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    assert different_files(tmp_path / "first", tmp_path / "second") == ["b", "c", "d"]
    assert different_files(tmp_path / "first", tmp_path / "first") == []
