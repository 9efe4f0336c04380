"""Entries of an archive that are broken or were made to harm: one sentence each, and the rest is still read."""

import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from tests.errors import raises_message
from wizard.commands.error_hints import command_error_text
from wizard.errors import WizardError
from wizard.views.audit_sentences import unread_lines

from .packing import GOOD, OTHER, POSTS, ROOT, posts, report_on, zipped


def with_entry(path: Path, name: str, data: bytes, change: Callable[[ZipInfo], None]) -> Path:
    """A ZIP with a good file and one more whose entry is changed."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr(GOOD, POSTS)
        info = ZipInfo(name)
        change(info)
        file.writestr(info, data)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../../../posts/your_posts_2.json",
        "/etc/posts/your_posts_2.json",
        "C:\\posts\\your_posts_2.json",
        "a/../posts/your_posts_2.json",
        "a\n/../posts/your_posts_2.json",
    ],
)
def test_a_name_that_leads_out_is_left_out(tmp_path: Path, name: str) -> None:
    """Nothing is written anyway; such a file is no export's."""
    report = report_on([with_entry(tmp_path / "x.zip", name, POSTS, lambda _: None)])
    assert posts(report) == 2
    assert unread_lines(report) == ("posts/your_posts_2.json has a name that leads out of the export and was left out.",)
    assert [each.name for each in tmp_path.iterdir()] == ["x.zip"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Neither in a ZIP nor in a folder."""
    link = with_entry(tmp_path / "x.zip", OTHER, b"/etc/passwd", lambda info: setattr(info, "external_attr", 0xA1FF << 16))
    assert unread_lines(report_on([link])) == (f"{OTHER} is a link to another place and was not followed.",)
    folder = tmp_path / "export" / ROOT
    folder.mkdir(parents=True)
    (tmp_path / "secret.json").write_bytes(POSTS)
    (folder / "your_posts_1.json").write_bytes(POSTS)
    (folder / "your_posts_2.json").symlink_to(tmp_path / "secret.json")
    (folder / "album").symlink_to(tmp_path)
    report = report_on([tmp_path / "export"])
    assert posts(report) == 2
    assert unread_lines(report) == (f"{OTHER} is a link to another place and was not followed.",)


def test_a_file_that_lies_about_its_size_is_cut(tmp_path: Path) -> None:
    """It is read as far as it said."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: b"[" + b'{"timestamp": 1420070400},' * 100_000 + b"{}]"})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<L", 1_500_000)
    path.write_bytes(data)
    report = report_on([path])
    assert 2 <= posts(report) < 100_000
    assert unread_lines(report) == (f"{OTHER} is larger than it says; the rest was left out.",)


def test_overlapping_entries_are_left_out(tmp_path: Path) -> None:
    """Two names for the same bytes are how a small archive becomes endless."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: POSTS})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2")
    data[at + 42 : at + 46] = struct.pack("<L", 0)
    path.write_bytes(data)
    report = report_on([path])
    assert posts(report) == 2
    assert "shares its bytes with another file" in unread_lines(report)[0]


def test_an_encrypted_file(tmp_path: Path) -> None:
    """The person is told; nobody is asked for a password."""
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, OTHER: POSTS})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2")
    data[at + 8] |= 1
    path.write_bytes(data)
    report = report_on([path])
    assert posts(report) == 2
    assert unread_lines(report) == (f"{OTHER} is locked with a password.",)


def test_a_way_of_packing_that_is_not_known(tmp_path: Path) -> None:
    """As some programs pack what they pack again."""
    with ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr(GOOD, POSTS, ZIP_STORED)
        file.writestr(OTHER, POSTS, ZIP_BZIP2)
    report = report_on([tmp_path / "x.zip"])
    assert posts(report) == 2
    assert unread_lines(report) == (
        f"{OTHER} is packed in a way that cannot be read here; unpack it yourself and name the folder.",
    )


@pytest.mark.parametrize("kind", [ZIP_STORED, ZIP_DEFLATED])
def test_a_damaged_file(tmp_path: Path, kind: int) -> None:
    """What came before the damage counts, and it is said."""
    with ZipFile(tmp_path / "x.zip", "w", kind) as file:
        file.writestr(GOOD, POSTS)
        file.writestr(OTHER, POSTS)
    data = bytearray((tmp_path / "x.zip").read_bytes())
    at = data.index(b"PK\3\4", 10) + 30 + len(OTHER) + 10
    data[at] ^= 0xFF
    (tmp_path / "x.zip").write_bytes(data)
    report = report_on([tmp_path / "x.zip"])
    assert posts(report) >= 2
    assert len(unread_lines(report)) == 1
    assert unread_lines(report)[0].startswith(OTHER)


def test_a_download_that_was_cut_off(tmp_path: Path) -> None:
    """A ZIP has its list of files at its end, so none can be found; another part is read all the same."""
    good, cut = zipped(tmp_path / "jane.doe-1.zip", {GOOD: POSTS}), zipped(tmp_path / "jane.doe-2.zip", {OTHER: POSTS * 100})
    cut.write_bytes(cut.read_bytes()[:-60])
    report = report_on([good, cut])
    assert posts(report) == 2
    assert unread_lines(report) == ("File 2 of 2 is not a ZIP file, or it is cut off; download it again.",)
    with raises_message(r"^The file is not a ZIP file, or it is cut off; download it again\."):
        report_on([cut])


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\5\6", b"PK\5\6" + b"\xff" * 18, b"PK\5\6" + b"\0" * 18, b"<html>", b"\0" * 100_000],
    ids=lambda data: repr(data)[:30],
)
def test_what_is_no_archive(tmp_path: Path, data: bytes) -> None:
    """One sentence, and never the file's own name."""
    (tmp_path / "jane.doe.zip").write_bytes(data)
    with pytest.raises(WizardError) as error:
        report_on([tmp_path / "jane.doe.zip"])
    assert "jane" not in command_error_text(error.value)
    assert "Name the ZIP file" in command_error_text(error.value)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice(tmp_path: Path) -> None:
    """Both are read, and what both hold is counted once."""
    with ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr(GOOD, POSTS)
        file.writestr(GOOD, b'[{"timestamp": 1420070400}, {"timestamp": 1420070405}]')
    report = report_on([tmp_path / "x.zip"])
    assert posts(report) == 3
    assert unread_lines(report) == ()
