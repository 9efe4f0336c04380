"""Starting the conversation, and ending it with a sentence and an honest exit code."""

import os
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from wizard.core.clean import escape_line
from wizard.core.sentences import farewell
from wizard.errors import WizardError
from wizard.services.library import shipped
from wizard.services.places import called, clock, state_option, state_path, today
from wizard.services.session import Session
from wizard.services.store import Store
from wizard.services.terminal import is_spoken, knows_sequences

from .ending import heeding, restoring
from .lines import ARROWS, LINES, NUMBERS, way
from .menu import conversation
from .numbers import Numbers
from .spoken import knows_letters
from .talk import Talk
from .teller import Leave, Teller

INTERRUPTED = 130


def run_in_lines(state: str | None, script: str | None = None, *, numbers: bool = False) -> int:
    """Hold the conversation until the person leaves; the exit code. `script` names a file of typed lines, or - for a pipe.

    Raises WizardError when the state file or the script cannot be used.
    """
    session = Session(shipped(), Store(state_path(state, os.environ)), today(os.environ), clock(os.environ))
    usual = way(os.environ, session.settings.get(LINES))
    if script is not None:
        with _lines_of(script) as source:
            return _held(session, _numbers(source, echo=True), _again(state, usual, usual))
    if not numbers and usual == ARROWS:
        from .arrows import Arrows, drawn_again
        from .screen import NoArrowsError

        try:
            arrows = Arrows(os.environ)
        except NoArrowsError as error:
            sys.stdout.write(f"{error}\n")
        else:
            with restoring(drawn_again):
                return _held(session, arrows, _again(state, ARROWS, usual))
    return _held(session, _numbers(sys.stdin), _again(state, NUMBERS, usual))


def _held(session: Session, teller: Teller, again: str) -> int:
    talk = Talk(session, teller, os.environ)
    code = 0
    with heeding():
        try:
            talk.tell_notices()
            conversation(talk)
        except Leave:
            pass
        except WizardError as error:  # what was not tried where it could fail still ends with the last words
            teller.say(escape_line(str(error)))
            code = 1
        except KeyboardInterrupt:
            teller.say("")
            code = INTERRUPTED
        except SystemExit as end:
            teller.say("")
            code = end.code if isinstance(end.code, int) else 1
    teller.say(*farewell(again, kept=session.store.path.exists(), unfinished=talk.unfinished).splitlines())
    return code


def _again(state: str | None, held: str, usual: str) -> str:
    """The words that start the conversation once more, in the same way."""
    named = state_option(state)
    program = called(sys.argv[0], os.environ)
    if is_spoken(os.environ):
        return f"{program}{named}"
    numbers = held == NUMBERS != usual and sys.platform != "win32"
    return f"ACCESSIBLE=1 {program}{named}" if numbers else f"{program} --plain{named}"


def _numbers(source: TextIO, *, echo: bool = False) -> Numbers:
    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    letters = knows_letters(os.environ, sys.stdout.encoding)
    clipboard = sys.stdout.isatty() and knows_sequences(os.environ)
    return Numbers(source, sys.stdout, width=width, letters=letters, echo=echo, clipboard=clipboard, interactive=source.isatty())


def _lines_of(script: str) -> TextIO:
    """The typed lines of a script."""
    if script == "-" and sys.stdin is None:
        raise WizardError("There is nothing to read from: the input is closed.", "Name a file of typed lines, or a pipe.")
    if script == "-":
        return open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)
    try:
        return Path(script).open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise WizardError(
            f"{script} cannot be read: {error.strerror}.", "Name a file of typed lines, or - for a pipe."
        ) from error
