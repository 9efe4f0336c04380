"""The plan as a document: seen first, then saved where one says."""

import stat
import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.making import NO_ACCOUNT, Sitting, session, sitting, wizard
from tests.tui.test_sizes import turned
from wizard.export import FULL_FORMATS
from wizard.storage.session import Session
from wizard.tui.messages import SaveRequested
from wizard.tui.screens.documents import DocumentScreen
from wizard.tui.widgets.hanging_text import HangingText


@pytest.fixture
def on_short(state: Path) -> Session:
    """The session of a person whose plan is short."""
    return session(state, NO_ACCOUNT)


async def paper(person: Sitting) -> None:
    """From the welcome back to the document."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    await person.go("p", "DocumentScreen")


async def name(person: Sitting, path: Path | str) -> None:
    """Put a name into the field and press Enter."""
    person.app.screen.query_one(Input).value = str(path)
    await person.press("enter")


async def test_the_document_turns_through_its_formats(on_short: Session) -> None:
    """A page, a PDF, plain text, Markdown, JSON, two calendars, and the page again."""
    async with sitting(wizard(on_short), (100, 40)) as person:
        await paper(person)
        for words, sign in (
            ("a page to print", "boxes to tick and codes"),
            ("a PDF", "The PDF holds all this"),
            ("plain text", "Your plan:"),
            ("Markdown", "# "),
            ("JSON", '"schema": 1'),
            ("names no account", "Look for public photos of you again"),
            ("names the accounts", "what is due"),
            ("a page to print", "boxes to tick and codes"),
        ):
            await person.shows(words, sign)
            await person.press("f")


async def test_the_preview_is_wrapped_for_the_window_whenever_that_changes(on_berlin: Session) -> None:
    """Opened in a window of a few cells, and looked at in a large one."""
    async with sitting(wizard(on_berlin), (80, 24)) as person:
        await paper(person)
        wide = person.text
        await turned(person, (6, 3))
        await turned(person, (80, 24))
        assert person.text == wide
        await turned(person, (6, 3))
        await person.go("escape", "BoardScreen")
        await person.go("p", "DocumentScreen")
        await turned(person, (80, 24))
        await person.until(lambda: person.text == wide)


@pytest.mark.parametrize(
    ("turns", "format", "ending"), [(0, "html", "html"), (2, "text", "txt"), (3, "md", "md"), (4, "json", "json")]
)
async def test_what_is_saved_is_what_was_shown(on_short: Session, tmp_path: Path, turns: int, format: str, ending: str) -> None:
    """The file holds the whole document in the format on screen, for its owner alone; its whole path is said."""
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.press(*["f"] * turns)
        await person.go("s", "SaveDialog")
        assert person.app.screen.query_one(Input).value == str(tmp_path / f"my-photo-plan.{ending}")
        await person.go("enter", "DocumentScreen")
        await person.shows(f"Saved to {tmp_path}")
    written = tmp_path / f"my-photo-plan.{ending}"
    assert written.read_text(encoding="utf-8") == FULL_FORMATS[format](on_short.snapshot, on_short.snapshot.steps)
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


async def test_a_pdf_is_saved_from_here_too(on_short: Session, tmp_path: Path) -> None:
    """It stands in the list of documents; Enter saves what is under the cursor."""
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.press("down")
        await person.shows("▸ A PDF, to print or to send")
        await person.go("enter", "SaveDialog")
        await person.go("enter", "DocumentScreen")
        await person.shows("Saved to")
    assert (tmp_path / "my-photo-plan.pdf").read_bytes().startswith(b"%PDF-")


async def test_without_the_package_for_pdfs_it_is_said_how_to_get_it(
    on_short: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before a name is asked for."""
    monkeypatch.setitem(sys.modules, "typst", None)
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.press("down", "enter")
        await person.until(lambda: any("needs one more package" in note.message for note in person.app._notifications))
        assert person.at_now == "DocumentScreen"
    assert [path.name for path in tmp_path.iterdir()] == ["state"]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160, 200])
async def test_no_line_of_the_preview_is_broken_twice(on_berlin: Session, width: int) -> None:
    """The document is wrapped for the room that it has beside or below the list."""
    async with sitting(wizard(on_berlin), (width, 40)) as person:
        await paper(person)
        screen = person.app.screen
        assert isinstance(screen, DocumentScreen)
        assert screen.query_one("#document", HangingText).content_size.width >= screen._preview_width


@pytest.mark.parametrize("wrong", ["no/such/folder/plan.txt", "/proc/plan.txt", ".", "x" * 300])
async def test_a_place_that_cannot_be_written_loses_nothing(on_short: Session, tmp_path: Path, wrong: str) -> None:
    """A sentence says what is wrong, the name stays in the field, and another name works."""
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.go("s", "SaveDialog")
        await name(person, wrong)
        await person.until(lambda: bool(person.app._notifications))
        assert person.at_now == "SaveDialog"
        assert person.app.screen.query_one(Input).value == wrong
        await name(person, tmp_path / "plan.txt")
        await person.at("DocumentScreen")
        await person.shows("Saved to")
    assert len(person.sent(SaveRequested)) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"plan.txt", "state"}


async def taken(person: Sitting, kept: Path) -> None:
    """A page was saved before; now another one is to go under its name."""
    kept.write_text("the plan of somebody else", encoding="utf-8")
    await paper(person)
    await person.go("s", "SaveDialog")
    await name(person, kept)
    await person.at("ReplaceDialog")
    await person.shows("plan.html is there already.", "Save as plan-2.html beside it", "Replace plan.html")


async def test_a_file_that_is_there_is_never_replaced_unasked(on_short: Session, tmp_path: Path) -> None:
    """Enter puts the new one beside it."""
    kept = tmp_path / "plan.html"
    async with sitting(wizard(on_short)) as person:
        await taken(person, kept)
        await person.go("enter", "DocumentScreen")
        await person.shows("Saved to")
    assert kept.read_text(encoding="utf-8") == "the plan of somebody else"
    assert (tmp_path / "plan-2.html").read_text(encoding="utf-8").startswith("<!doctype html>")


async def test_a_file_that_is_there_is_replaced_when_told_so(on_short: Session, tmp_path: Path) -> None:
    """The second answer; escape leads back to the name and changes nothing."""
    kept = tmp_path / "plan.html"
    async with sitting(wizard(on_short)) as person:
        await taken(person, kept)
        await person.go("escape", "SaveDialog")
        assert kept.read_text(encoding="utf-8") == "the plan of somebody else"
        await person.go("enter", "ReplaceDialog")
        await person.press("down")
        await person.go("enter", "DocumentScreen")
        await person.shows("Saved to")
    assert kept.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["plan.html"]


async def test_a_second_paper_is_offered_the_next_name(on_short: Session, tmp_path: Path) -> None:
    """In the folder for documents, where there is one."""
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Documents" / "my-photo-plan.html").touch()
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.go("s", "SaveDialog")
        assert person.app.screen.query_one(Input).value == str(tmp_path / "Documents" / "my-photo-plan-2.html")


async def test_no_name_saves_nothing(on_short: Session, tmp_path: Path) -> None:
    """An empty name is not taken, and escape closes without a file."""
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.go("s", "SaveDialog")
        await name(person, "  ")
        assert person.at_now == "SaveDialog"
        await person.go("escape", "DocumentScreen")
    assert not person.sent(SaveRequested)
    assert [path.name for path in tmp_path.iterdir()] == ["state"]


async def test_the_home_folder_can_be_named_by_its_sign(on_short: Session, tmp_path: Path) -> None:
    """A name that begins with ~ is meant as in a shell."""
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.go("s", "SaveDialog")
        await name(person, "~/plan.txt")
        await person.at("DocumentScreen")
    assert (tmp_path / "plan.txt").exists()


async def test_the_calendar_is_saved_from_here_too(on_short: Session, tmp_path: Path) -> None:
    """The same file as the command writes."""
    async with sitting(wizard(on_short)) as person:
        await paper(person)
        await person.press(*["f"] * 5)
        await person.go("s", "SaveDialog")
        await person.go("enter", "DocumentScreen")
    assert (tmp_path / "my-photo-dates.ics").read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
