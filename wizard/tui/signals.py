"""Handle what Textual does not: signals that end the program, and a closed terminal.

The state file is saved with every answer and event, so only the terminal and the exit code matter here.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from textual.app import App

from wizard.system.terminal import is_hung_up

WATCH_SECONDS = 1.0
LEAVING_SECONDS = 2.0
PATIENCE_SECONDS = 5.0
SIGNALLED = 128


def handle_signals(app: App[None]) -> None:
    """Exit cleanly on the signals of this system, and exit when the terminal is closed."""
    if sys.platform == "win32" or app.is_headless:
        return
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGTERM, signal.SIGQUIT, signal.SIGINT):
        _call_on_signal(loop, signal_number, _exit_handler(app, signal_number))
    _call_on_signal(loop, signal.SIGHUP, lambda: _hang_up(app))
    app.set_interval(WATCH_SECONDS, _check_terminal)
    _pause_between_callbacks(app, loop)
    # After `fg` Textual paints only the focused widget.
    app.app_resume_signal.subscribe(app, lambda _: app.refresh(layout=True))


def _call_on_signal(loop: asyncio.AbstractEventLoop, number: signal.Signals, callback: Callable[[], None]) -> None:
    """Call a function from the event loop when a signal arrives.

    asyncio learns of a signal only from a byte in the pipe that wakes it, and around a pause (SIGSTOP, SIGCONT) a byte was
    seen to get lost, and the signal with it. Python's own handler runs at the latest when the loop wakes for the next timer,
    and `_check_terminal` is called every second.
    """
    loop.add_signal_handler(number, lambda: None)  # sets up the pipe, so that the loop wakes at once
    signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(callback))


def _pause_between_callbacks(app: App[None], loop: asyncio.AbstractEventLoop) -> None:
    """Let SIGTSTP give the terminal back from the event loop instead of from within the signal handler.

    Giving it back writes to the queue of Textual's writer thread. If the signal arrives while the main thread is putting a
    frame into that queue, it holds the lock of the queue, and a handler that writes would wait for it for ever.
    """
    from textual.drivers.linux_driver import LinuxDriver

    driver, is_pending = app._driver, False
    if not isinstance(driver, LinuxDriver):
        return

    def pause() -> None:
        nonlocal is_pending
        driver._sigtstp_application()
        is_pending = False

    def handle(_number: int, _frame: object) -> None:
        nonlocal is_pending
        if not driver._auto_restart:  # an editor has the terminal and blocks the loop: only the process has to stop
            driver._sigtstp_application()
        elif not is_pending:
            is_pending = True
            loop.call_soon_threadsafe(pause)

    signal.signal(signal.SIGTSTP, handle)


def _exit_handler(app: App[None], signal_number: signal.Signals) -> Callable[[], None]:
    """Return a handler that ends the app, and the process if the app does not end in time."""

    def leave() -> None:
        from threading import Timer

        deadline_timer = Timer(PATIENCE_SECONDS, _force_exit, (app, SIGNALLED + signal_number))
        deadline_timer.daemon = True
        deadline_timer.start()
        app.exit(return_code=SIGNALLED + signal_number)

    return leave


def _force_exit(app: App[None], code: int) -> None:
    """End the program although its shutdown hangs, after restoring the terminal."""
    with suppress(Exception):  # whatever the terminal refuses: the process must end, with the code of the signal
        if app._driver is not None:
            app._driver.stop_application_mode()
    os._exit(code)


def _hang_up(app: App[None]) -> None:
    """Restore a terminal that still exists, but wait at most LEAVING_SECONDS for one that is closing."""
    from threading import Timer

    _check_terminal()
    deadline_timer = Timer(LEAVING_SECONDS, _exit_now)
    deadline_timer.daemon = True
    deadline_timer.start()
    app.exit(return_code=SIGNALLED + signal.SIGHUP)


def _check_terminal() -> None:
    """Exit at once if the terminal is closed: the normal shutdown would hang for ever."""
    if is_hung_up():
        _exit_now()


def _exit_now() -> None:
    os._exit(SIGNALLED + signal.SIGHUP)
