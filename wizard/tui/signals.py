"""Ways to end that Textual does not see to: signals and a closed terminal.

State is saved with every answer and mark, so ending is only about the terminal and an honest exit code.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.system.terminal import is_hung_up

if TYPE_CHECKING:
    from .app import WizardApp

WATCH_SECONDS = 1.0
LEAVING_SECONDS = 2.0
PATIENCE_SECONDS = 5.0
SIGNALLED = 128


def handle_signals(app: "WizardApp") -> None:
    """End cleanly on the signals of this system, and notice when the terminal is gone."""
    if sys.platform == "win32" or app.is_headless:
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGQUIT, signal.SIGINT):
        loop.add_signal_handler(number, _exit_handler(app, number))
    loop.add_signal_handler(signal.SIGHUP, lambda: _hang_up(app))
    app.set_interval(WATCH_SECONDS, _watch)
    # After `fg` Textual paints the focused widget only.
    app.app_resume_signal.subscribe(app, lambda _: app.refresh(layout=True))


def _exit_handler(app: "WizardApp", number: signal.Signals) -> Callable[[], None]:
    def leave() -> None:
        from threading import Timer

        patience = Timer(PATIENCE_SECONDS, _end_anyway, (app, SIGNALLED + number))
        patience.daemon = True
        patience.start()
        app.exit(return_code=SIGNALLED + number)

    return leave


def _end_anyway(app: "WizardApp", code: int) -> None:
    """A signal ends the program even where its shutdown waits for ever; the terminal is given back first."""
    with suppress(Exception):
        if app._driver is not None:
            app._driver.stop_application_mode()
    os._exit(code)


def _hang_up(app: "WizardApp") -> None:
    """Leave a terminal that is still there as it was; one that is closing, or closes meanwhile, must not be waited for."""
    from threading import Timer

    _watch()
    patience = Timer(LEAVING_SECONDS, _exit_now)
    patience.daemon = True
    patience.start()
    app.exit(return_code=SIGNALLED + signal.SIGHUP)


def _watch() -> None:
    """When the terminal has closed, leaving the usual way would hang for ever."""
    if is_hung_up():
        _exit_now()


def _exit_now() -> None:
    os._exit(SIGNALLED + signal.SIGHUP)
