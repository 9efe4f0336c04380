"""A dialog shows the field that it asks for, in any window that people use."""

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tests.tui.making import Sitting, flat, sitting, wizard
from tests.tui.test_sizes import DIALOGS
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.models import LetterField
from wizard.storage.session import Session
from wizard.tui.screens.field_dialog import FieldDialog
from wizard.tui.widgets.option_lists import ChoiceList

WIDTHS = (40, 60, 76, 80, 107, 108, 120, 200)
HEIGHTS = (12, 40)
BLANKS = {f"{letter.id}/{blank.id}": blank for letter in load_shipped_content().letters.values() for blank in letter.fields}


def distinct() -> dict[str, LetterField]:
    """The blanks of all letters, one for each wording."""
    found = {(each.label, each.why, each.multiline, len(each.choices)): name for name, each in reversed(BLANKS.items())}
    return {name: BLANKS[name] for name in sorted(found.values())}


def field(person: Sitting) -> Widget:
    """Where one writes or chooses."""
    return next(each for kind in (Input, TextArea, ChoiceList) for each in person.app.screen.query(kind))


def visible(person: Sitting) -> bool:
    """Tell whether the first line of the field, or the row under the cursor of a list, stands inside the dialog."""
    found, body = field(person), person.app.screen.query_one("#dialog")
    row = found._index_to_line[found.highlighted or 0] if isinstance(found, ChoiceList) else 0
    return body.content_region.contains_region(Region(found.region.x, found.region.y + row, found.region.width, 1))


async def asked(person: Sitting, name: str, blank: LetterField) -> None:
    """Ask for a blank, in the place of the one before: the page below need not be drawn again in between."""
    dialog = FieldDialog((name,), blank, blank.choices, ("",), lambda _: "")
    if person.at_now == "FieldDialog":
        person.app.switch_screen(dialog)
    else:
        person.app.push_screen(dialog)
    await person.until(lambda: person.app.screen is dialog and dialog.is_mounted, name)
    await person.pilot.pause()


@pytest.mark.exhaustive
@pytest.mark.parametrize("width", WIDTHS)
async def test_every_blank_of_every_letter_shows_its_field(on_berlin: Session, width: int) -> None:
    """What fits whole is shown without a scroll bar."""
    async with sitting(wizard(on_berlin), (width, 24)) as person:
        await person.at("WelcomeBackScreen")
        for name, blank in distinct().items():
            await asked(person, name, blank)
            await person.until(lambda: visible(person), f"{name} at {width}")
            if width < 60 or isinstance(field(person), ChoiceList):  # may be higher than the window
                continue
            body = person.app.screen.query_one("#dialog")
            await person.until(lambda body=body: not body.show_vertical_scrollbar, f"{name} whole at {width}")  # type: ignore[misc]
        await person.go("escape", "WelcomeBackScreen")


async def test_a_low_window_shows_the_question_with_its_field(on_berlin: Session) -> None:
    """The empty rows of the dialog give way first: of a question with two lines and three lines of help nothing is cut."""
    name, blank = next(item for item in BLANKS.items() if item[1].label == "E-mail address or phone number of the account")
    async with sitting(wizard(on_berlin), (40, 12)) as person:
        await person.at("WelcomeBackScreen")
        await asked(person, name, blank)
        await person.until(lambda: visible(person), name)
        assert flat(blank.label) in flat(person.text)


@pytest.mark.parametrize(
    "page",
    [each for each in DIALOGS if each[0] in ("dialogs.NoteDialog", "dialogs.SaveDialog", "contacts.NicknameDialog")],
    ids=" ".join,
)
async def test_other_dialogs_show_theirs(on_berlin: Session, page: tuple[str, ...]) -> None:
    """A note, a file name, a nickname."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen(*page)
        await person.at(page[0].partition(".")[2])
        for width in WIDTHS:
            for height in HEIGHTS:
                await person.pilot.resize_terminal(width, height)
                await person.pilot.pause()
                assert visible(person), f"{width} by {height}:\n{person.text}"
