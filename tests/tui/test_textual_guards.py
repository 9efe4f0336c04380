"""What plain Textual still does wrong: each test fails once it is mended there, and says which guard of ours can go."""

import asyncio
from codecs import getincrementaldecoder
from inspect import getsource

import pytest
from rich._wrap import divide_line
from rich.style import Style
from textual import content
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.css.query import NoMatches
from textual.drivers import linux_driver
from textual.events import Click
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.tui.widgets.styled_text import divide_bound_line


class Ask(ModalScreen[None]):
    """A dialog as Textual makes it."""


class Look(Screen[None]):
    """A page that looks for its widgets when it is mounted."""

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static("there", id="there")

    def on_mount(self) -> None:
        self.query_one("#there")


class Plain(App[None]):
    """An app with one list."""

    CSS = "#around { width: 5; height: auto; } OptionList { height: auto; }"

    def compose(self) -> ComposeResult:
        yield OptionList(*(Option(f"word {number}") for number in range(5)))


async def test_a_dialog_closes_the_page_below() -> None:
    """https://github.com/Textualize/textual/issues/4884"""
    app = Plain()
    async with app.run_test():
        for screen in (Screen[None](), dialog := Ask()):
            await app.push_screen(screen)
        await dialog.dismiss(None)
        dialog.dismiss(None)
        assert len(app.screen_stack) == 1, "a dialog closes itself only: the guard in GuardedScreen.leave can go"


async def left_while_it_opens() -> None:
    """Open a page and leave it at once, fifty times."""
    async with Plain().run_test() as pilot:
        for _ in range(50):
            pilot.app.push_screen(Look())
            pilot.app.pop_screen()
            await asyncio.sleep(0)
        await pilot.pause()


async def test_a_page_that_is_left_while_it_opens_breaks() -> None:
    """https://github.com/Textualize/textual/issues/4258"""
    try:
        await left_while_it_opens()
    except NoMatches:
        return
    pytest.fail("a page that is left mounts in order: the guard in GuardedScreen.on_event can go")


async def test_a_click_is_looked_up_in_the_list_as_it_is_now() -> None:
    """No issue is known."""
    async with Plain().run_test() as pilot:
        found = pilot.app.query_one(OptionList)
        click = Click(found, 2, 4, 0, 0, 1, False, False, False, 2, 4, Style.from_meta({"option": 4}))
        found.clear_options()
        try:
            await found._on_click(click)
        except IndexError:
            return
        pytest.fail("a late click is ignored: the bound in PointerList._on_click can go")


async def test_a_list_in_a_narrow_window_breaks() -> None:
    """No issue is known."""
    async with Plain().run_test() as pilot:
        try:
            for width in range(8):
                pilot.app.query_one(OptionList).get_content_height(Size(width, 5), Size(width, 5), width)
        except ValueError:
            return
        pytest.fail("narrow lists are wrapped: the smallest width in app.tcss can go")


async def test_the_height_is_measured_with_the_columns_of_the_scroll_bar() -> None:
    """No issue is known."""

    class Narrow(App[None]):
        CSS = "#around { width: 12; height: auto; scrollbar-size: 0 1; scrollbar-gutter: stable; } Static { height: auto; }"

        def compose(self) -> ComposeResult:
            with VerticalScroll(id="around"):
                yield Static("twelve chars")

    app = Narrow()
    async with app.run_test() as pilot:
        await pilot.pause()
        around = app.query_one("#around")
        assert around.size.height < around.query_one(Static).size.height, "measured as drawn: DialogBody can go"


def test_bytes_that_are_no_text_end_the_reading_of_keys() -> None:
    """https://github.com/Textualize/textual/issues/6456"""
    source = getsource(linux_driver.LinuxDriver.run_input_thread)
    assert 'getincrementaldecoder("utf-8")().decode' in source, "bytes are replaced: _accept_any_bytes can go"
    with pytest.raises(UnicodeDecodeError):
        getincrementaldecoder("utf-8")().decode(b"\xff")


def test_lines_end_at_no_break_spaces() -> None:
    """So `styled_text` divides them; Textual looks for the function that does it in its module `content`."""
    assert divide_line("Que faire\N{NO-BREAK SPACE}?", 9) == [10]
    assert vars(content)["divide_line"] is divide_bound_line
    assert "divide_line(" in getsource(content.Content._wrap_and_format)
