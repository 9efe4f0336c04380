"""Each page closes once: a second key, a burst or a late event changes nothing on the page below."""

import pytest
from rich.style import Style
from textual.events import Click
from textual.geometry import Offset
from textual.widgets import OptionList

from tests.tui.making import sitting, wizard
from tests.tui.test_sizes import DIALOGS, FORM, PAGES, opened
from wizard.storage.session import Session
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.screens.dialog import Dialog
from wizard.tui.widgets.option_lists import ItemList

MORE_DIALOGS = (
    ("stored_data.MergeDialog",),
    ("stored_data.WipeDialog",),
    ("accounts.ServiceDialog",),
    ("accounts.RemovalDialog", "case/facebook"),
    ("accounts.MoveDialog",),
    ("accounts.NewAccountDialog", "case/instagram"),
    ("accounts.AccountNameDialog", "case/facebook"),
    ("people.PeopleDialog",),
    ("people.PersonNameDialog",),
    ("language.LanguageDialog",),
)
SMALL = ((1, 1), (3, 300), (200, 5), (12, 10), (9, 12), (11, 11), (2, 2), (80, 24))


@pytest.mark.parametrize("below_help", [False, True], ids=["on top", "below the help"])
async def test_a_page_closes_once(on_berlin: Session, below_help: bool) -> None:
    """A page that is closed twice closes itself alone; one that is not on top does not close, and closes nothing else."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("board.BoardScreen")
        await person.at("BoardScreen")
        below = person.app.screen
        for page in (*PAGES[2:6], *PAGES[7:], *DIALOGS, *MORE_DIALOGS):
            person.app.open_screen(*page)
            await person.at(page[0].partition(".")[2])
            top = person.app.screen
            assert isinstance(top, GuardedScreen)
            if below_help:
                person.app.action_help()
                await person.at("HelpDialog")
            assert top.leave() is not below_help, page
            assert top.leave() is False, page
            await person.pilot.pause()
            assert person.app.screen_stack[1] is below, page
            assert person.at_now == ("HelpDialog" if below_help else "BoardScreen"), page
            assert person.app._batch_count == 0
            while person.app.screen is not below:
                assert isinstance(person.app.screen, GuardedScreen)
                assert person.app.screen.leave(), page


async def test_the_first_page_stays(on_berlin: Session) -> None:
    """There is nothing below it to go back to."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        assert isinstance(person.app.screen, GuardedScreen)
        assert person.app.screen.leave() is False
        assert person.at_now == "WelcomeBackScreen"


@pytest.mark.parametrize("burst", [2, 3, 5])
async def test_a_burst_of_enter_in_the_search_opens_one_page(on_berlin: Session, burst: int) -> None:
    """What was found is opened once, and the dialog is gone."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("slash", "SearchDialog")
        await person.write("plan")
        find = person.app.screen
        for _ in range(burst):
            find.action_open()  # type: ignore[attr-defined]
        await person.until(lambda: find not in person.app.screen_stack)
        await person.pilot.pause()
        assert len(person.app.screen_stack) == 2
        assert not any(isinstance(each, Dialog) for each in person.app.screen_stack)


@pytest.mark.parametrize(
    "name", [("step.StepScreen", FORM), ("board.BoardScreen",), ("stored_data.WipeDialog",), ("dialogs.FormDialog",)]
)
async def test_a_page_that_is_left_while_it_opens_draws_nothing(on_berlin: Session, name: tuple[str, ...]) -> None:
    """Fifty times in a row; afterwards the window is drawn as ever."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        for _ in range(50):
            person.app.open_screen(*name)
            assert isinstance(person.app.screen, GuardedScreen)
            person.app.screen.leave()
            await person.pilot.pause(0)
        await person.at("WelcomeBackScreen")
        assert person.app._batch_count == 0
        await person.go("p", "BoardScreen")


async def test_a_page_is_opened_once_by_two_keys(on_berlin: Session) -> None:
    """The same page twice on top of itself is never meant; another one of its kind is."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        for page in (("board.BoardScreen",), ("step.StepScreen", FORM), ("dialogs.NoteDialog", FORM)):
            person.app.open_screen(*page)
            person.app.open_screen(*page)
            await person.at(page[0].partition(".")[2])
        assert len(person.app.screen_stack) == 4
        await person.go("escape", "StepScreen")
        person.app.open_screen("step.StepScreen", "objection/whatsapp-ai")
        await person.at("StepScreen")
        assert len(person.app.screen_stack) == 4


def clicked(found: OptionList, row: int, chain: int = 1) -> Click:
    """A click on this row, or the last one of several in quick succession."""
    at = found.content_region.offset + Offset(2, row)
    return Click(found, 2, row, 0, 0, 1, False, False, False, at.x, at.y, Style.from_meta({"option": row}), chain=chain)


async def test_a_click_on_a_row_that_is_gone_does_nothing(on_berlin: Session) -> None:
    """The list became shorter between the picture and the click."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("slash", "SearchDialog")
        found = person.app.screen.query_one(ItemList)
        late = clicked(found, found.option_count - 1)
        found.clear_options()
        found.post_message(late)
        await person.pilot.pause()
        assert person.at_now == "SearchDialog"


async def test_a_double_click_chooses_once(on_berlin: Session) -> None:
    """The second click would land on whatever the first one has put under the mouse."""
    async with sitting(wizard(on_berlin)) as person:
        await opened(person, ("requests.RequestsScreen",))
        found = person.app.screen.query_one(ItemList)
        found.post_message(clicked(found, 0, chain=2))
        await person.pilot.pause()
        assert person.at_now == "RequestsScreen"
        found.post_message(clicked(found, 0))
        await person.at("RequestScreen")


@pytest.mark.exhaustive
async def test_no_window_is_too_small(on_berlin: Session) -> None:
    """From one cell up, in any order, and back; then all is drawn as ever."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        for page in (*PAGES, *DIALOGS, *MORE_DIALOGS):
            person.app.open_screen(*page)
            await person.at(page[0].partition(".")[2])
            for size in SMALL:
                await person.pilot.resize_terminal(*size)
                await person.pilot.pause()
            assert person.at_now == page[0].partition(".")[2]
            assert person.text.strip(), page
            person.app.pop_screen()
