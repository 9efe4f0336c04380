"""Whether a list can be drawn and redrawn here: what the console or the list of terminals says of it."""

import sys
from collections.abc import Mapping


class CursorUnsupportedError(Exception):
    """The terminal cannot move its cursor, so that a list with arrow keys cannot be drawn there."""

    def __str__(self) -> str:
        return "Arrow keys cannot be used in this window, so the questions are answered with typed numbers."


def ensure_cursor_support(env: Mapping[str, str]) -> None:
    """Raise NoArrowsError for a console that is none, and for a terminal that is known to be unable to move its cursor."""
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    refusals: tuple[type[Exception], ...] = (OSError,)
    if sys.platform == "win32":
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

        refusals = (OSError, NoConsoleScreenBufferError)
    try:
        create_output()
        create_input().close()
    except refusals as error:
        raise CursorUnsupportedError from error
    if not _moves_cursor(env.get("TERM", "")):
        raise CursorUnsupportedError


def _moves_cursor(terminal: str) -> bool:
    """What the system's list of terminals says; of one that is not in the list nothing is known, and most can."""
    try:
        import curses
    except ImportError:  # as on Windows
        return True
    try:
        curses.setupterm(terminal, 1)
    except curses.error:
        return True
    return curses.tigetstr("cup") is not None


def use_ascii_markers() -> None:
    """The boxes before what can be chosen, in signs that every terminal has."""
    from questionary.prompts import common

    common.INDICATOR_SELECTED, common.INDICATOR_UNSELECTED = "[x]", "[ ]"  # type: ignore[attr-defined]
