"""Ways to end that Textual does not see to: signals, a closed terminal, a mistake of ours.

State is saved with every answer and mark, so ending is only about the terminal and an honest exit code.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .app import WizardApp

WATCH_SECONDS = 1.0
SIGNALLED = 128


def listen(app: "WizardApp") -> None:
    """End cleanly on the signals of this system, and notice when the terminal is gone."""
    if sys.platform == "win32" or app.is_headless:
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGQUIT, signal.SIGINT):
        loop.add_signal_handler(number, _leaver(app, number))
    loop.add_signal_handler(signal.SIGHUP, lambda: os._exit(SIGNALLED + signal.SIGHUP))
    app.set_interval(WATCH_SECONDS, _watcher())
    # After `fg` Textual paints the focused widget only.
    app.app_resume_signal.subscribe(app, lambda _: app.refresh(layout=True))


def _leaver(app: "WizardApp", number: signal.Signals) -> Callable[[], None]:
    return lambda: app.exit(return_code=SIGNALLED + number)


def _watcher() -> Callable[[], None]:
    """A look at the keyboard's line: when the terminal has closed, leaving the usual way would hang for ever."""
    import select

    poll = select.poll()
    poll.register(0, 0)
    gone = select.POLLHUP | select.POLLERR | select.POLLNVAL

    def look() -> None:
        if any(found & gone for _, found in poll.poll(0)):
            os._exit(SIGNALLED + signal.SIGHUP)

    return look


def confession(error: BaseException, state: str) -> str:
    """What to say when the program broke: where, and nothing of what the person typed."""
    ours = Path(__file__).parents[1]
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(ours)]
    where = f"{Path(frames[-1].filename).relative_to(ours)}:{frames[-1].lineno}" if frames else "unknown"
    return (
        f"The program stopped because of a mistake in it ({type(error).__name__} at {where}).\n"
        f"Your answers and progress are saved in {state}. Start it again to go on.\n"
    )
