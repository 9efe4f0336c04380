"""Reading what stands in a content file, and saying where it is broken."""

from pathlib import Path

import pytest

from tests.errors import raises_message
from wizard.content.content_files import ContentFiles, content_root, read_page, read_rows, read_table, read_text


def written(folder: Path, text: str | bytes, name: str = "a.md") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_the_content_lies_beside_or_inside_the_package() -> None:
    """Wherever that is, the questions are there."""
    assert (content_root() / "questions").is_dir()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_has_fields_and_prose(tmp_path: Path, end: str) -> None:
    """Split at its +++ lines, whichever editor wrote them; a +++ further down is prose."""
    text = "+++\ntitle = 'A'\ndays = 3\n+++\n\nFirst.\n\n+++\n\nLast.\n\n".replace("\n", end)
    page = read_page(written(tmp_path, text))
    assert page.fields == {"title": "A", "days": 3}
    assert page.text == "First.\n\n+++\n\nLast."


@pytest.mark.parametrize("text", ["", "Just prose.", "title = 'A'\n+++\nprose", " +++\na = 1\n+++\n"])
def test_a_page_without_front_matter_is_named(tmp_path: Path, text: str) -> None:
    """With what to do about it."""
    with raises_message(r"a\.md has no front matter\. Begin it with fields between two lines of \+\+\+\."):
        read_page(written(tmp_path, text))


@pytest.mark.parametrize("text", ["+++\ntitle = 'A'\n", "+++", "+++\ntitle = 'A'\nProse.\n--- +++\n"])
def test_fields_without_an_end_are_named(tmp_path: Path, text: str) -> None:
    """The line that is missing is the second one."""
    with raises_message(r"a\.md has no second line of \+\+\+\. Put one below the fields, above the prose\."):
        read_page(written(tmp_path, text))


@pytest.mark.parametrize("text", ["\ufeff+++\na = 1\n+++\nText", "+++ \na = 1\n+++\t\nText"])
def test_what_no_editor_shows_does_not_matter(tmp_path: Path, text: str) -> None:
    """The mark at the beginning of a file, and blanks behind +++."""
    page = read_page(written(tmp_path, text))
    assert (page.fields, page.text) == ({"a": 1}, "Text")


def test_an_empty_page_is_a_page(tmp_path: Path) -> None:
    """What it lacks is found field by field."""
    assert read_page(written(tmp_path, "+++\n\n+++\n")).fields == {}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"a = 1\ncaf\xe9", r"a\.toml, line 2: from here on it is not UTF-8 text\. Save the file again as UTF-8\."),
        ("a = 1\nb = \n", r"line 2"),
        ("a = 1\na = 2\n", r"a\.toml, line 2: “a” is there twice\."),
        ("a = " + "[" * 5000, r"a\.toml: .*"),
        ("a = 2026-13-45", r"a\.toml, line 1: “2026-13-45” is no day of the calendar"),
        ("a = " + "1" * 5000, r"a\.toml, line 1: This line cannot be read: “.*”\."),
        ('a = "\\ud800"', r"a\.toml, line 1: This line cannot be read: “.*”\."),
        ("\x00", r"a\.toml, line 1: This line cannot be read: “.*”\."),
    ],
    ids=["latin", "bracket", "twice", "deep", "day", "long", "surrogate", "null"],
)
def test_a_broken_table_is_named_with_its_place(tmp_path: Path, text: str | bytes, what: str) -> None:
    """File, line, and no traceback."""
    with raises_message(what):
        read_table(written(tmp_path, text, "a.toml"))


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing file, and a folder in its place."""
    for path in (tmp_path / "gone.toml", tmp_path):
        with raises_message(r"is missing|cannot be read"):
            read_text(path)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("id,name\nDE, Germany \n", [{"id": "DE", "name": "Germany"}]),
        ('id,name\nDE,"Germany, all of it"\n', [{"id": "DE", "name": "Germany, all of it"}]),
        ("id,name\nDE\n", [{"id": "DE", "name": ""}]),
        ("id,name\nDE,Germany,too,much\n", [{"id": "DE", "name": "Germany"}]),
        ("id,name\n", []),
        ("", []),
    ],
)
def test_rows_are_read_by_the_names_of_their_columns(tmp_path: Path, text: str, rows: list[dict[str, str]]) -> None:
    """Missing cells are empty, surplus ones are left out, blanks around a cell do not count."""
    assert list(read_rows(written(tmp_path, text, "a.csv"))) == rows


def test_a_row_that_csv_cannot_hold_is_named(tmp_path: Path) -> None:
    """A quote that never closes swallows the file; a cell of that size is refused."""
    path = written(tmp_path, "id,name\nDE," + "x" * 200_000, "a.csv")
    with raises_message(r"a\.csv"):
        list(read_rows(path))


def test_pages_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Only Markdown."""
    for name in ("b.md", "a.md", "c.txt"):
        written(tmp_path, "", name)
    assert ContentFiles(tmp_path.parent).list_files(tmp_path.name, ".md") == [f"{tmp_path.name}/{name}.md" for name in "ab"]
