"""Names of files as people type, paste and drop them."""

from pathlib import Path

import pytest

from tests.errors import raises_message
from wizard.system.path_input import complete_path, is_likely_slip, parse_paths

NAMES = (
    *("one.zip", "two.zip", "with space.zip", "many  spaces.zip", "it's mine.zip", "marked \u200e.zip"),
    *("notes.txt", ".hidden.zip"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some files, and a folder, in a folder of which the name has a space."""
    folder = tmp_path / "my files"
    (folder / "wide").mkdir(parents=True)
    for name in NAMES:
        (folder / name).touch()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("one.zip", ["one.zip"]),
        ("  one.zip \n", ["one.zip"]),
        ("with space.zip", ["with space.zip"]),
        ('"with space.zip"', ["with space.zip"]),
        ("'with space.zip'", ["with space.zip"]),
        (r"with\ space.zip", ["with space.zip"]),
        ("it's mine.zip", ["it's mine.zip"]),
        ("one.zip two.zip", ["one.zip", "two.zip"]),
        ("'one.zip' 'with space.zip' ", ["one.zip", "with space.zip"]),
        (r"one.zip with\ space.zip", ["one.zip", "with space.zip"]),
        ("~/one.zip", ["~/one.zip"]),
        ("many  spaces.zip", ["many  spaces.zip"]),
        ("'many  spaces.zip' one.zip", ["many  spaces.zip", "one.zip"]),
        ("one.zip\n'with space.zip'\n", ["one.zip", "with space.zip"]),
        ("marked \u200e.zip", ["marked \u200e.zip"]),
    ],
)
@pytest.mark.skipif("sys.platform == 'win32'", reason="backslashes part folders there")
def test_what_is_meant(folder: Path, text: str, names: list[str]) -> None:
    """As it is, in quotes, with backslashes, one or several, from the home folder."""
    assert parse_paths(text) == [Path(name.replace("~", str(folder))) for name in names]


def test_an_address_of_a_file(folder: Path) -> None:
    """What some desktops drop."""
    assert parse_paths((folder / "with space.zip").as_uri()) == [folder / "with space.zip"]


@pytest.mark.parametrize(
    "text", ["nothing.zip", "no such file.txt", "~nobody-of-that-name/x", "x" * 9000, '"unclosed', "'", "\\"]
)
@pytest.mark.usefixtures("folder")
def test_what_is_not_there_is_one_name(text: str) -> None:
    """Whoever opens it says that it cannot be found."""
    assert len(parse_paths(text)) == 1


@pytest.mark.parametrize("text", ["", "  ", "\x00\x1b"])
def test_nothing(text: str) -> None:
    """No name at all is said in a sentence."""
    with raises_message("No file is named yet"):
        parse_paths(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("o", "one.zip"),
        ("with", "with space.zip"),
        ("wi", "wide/"),
        ("~/tw", "~/two.zip"),
        ("notes", None),
        ("", None),
        ("wide/", None),
        ("nowhere/x", None),
        ("x" * 9000, None),
        (".h", ".hidden.zip"),
    ],
)
@pytest.mark.skipif("sys.platform == 'win32'", reason="the other slash there")
@pytest.mark.usefixtures("folder")
def test_a_name_is_completed(text: str, whole: str | None) -> None:
    """ZIP files and folders, the first by name; nothing where nothing fits, or nothing was begun."""
    assert complete_path(text) == whole


def test_a_name_that_would_steer_the_terminal_is_not_offered(folder: Path) -> None:
    """A file may be called anything."""
    (folder / "zz\x1b[31m.zip").touch()
    assert complete_path("zz") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *((name, True) for name in ("13", "7", "b", "[A", "[15~", "[1;5C", " 3 ")),
        *((name, False) for name in ("plan.txt", "13.txt", "2026 plan", "plan", "ab", "folder/13", "")),
    ],
)
def test_names_that_were_meant_for_another_question(name: str, expected: bool) -> None:
    """A number of a menu typed once too often, one of its letters, or what an arrow key leaves in a line."""
    assert is_likely_slip(name) is expected
