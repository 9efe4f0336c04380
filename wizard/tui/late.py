"""Screens whose modules are imported the first time they are shown: the first picture stands the sooner."""

from collections.abc import Callable
from importlib import import_module

from .page import Page


def late(name: str, *arguments: object) -> Page:
    """A screen whose module is imported the first time it is shown: "board.BoardScreen"."""
    make: Callable[..., Page] = late_class(name)
    return make(*arguments)


def late_class(name: str) -> type[Page]:
    """The class of a screen, imported now."""
    module, _, kind = name.partition(".")
    found: type[Page] = getattr(import_module(f"wizard.tui.screens.{module}"), kind)
    return found
