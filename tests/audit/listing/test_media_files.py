"""Pictures are looked for in the unpacked export only, whatever an export says where they are."""

from pathlib import Path

import pytest

from wizard.audit.listing.media_files import MediaFolders


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An unpacked export in a folder named like its archive, beside a file that is none of it."""
    (tmp_path / "secret.jpg").write_bytes(b"x")
    inside = tmp_path / "export" / "facebook-jane" / "posts" / "media"
    inside.mkdir(parents=True)
    for name in ("1.jpg", "2.HEIC", "3.mp4", "ä ö#?.png"):
        (inside / name).write_bytes(b"x")
    (inside / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (inside / "inner.jpg").symlink_to(inside / "1.jpg")
    return tmp_path / "export"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("posts/media/1.jpg", "posts/media/1.jpg"),
        ("posts/media/ä ö#?.png", "posts/media/%C3%A4%20%C3%B6%23%3F.png"),
        ("posts/media/inner.jpg", "posts/media/1.jpg"),
        ("posts/media/2.HEIC", ""),
        ("posts/media/3.mp4", ""),
        ("posts/media/9.jpg", ""),
        ("posts/media", ""),
        ("posts/media/link.jpg", ""),
        ("../secret.jpg", ""),
        ("../../secret.jpg", ""),
        ("posts/../../../secret.jpg", ""),
        ("/etc/hostname.jpg", ""),
        ("https://evil.invalid/1.jpg", ""),
        ("x\0.jpg", ""),
        ("x" * 5000 + ".jpg", ""),
    ],
)
def test_a_picture_is_a_file_inside_the_export(export: Path, name: str, found: str) -> None:
    """No step up, no whole path, no link that leads out, no address; only what a browser can show."""
    url = MediaFolders([export]).picture_url([name])
    assert url == (f"{(export / 'facebook-jane').as_uri()}/{found}" if found else "")


def test_the_first_picture_is_taken(export: Path) -> None:
    """Of a video and two photos the first photo that is there."""
    names = ["posts/media/3.mp4", "posts/media/9.jpg", "posts/media/1.jpg"]
    assert MediaFolders([export]).picture_url(names).endswith("/1.jpg")


def test_an_archive_has_no_pictures_to_link_to(tmp_path: Path) -> None:
    """Nothing is unpacked for the list."""
    (tmp_path / "x.zip").write_bytes(b"PK")
    assert MediaFolders([tmp_path / "x.zip", tmp_path / "missing"]).picture_url(["x.jpg"]) == ""
