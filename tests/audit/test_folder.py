"""An export that lies unpacked in a folder: what is closed there is said, and costs the rest nothing."""

import os
from pathlib import Path
from typing import Any

import pytest

from wizard.views.audit_sentences import unread_lines

from .packing import GOOD, OTHER, POSTS, posts, report_on, unpacked, zipped

THIRD = "your_facebook_activity/posts/your_posts_3.json"


def test_a_folder_that_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that something in there was not seen."""
    root = unpacked(tmp_path, {GOOD: POSTS, "your_facebook_activity/groups/x.json": b"{}"})
    real = os.scandir

    def scandir(path: Any) -> Any:
        if str(path).endswith("groups"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = report_on(root)
    assert posts(report) == 2
    assert unread_lines(report) == ("A folder in the export cannot be read: Permission denied.",)


def test_files_that_cannot_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder may be listed and yet be closed, and a file may go meanwhile: said once, and all others are read."""
    closed = {f"your_facebook_activity/groups/{name}.json": b"{}" for name in "xyz"}
    root = unpacked(tmp_path, {GOOD: POSTS, OTHER: POSTS} | closed)
    real = Path.lstat

    def lstat(path: Path) -> os.stat_result:
        if path.parent.name == "groups":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    report = report_on(root)
    assert posts(report) == 4
    assert unread_lines(report) == ("A file in the export cannot be read: Permission denied.",)


def test_parts_in_a_folder(tmp_path: Path) -> None:
    """All ZIPs in a folder are one export, beside what is unpacked there."""
    zipped(tmp_path / "1.zip", {GOOD: POSTS})
    zipped(tmp_path / "2.zip", {OTHER: POSTS})
    (tmp_path / "facebook_1.zip").touch()
    unpacked(tmp_path, {THIRD: POSTS})
    report = report_on([tmp_path])
    assert (posts(report), unread_lines(report)) == (6, ())
