"""Screens whose modules are imported the first time they are shown: the first picture stands the sooner."""

from collections.abc import Callable
from importlib import import_module

from .guarded_screen import GuardedScreen


def lazy_screen(name: str, *arguments: object) -> GuardedScreen:
    """A screen whose module is imported the first time it is shown: "board.BoardScreen"."""
    make: Callable[..., GuardedScreen] = load_screen_class(name)
    return make(*arguments)


def load_screen_class(name: str) -> type[GuardedScreen]:
    """The class of a screen, imported now."""
    module, _, kind = name.partition(".")
    found: type[GuardedScreen] = getattr(import_module(f"wizard.tui.screens.{module}"), kind)
    return found
