"""What the terminal can do, whether it is still open, and how to discard output."""

import os
import sys
from collections.abc import Mapping

_NO = ("", "0", "false", "no")
_WITHOUT_SEQUENCES = ("dumb", "unknown") if sys.platform == "win32" else ("", "dumb", "unknown")
"""Values of TERM for terminals that print escape sequences. On Windows TERM is usually not set, and all understand them."""


def prefers_line_mode(env: Mapping[str, str]) -> bool:
    """Return True if the user (ACCESSIBLE) or the terminal (TERM) asks for line mode. Nothing else counts."""
    return env.get("ACCESSIBLE", "").casefold() not in _NO or not supports_escape_sequences(env)


def supports_escape_sequences(env: Mapping[str, str]) -> bool:
    """Return True if the terminal interprets escape sequences instead of printing them."""
    return env.get("TERM", "") not in _WITHOUT_SEQUENCES


def is_hung_up() -> bool:
    """Return True if the terminal window was closed: reading from it or writing to it would fail or hang. POSIX only."""
    import select

    poll = select.poll()
    poll.register(0, 0)
    closed = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(events & closed for _, events in poll.poll(0))


def redirect_to_devnull(*descriptors: int) -> None:
    """Redirect the descriptors to the null device, so that flushing at exit cannot fail."""
    null_device = os.open(os.devnull, os.O_WRONLY)
    for descriptor in descriptors:
        os.dup2(null_device, descriptor)
