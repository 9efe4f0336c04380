"""The terminal itself: what it knows, whether it is still there, and what to do with words that nobody can read any more."""

import os
import sys
from collections.abc import Mapping

_NO = ("", "0", "false", "no")
_KNOW_NOTHING = ("dumb", "unknown") if sys.platform == "win32" else ("", "dumb", "unknown")
"""Terminals that print what is sent to steer them. On Windows none has a name, and all can be steered."""


def prefers_line_mode(env: Mapping[str, str]) -> bool:
    """Tell whether the person (ACCESSIBLE) or the terminal (TERM) asks for lines; nothing else is taken for a sign."""
    return env.get("ACCESSIBLE", "").casefold() not in _NO or not supports_escape_sequences(env)


def supports_escape_sequences(env: Mapping[str, str]) -> bool:
    """Tell whether the terminal does more with sequences of control characters than print them."""
    return env.get("TERM", "") not in _KNOW_NOTHING


def is_hung_up() -> bool:
    """Tell whether the window has closed: what waits for its line, or writes to it, would fail or hang."""
    import select

    poll = select.poll()
    poll.register(0, 0)
    signs = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(found & signs for _, found in poll.poll(0))


def redirect_to_devnull(*descriptors: int) -> None:
    """Nothing more is written there, not even at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in descriptors:
        os.dup2(nowhere, descriptor)
