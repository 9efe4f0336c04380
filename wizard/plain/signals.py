"""Handle signals: end with a final message, or suspend, and restore the terminal in both cases."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from wizard.system.terminal import is_hung_up, redirect_to_devnull

SIGNAL_EXIT_BASE = 128
ENDING_SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")
RESET_SEQUENCE = "\x1b[?25h\x1b[?2004l"
"""Show the cursor and turn bracketed paste off: the state in which a shell expects the terminal."""


@contextmanager
def ending_on_signal() -> Iterator[None]:
    """Turn signals that would end the process into SystemExit while the block runs."""
    numbers = [signal.Signals[name] for name in ENDING_SIGNALS if hasattr(signal, name)]
    previous_handlers = [(number, signal.signal(number, _raise_system_exit)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in previous_handlers:
            signal.signal(number, handler)


def _raise_system_exit(number: int, frame: object) -> None:  # noqa: ARG001 - the signature of signal handlers
    # After a hang-up, writing the final message would fail or block, so output is discarded.
    if number != signal.SIGTERM and is_hung_up():
        redirect_to_devnull(1, 2)
    raise SystemExit(SIGNAL_EXIT_BASE + number)


@contextmanager
def terminal_restored(redraw: Callable[[], None]) -> Iterator[None]:
    """Restore the terminal modes when the block ends or the process is suspended.

    `redraw` draws the prompt again after the process continues. Does nothing on Windows.
    """
    # Otherwise prompt_toolkit asks the terminal for the cursor position; an answer after the end appears as typed text.
    os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"
    if sys.platform == "win32":
        yield
        return
    import termios

    original_modes = termios.tcgetattr(0)

    def restore() -> None:
        with suppress(termios.error):  # the terminal itself may be gone
            termios.tcsetattr(0, termios.TCSANOW, original_modes)
        if sys.stdout.isatty():
            sys.stdout.write(RESET_SEQUENCE)
            sys.stdout.flush()

    def pause(number: int, frame: object) -> None:  # noqa: ARG001 - the signature of signal handlers
        prompt_modes = termios.tcgetattr(0)
        restore()
        os.kill(os.getpid(), signal.SIGSTOP)  # SIGTSTP is handled here and would not stop the process
        termios.tcsetattr(0, termios.TCSANOW, prompt_modes)
        redraw()

    previous_handler = signal.signal(signal.SIGTSTP, pause)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, previous_handler)
        restore()


def redraw_prompt() -> None:
    """Draw the prompt at the cursor again, after the shell has written to the terminal."""
    from prompt_toolkit.application import get_app_or_none

    application = get_app_or_none()
    if application:
        application.renderer.reset()
        application.output.enable_bracketed_paste()
        application.invalidate()
