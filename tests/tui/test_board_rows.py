"""The rows of the board: what is due, how far each action is, where the cursor stands, and what there is room for."""

import re
from datetime import timedelta
from math import ceil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.containers import VerticalScroll

from tests.catalogues import interface_languages
from tests.tui.making import BERLIN, Sitting, living_in, session, sitting, wizard
from tests.tui.test_board import FORM, board
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.formatting import DEVICE
from wizard.i18n import use_language
from wizard.storage.session import Session
from wizard.tui.messages import EventRecorded
from wizard.tui.screens.board import BoardScreen
from wizard.tui.screens.board_sections import BAR, LONGEST, action_progress_options, option_height, title_column
from wizard.tui.widgets.hanging_text import HangingOption
from wizard.tui.widgets.option_lists import ItemList

FACEBOOK = "case/facebook"
LANGUAGES = interface_languages(Path(__file__).parents[2])


def pointed(screen: BoardScreen) -> str | None:
    """What the cursor is on."""
    option = screen.query_one("#steps", ItemList).highlighted_option
    return option.id if option else None


def barred(person: Sitting) -> str:
    """The last line: the keys that are shown."""
    return person.text.splitlines()[-1]


async def test_what_is_due_is_a_row_that_leads_to_its_objection(state: Path) -> None:
    """The cursor begins on the step below it, where the key for "done" is; no tick ends a case."""
    on = session(state, BERLIN, [(FORM, "done")])
    async with sitting(wizard(on)) as person:
        screen = await board(person)
        assert on.snapshot.next_step is not None
        assert pointed(screen) == on.snapshot.next_step.id
        assert "d done" in barred(person)
        await person.press("up")
        assert pointed(screen) == FACEBOOK
        await person.until(lambda: "d done" not in barred(person))
        await person.press("d")
        await person.shows("Enter opens the request")
        await person.go("enter", "RequestScreen")
        await person.go("escape", "BoardScreen")
    assert not person.sent(EventRecorded)


async def test_the_cursor_begins_on_what_is_late(state: Path) -> None:
    """A day that is over comes before the next step."""
    on = session(state, BERLIN, [(FORM, "done")])
    late = session(state, today=on.snapshot.deadlines[0].due + timedelta(days=1))
    async with sitting(wizard(late)) as person:
        assert pointed(await board(person)) == FACEBOOK
        await person.go("enter", "RequestScreen")


async def test_a_new_row_does_not_move_the_cursor_to_another_thing(on_berlin: Session) -> None:
    """An objection sent brings a row above; the cursor stays on its step, and after "done" goes to what came after it."""
    async with sitting(wizard(on_berlin)) as person:
        screen = await board(person)
        first, second = (entry.id for entry in on_berlin.snapshot.open_steps[:2])
        person.app.post_message(EventRecorded("case/instagram", "sent"))
        await person.shows("Instagram is due")
        assert pointed(screen) == first
        await person.go("d", "SentDateDialog")
        await person.go("enter", "BoardScreen")
        await person.until(lambda: pointed(screen) == second)


async def test_the_way_to_the_requests_is_shown_everywhere(on_berlin: Session, tmp_path: Path) -> None:
    """Also in a place without a form: there are other requests than objections."""
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        assert "o requests" in barred(person)
        await person.go("o", "RequestsScreen")
    california = session(tmp_path / "us" / "state.json", living_in("US", "US-CA", people=("none",)))
    assert not california.snapshot.requests
    async with sitting(wizard(california)) as person:
        await board(person)
        assert "o requests" in barred(person)
        await person.go("o", "RequestsScreen")
        await person.shows("Request under your state's law")


async def test_who_comes_to_the_steps_sees_the_page_from_its_beginning(state: Path) -> None:
    """In a small window what is due is in sight with the cursor: at first, by tab, and back from another page."""
    on = session(state, BERLIN, [(FORM, "done")])
    async with sitting(wizard(on), (60, 20)) as person:
        await board(person)
        page = person.app.screen.query_one("#body", VerticalScroll)
        assert page.scroll_y == 0
        for key in ("tab", "shift+tab"):
            await person.press("tab", "down", "down", "down")
            await person.until(lambda: page.scroll_y > 0)
            await person.press(key)
            await person.until(lambda: page.scroll_y == 0)
        await person.go("t", "QuickWinsScreen")
        await person.go("d", "SentDateDialog")
        await person.go("enter", "QuickWinsScreen")
        await person.until(lambda: on.snapshot.done == 2)
        await person.go("escape", "BoardScreen")
        await person.shows("of the protection done", "Facebook is due")


async def test_with_much_room_the_board_says_more_at_the_side(state: Path) -> None:
    """Objections, what was done lately, ten minutes, and how the step begins; a small window goes without."""
    on = session(state, BERLIN, [(FORM, "done"), ("privacy-settings/instagram-private", "done")])
    more = ("Your requests", "Recently done", "Ten minutes")
    async with sitting(wizard(on), (120, 40)) as person:
        screen = await board(person)
        assert screen.entry is not None
        await person.shows(*more, DEVICE[instructions_for_devices(on.snapshot, screen.entry.step)[0].id])
        await person.pilot.resize_terminal(80, 24)
        await person.until(lambda: not any(words in person.text for words in more))
        await person.pilot.resize_terminal(200, 60)
        await person.shows(*more)


async def test_each_action_has_its_own_progress(on_berlin: Session) -> None:
    """How far it is in numbers, and as a line; where there is room as a tile for each step."""
    first = on_berlin.snapshot.open_steps[0]
    on_berlin.mark(first.id, "done")
    part = next(part for part in on_berlin.snapshot.actions if part.action.id == first.step.action)
    async with sitting(wizard(on_berlin), (100, 30)) as person:
        await board(person)
        await person.shows("All steps, by action", f"{part.action.title} 1/{part.total} ━────", "0/4 ─────")
        await person.pilot.resize_terminal(120, 40)
        await person.shows(f"{part.action.title} 1/{part.total} ■{'□' * (part.total - 1)}")


@given(
    st.lists(st.tuples(st.integers(min_value=1, max_value=45), st.integers(min_value=1, max_value=16)), min_size=1, max_size=8),
    st.integers(min_value=6, max_value=60),
)
def test_titles_and_tiles_share_the_width(rows: list[tuple[int, int]], width: int) -> None:
    """The column of the titles leaves room for tiles, and no other column would take fewer lines."""
    titles, tiles = ["x" * length for length, _ in rows], [count for _, count in rows]

    def lines(column: int) -> int:
        return sum((len(title) > column) + ceil(count / (width - column)) for title, count in zip(titles, tiles, strict=True))

    column = title_column(titles, tiles, width)
    assert 0 < column < width
    assert lines(column) == min(map(lines, range(1, min(max(map(len, titles)), LONGEST, width - BAR) + 1)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(100, 30), (120, 40), (200, 60)], ids=str)
async def test_progress_stands_in_one_column(state: Path, size: tuple[int, int], language: str) -> None:
    """In every language the numbers of all actions begin in the same column, and further tiles below the first ones."""
    use_language(language)
    async with sitting(wizard(session(state, living_in("DE", "DE-BY"))), size) as person:
        await board(person)
        options = person.app.screen.query_one("#actions", ItemList)
        width = options.scrollable_content_region.width - 3  # the padding of an option
        drawn = [line.plain for option in options.options for line in option.prompt._wrapped(width)]  # type: ignore[union-attr]
    assert len({match.start() for line in drawn if (match := re.search(r"\d+/\d+", line))}) == 1
    assert len({match.start() for line in drawn if (match := re.search("[■□━─]", line))}) == 1
    assert all(len(line.rstrip()) <= width for line in drawn)


@pytest.mark.parametrize("width", [-10, 0, 1, 11, 12, 13, 30])
@pytest.mark.parametrize("tiles", [True, False])
def test_the_actions_can_be_drawn_in_any_width(on_berlin: Session, width: int, tiles: bool) -> None:
    """A window may be smaller than any word; each action keeps its number and its progress."""
    options = action_progress_options(on_berlin.snapshot, width, tiles=tiles)
    for option, action in zip(options, on_berlin.snapshot.actions, strict=True):
        assert option_height(option, max(1, width)) >= 1
        assert isinstance(option.prompt, HangingOption)
        assert f"{action.done}/{action.total}" in option.prompt.plain


async def test_a_small_window_folds_what_goes_further(on_berlin: Session) -> None:
    """One row says how much more there is; Enter shows the actions and hides them again."""
    titles = [part.action.title for part in on_berlin.snapshot.actions]
    others = [entry for entry in on_berlin.snapshot.open_steps if not entry.essential]
    async with sitting(wizard(on_berlin), (80, 40)) as person:
        screen = await board(person)
        actions = screen.query_one("#actions", ItemList)
        await person.shows(f"+ Go further: {len(others)} more steps")
        assert actions.option_count == 1
        await person.press("tab", "enter")
        await person.shows("- Go further", *titles)
        await person.press("enter")
        await person.until(lambda: actions.option_count == 1)


async def test_what_a_step_is_about_stands_below_it(on_berlin: Session) -> None:
    """Between what is to be done now and what follows."""
    async with sitting(wizard(on_berlin)) as person:
        screen = await board(person)
        assert screen.entry is not None
        title, about, then = (person.text.index(words) for words in (screen.entry.step.title, "With this form", "Then"))
        assert title < about < then


async def test_a_finished_plan_leads_to_what_was_achieved(state: Path) -> None:
    """All done, and no answer is waited for: one row shows what was reached and when to look again."""
    on = session(state, living_in("US", "US-CA", people=("none",)))
    for entry in on.snapshot.steps:
        on.mark(entry.id, "done")
    async with sitting(wizard(on), (80, 60)) as person:
        screen = await board(person)
        await person.go("enter", "FinishedScreen")
        await person.shows("What you have achieved", *(entry.step.gain for entry in on.snapshot.steps[:3] if entry.step.gain))
        await person.shows("When to look again", "Tue 23 Feb 2027")
        await person.go("escape", "BoardScreen")
        await person.press("tab")
        await person.until(lambda: screen.focused is screen.query_one("#actions"))
        await person.go("enter", "ActionScreen")
