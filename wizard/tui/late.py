"""Screens whose modules are imported the first time they are shown: the first picture stands the sooner."""

from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module

from textual.app import App
from textual.screen import Screen


def late(name: str, *arguments: object) -> Screen[None]:
    """A screen whose module is imported the first time it is shown: "board.BoardScreen"."""
    make: Callable[..., Screen[None]] = late_class(name)
    return make(*arguments)


def late_class(name: str) -> type[Screen[None]]:
    """The class of a screen, imported now."""
    module, _, kind = name.partition(".")
    found: type[Screen[None]] = getattr(import_module(f"wizard.tui.screens.{module}"), kind)
    return found


def in_one_picture(app: App[None], screen: Screen[None]) -> None:
    """Draw nothing until the screen knows its size and its parts."""
    hold = ExitStack()
    hold.enter_context(app.batch_update())
    screen.call_after_refresh(hold.close)
