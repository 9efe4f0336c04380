"""The styles: the end of a dialog, and no rule that makes Textual style everything again."""

import pytest

from tests.tui.making import sitting, wizard
from wizard.storage.session import Session
from wizard.tui.widgets.option_lists import PointerList


@pytest.mark.parametrize("page", [(), ("theme.ThemeDialog",), ("dialogs.NoteDialog", "objection/facebook-form")], ids=" ".join)
async def test_no_widget_is_styled_again_because_of_its_neighbours(on_berlin: Session, page: tuple[str, ...]) -> None:
    """Rules like `:last-child` for any widget cost that, and the cache of styles, on all screens: a class says the same."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        if page:
            person.app.open_screen(*page)
            await person.at(page[0].partition(".")[2])
        neighbours = [each for each in person.app.screen.walk_children() if each._has_order_style or each._has_odd_or_even]
        assert neighbours == []


async def test_the_last_part_of_a_dialog_has_no_blank_line_below(on_berlin: Session) -> None:
    """The parts above have one; the edge of the dialog is below the last."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("theme.ThemeDialog")
        await person.at("ThemeDialog")
        *above, last = person.app.screen.query_one("#dialog").children
        assert isinstance(last, PointerList)
        assert {each.styles.margin.bottom for each in above} == {1}
        assert last.styles.margin.bottom == 0
