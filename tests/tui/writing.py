"""Someone who writes a letter in the full screen: chooses by words, fills in what is asked, sends it, says so."""

from textual.widgets import Input, TextArea

from tests.letters import SAMPLES
from tests.tui.making import Sitting, flat
from wizard.tui.app import WizardApp
from wizard.tui.screens.field_dialog import FieldDialog
from wizard.tui.widgets.hanging_text import HangingOption, HangingText
from wizard.tui.widgets.option_lists import ChoiceList, ItemList


def words_of(part: ItemList) -> list[str]:
    """What a list offers, line by line."""
    prompts = [option.prompt for option in part.options]
    return [each.plain if isinstance(each, HangingOption) else str(each) for each in prompts]


async def take(person: Sitting, words: str) -> None:
    """Go to the line of the list that begins with these words, by keys, and press Enter."""
    part = person.app.screen.query_one(ItemList)
    found = [number for number, line in enumerate(words_of(part)) if line.strip().startswith(words)]
    assert found, f"no line begins with {words!r}: {words_of(part)}"
    part.focus()
    while part.highlighted != found[0]:
        before = part.highlighted or 0
        await person.press("down" if before < found[0] else "up")
        assert part.highlighted != before
    await person.press("enter")


async def fill_in(person: Sitting) -> None:
    """Fill in what is needed, from the first gap on, until the letter asks for nothing more."""
    while person.at_now == "FieldDialog":
        dialog = person.app.screen
        assert isinstance(dialog, FieldDialog)
        value = SAMPLES.get(dialog._letter_field.id, "Something that is true")
        if dialog.query(ChoiceList):
            await person.press(*(("space", "enter") if dialog._many else ("down", "enter")))  # no row is marked at first
        elif dialog.query(TextArea):
            await person.paste(value)
            await person.press("ctrl+s")
        else:
            dialog.query_one(Input).value = "2026-08-01" if dialog._letter_field.is_date else value
            await person.press("enter")
        await person.until(lambda before=dialog: person.app.screen is not before, "the next blank")  # type: ignore[misc]
        await person.pilot.pause()


async def write(person: Sitting) -> str:
    """From the letter's screen to the finished letter; its text as it was copied."""
    await person.at("LetterScreen")
    await person.press("s")
    if person.at_now != "LetterFormatDialog":  # something is missing, and the cursor stands on it
        await person.go("enter", "FieldDialog")
        await fill_in(person)
        await person.at("LetterScreen")
    else:
        await person.go("escape", "LetterScreen")
    await person.press("c")
    await person.shows("Sent to the clipboard")
    return person.app.clipboard


def letter_id(app: WizardApp) -> str:
    """The letter on the screen on top."""
    from wizard.tui.screens.letter import LetterScreen

    screen = app.screen
    assert isinstance(screen, LetterScreen)
    draft = screen.draft()
    assert draft
    return draft.letter.id


def shown_letter(person: Sitting) -> str:
    """The letter as the screen shows it, in one line."""
    return flat(
        "\n".join(f"{lead.plain}{text.plain}" for lead, text in person.app.screen.query_one("#letter", HangingText)._rows)
    )
