"""Plan and dates as files, in lines: where they go, and that nothing which is there is lost."""

import sys
from pathlib import Path

import pytest

from tests.plain.telling import HAMBURG, heard, session
from wizard.export import FULL_FORMATS
from wizard.storage.session import Session

OLD = "the plan of somebody else"
PAGE = ("papers", "html", "save")


@pytest.fixture
def hamburg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A person in Hamburg, over the small library."""
    monkeypatch.chdir(tmp_path)
    return session(tmp_path / "state.json", HAMBURG)


def test_the_page_comes_first(hamburg: Session) -> None:
    """After the plan said here; then the text, which is whole."""
    rows = [line for line in heard(hamburg, "papers", "b").partition("Which document?")[2].splitlines() if ". A file: " in line]
    assert rows[:2] == ["2. A file: a page to print", "3. A file: a PDF, to print or to send"]


@pytest.mark.parametrize(("chosen", "format", "ending"), [("html", "html", "html"), ("text", "text", "txt"), ("md", "md", "md")])
def test_enter_saves_where_documents_are(hamburg: Session, home: Path, chosen: str, format: str, ending: str) -> None:
    """Not in the folder in which the program happens to run; the whole path is said."""
    (home / "Documents").mkdir()
    said = heard(hamburg, "papers", chosen, "save", "", "b")
    path = home.resolve() / "Documents" / f"my-photo-plan.{ending}"
    assert f"Saved to {path}\n" in said
    assert path.read_text(encoding="utf-8") == FULL_FORMATS[format](hamburg.snapshot, hamburg.snapshot.steps)


def test_a_pdf_is_saved_like_the_others(hamburg: Session, home: Path) -> None:
    """Whole, beside the page to print."""
    assert "Saved to" in heard(hamburg, "papers", "a file: a pdf", "save", "", "b")
    assert (home / "my-photo-plan.pdf").read_bytes().startswith(b"%PDF-")


def test_without_the_package_for_pdfs_it_is_said_how_to_get_it(hamburg: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a name is asked for."""
    monkeypatch.setitem(sys.modules, "typst", None)
    said = heard(hamburg, "papers", "a file: a pdf", "save", "b")
    assert "A PDF needs one more package." in said
    assert "Save as which file?" not in said


def test_a_second_paper_is_offered_the_next_name(hamburg: Session, home: Path) -> None:
    """So that Enter never loses the first."""
    (home / "my-photo-plan.html").write_text(OLD)
    said = heard(hamburg, *PAGE, "", "b")
    assert f"Enter takes: {home}/my-photo-plan-2.html." in said
    assert (home / "my-photo-plan.html").read_text() == OLD
    assert (home / "my-photo-plan-2.html").exists()


@pytest.mark.parametrize(("paper", "name"), [("html", "plan.html"), ("calendar that names no", "dates.ics")])
def test_a_file_that_is_there_is_replaced_only_on_a_yes(hamburg: Session, tmp_path: Path, paper: str, name: str) -> None:
    """Enter says no, and the next free name is offered; the question names the whole path."""
    kept = tmp_path / name
    kept.write_text(OLD)
    said = heard(hamburg, "papers", paper, "save", name, "", "b", "b")
    assert f"{kept.resolve()} is there already. Replace it?" in said
    assert f"Enter takes: {tmp_path.resolve()}/{kept.stem}-2{kept.suffix}." in said
    assert kept.read_text() == OLD
    assert "Saved to" in heard(hamburg, "papers", paper, "save", name, "y", "b")
    assert kept.read_text() != OLD


@pytest.mark.parametrize("typed", ["13", "[A"])
def test_a_name_that_was_meant_for_another_question_is_asked_about(
    typed: str, hamburg: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number typed once too often makes no file unless one says so."""
    monkeypatch.chdir(tmp_path)
    said = heard(hamburg, *PAGE, typed, "n", "plan.html", "b")
    assert f"“{typed}” is an odd name for a file. Save it under that name?" in said
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".json" and ".json" not in path.name) == [
        "plan.html"
    ]
    assert "Saved to" in heard(hamburg, *PAGE, typed, "y", "b")
    assert (tmp_path / typed).exists()


def test_a_copy_of_what_is_stored_replaces_nothing_either(hamburg: Session, tmp_path: Path) -> None:
    """The same question as for papers."""
    (tmp_path / "copy.json").write_text(OLD)
    assert "is there already. Replace it?" in heard(hamburg, "kept", "export", "copy.json", "n", "b", "b")
    assert (tmp_path / "copy.json").read_text() == OLD


def test_the_text_can_be_heard_as_it_is_saved(hamburg: Session) -> None:
    """Whole, with a word for each box."""
    said = heard(hamburg, "papers", "text", "hear", "b", "b")
    assert "To do: " in said
    assert "1. Open the link." in said
    assert "What it does not do" in said
