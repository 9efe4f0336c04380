"""Start the full screen quickly, and end it with the right exit code."""

import gc
import os
import sys
from codecs import getincrementaldecoder
from functools import partial

from wizard.content.content_loader import load_shipped_content
from wizard.content.language_choice import language_option
from wizard.core.sanitize import escape_line
from wizard.storage.people import chosen_state_path, start_option
from wizard.storage.session import MERGE_ON_PAGE, Session
from wizard.storage.store import Store
from wizard.system.environment import clock, current_date, program_command
from wizard.system.private_files import remove_letters
from wizard.views.user_messages import exit_message

GO_ON_IN_LINES = -1
"""Returned instead of an exit code: the user chose to continue in line mode."""


def run_full_screen(state: str | None, person: str | None = None, lang: str | None = None) -> int:
    """Run the wizard until the user leaves, and return the exit code. `lang` is the language that was named for this run.

    Raises WizardError if the state file cannot be used.
    """
    # Objects created during start-up live as long as the program, so collecting garbage only costs time here.
    # The app freezes them and enables the collector again once the first screen is shown (`WizardApp.on_ready`).
    gc.disable()
    if not os.environ.get("NO_COLOR", "unset"):
        del os.environ["NO_COLOR"]  # by convention an empty NO_COLOR has no effect, but Textual only tests whether it is set
    _ignore_toolkit_variables()
    remove_letters()
    store = Store(chosen_state_path(state, person, os.environ))
    session = Session(load_shipped_content(), store, current_date(os.environ), clock(os.environ), MERGE_ON_PAGE, person)
    # Textual reads its environment variables while it is imported, and importing it takes the largest part of the
    # start. So it is imported here: after the variables are cleaned, and after the session is open, because an
    # unusable state file should be reported without that wait.
    from .app import WizardApp

    _accept_any_bytes()
    app = WizardApp(session, os.environ)
    app.asks_for_person = not session.person
    app.run()
    while app.is_restarting:
        session.use_library(load_shipped_content())
        app = WizardApp(session, os.environ)
        app.run()
    if app.crash_cause is not None:
        saved = str(session.store.path) if session.store.path.exists() else ""
        sys.stderr.write(f"{escape_line(_crash_line(app.crash_cause, saved))}\n")
        return 1
    if app.in_lines:
        return GO_ON_IN_LINES
    again = f"{program_command(sys.argv[0], os.environ)}{start_option(state, session.person)}{language_option(lang)}"
    sys.stderr.write(f"{exit_message(again, kept=session.store.path.exists(), unfinished=app.lost)}\n")
    return app.return_code or 0


def _accept_any_bytes() -> None:
    """Decode bytes that are not UTF-8 as U+FFFD; Textual stops reading keys at the first of them.

    https://github.com/Textualize/textual/issues/6456
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    linux_driver.getincrementaldecoder = lambda encoding: partial(getincrementaldecoder(encoding), "replace")  # type: ignore[attr-defined]


def _crash_line(error: BaseException, saved: str) -> str:
    """Return the line about an error that ended the full screen."""
    from wizard.system.crash_report import report_crash

    return report_crash(error, saved, sys.argv[1:])


def _ignore_toolkit_variables() -> None:
    """Remove the variables that make Textual press keys, write a log or screenshots, or open a connection."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
