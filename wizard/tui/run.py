"""Starting the full screen quickly, and ending it with an honest exit code."""

import gc
import os
import shlex
import sys

from wizard.core.sentences import farewell
from wizard.services.library import shipped
from wizard.services.places import called, state_path, today
from wizard.services.session import Session
from wizard.services.store import Store

from .ending import confession

GO_ON_IN_LINES = -1
"""No exit code: the person chose the line face, which goes on where this one stopped."""


def run_full_screen(state: str | None) -> int:
    """Run the wizard until the person leaves; the exit code. Raises WizardError when the state file cannot be used."""
    # Nothing that is made while starting can be garbage: the app collects again when the first screen stands.
    gc.disable()
    if not os.environ.get("NO_COLOR", "unset"):
        del os.environ["NO_COLOR"]  # empty means that colours are welcome; Textual takes it for a no
    session = Session(shipped(), Store(state_path(state, os.environ)), today(os.environ))
    from .app import WizardApp
    from .driver import accept_any_bytes

    accept_any_bytes()
    app = WizardApp(session, os.environ)
    app.run()
    if app.broken_by is not None:
        sys.stderr.write(confession(app.broken_by, str(session.store.path)))
        return 1
    if app.in_lines:
        return GO_ON_IN_LINES
    named = f" --state {shlex.quote(state)}" if state else ""
    again = f"{called(sys.argv[0], os.environ)}{named}"
    sys.stderr.write(f"{farewell(again, kept=session.store.path.exists())}\n")
    return app.return_code or 0
