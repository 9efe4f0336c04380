"""Ends and pauses that nobody typed: signals. The conversation ends with its last words, and the terminal is given back."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from wizard.system.terminal import is_hung_up, redirect_to_devnull

SIGNALLED = 128
ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")
AT_REST = "\x1b[?25h\x1b[?2004l"
"""The cursor shown, and pasted text no longer marked: how a terminal is when nobody has changed it."""


@contextmanager
def ending_on_signal() -> Iterator[None]:
    """While the conversation is held, a signal that would end the program ends the conversation."""
    numbers = [signal.Signals[name] for name in ENDING if hasattr(signal, name)]
    before = [(number, signal.signal(number, _end)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _end(number: int, frame: object) -> None:  # noqa: ARG001 - as signals are handled
    if number != signal.SIGTERM and is_hung_up():
        redirect_to_devnull(1, 2)
    raise SystemExit(SIGNALLED + number)


@contextmanager
def terminal_restored(woken: Callable[[], None]) -> Iterator[None]:
    """Give the terminal back as it was, whatever ends the conversation or stops it for a while; `woken` draws again."""
    os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"
    if sys.platform == "win32":
        yield
        return
    import termios

    before = termios.tcgetattr(0)

    def restore() -> None:
        with suppress(termios.error):  # the terminal itself may be gone
            termios.tcsetattr(0, termios.TCSANOW, before)
        if sys.stdout.isatty():
            sys.stdout.write(AT_REST)
            sys.stdout.flush()

    def pause(number: int, frame: object) -> None:  # noqa: ARG001 - as signals are handled
        drawing = termios.tcgetattr(0)
        restore()
        os.kill(os.getpid(), signal.SIGSTOP)
        termios.tcsetattr(0, termios.TCSANOW, drawing)
        woken()

    stopping = signal.signal(signal.SIGTSTP, pause)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, stopping)
        restore()
