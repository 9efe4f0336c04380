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
        loop.add_signal_handler(signal_number, _exit_handler(app, signal_number))
    loop.add_signal_handler(signal.SIGHUP, lambda: _hang_up(app))
    app.set_interval(WATCH_SECONDS, _check_terminal)
    # After `fg` Textual paints only the focused widget.
    app.app_resume_signal.subscribe(app, lambda _: app.refresh(layout=True))


def _exit_handler(app: App[None], signal_number: signal.Signals) -> Callable[[], None]:
    def leave() -> None:
        from threading import Timer

        deadline_timer = Timer(PATIENCE_SECONDS, _force_exit, (app, SIGNALLED + signal_number))
        deadline_timer.daemon = True
        deadline_timer.start()
        app.exit(return_code=SIGNALLED + signal_number)

    return leave


def _force_exit(app: App[None], code: int) -> None:
    """End the program although its shutdown hangs, after restoring the terminal."""
    with suppress(Exception):
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
