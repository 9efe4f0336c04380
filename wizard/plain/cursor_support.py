"""Find out whether the terminal can move its cursor, which arrow-key prompts need."""

import sys
from collections.abc import Mapping

from wizard.i18n import _
from wizard.views.line_mode_texts import NO_ARROW_KEYS


class CursorUnsupportedError(Exception):
    """The terminal cannot move its cursor, so a list with arrow keys cannot be drawn."""

    def __str__(self) -> str:
        return _(NO_ARROW_KEYS)


def ensure_cursor_support(env: Mapping[str, str]) -> None:
    """Check that prompts can be drawn here.

    Raises CursorUnsupportedError if there is no console, or if the terminal is known to lack cursor movement.
    """
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    console_errors: tuple[type[Exception], ...] = (OSError,)
    if sys.platform == "win32":
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

        console_errors = (OSError, NoConsoleScreenBufferError)
    try:
        create_output()
        create_input().close()
    except console_errors as error:
        raise CursorUnsupportedError from error
    if not _can_move_cursor(env.get("TERM", "")):
        raise CursorUnsupportedError


def _can_move_cursor(terminal: str) -> bool:
    """Return what terminfo says about cursor movement; True for a terminal that it does not list."""
    try:
        import curses
    except ImportError:  # Windows has no curses
        return True
    try:
        curses.setupterm(terminal, 1)
    except curses.error:
        return True
    return curses.tigetstr("cup") is not None


def use_ascii_markers() -> None:
    """Replace the check boxes of questionary by ASCII signs, for the whole process."""
    from questionary.prompts import common

    common.INDICATOR_SELECTED, common.INDICATOR_UNSELECTED = "[x]", "[ ]"  # type: ignore[attr-defined]
