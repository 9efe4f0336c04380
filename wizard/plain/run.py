"""Starting the conversation, and ending it with a sentence and an honest exit code."""

import os
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from wizard.content.content_loader import load_shipped_content
from wizard.core.sanitize import escape_line
from wizard.core.user_messages import exit_message
from wizard.errors import WizardError
from wizard.storage.session import Session
from wizard.storage.store import Store
from wizard.system.environment import clock, current_date, program_command, state_option, state_path
from wizard.system.terminal import prefers_line_mode, supports_escape_sequences

from .accessible_text import supports_unicode
from .conversation import Conversation
from .input_mode import ARROWS, LINES, NUMBERS, choose_input_mode
from .main_menu import run_main_menu
from .numbered_prompter import NumberedPrompter
from .prompter import ExitRequested, Prompter
from .signals import ending_on_signal, terminal_restored

INTERRUPTED = 130


def run_line_mode(state: str | None, script: str | None = None, *, numbers: bool = False) -> int:
    """Hold the conversation until the person leaves; the exit code. `script` names a file of typed lines, or - for a pipe.

    Raises WizardError when the state file or the script cannot be used.
    """
    session = Session(load_shipped_content(), Store(state_path(state, os.environ)), current_date(os.environ), clock(os.environ))
    usual = choose_input_mode(os.environ, session.settings.get(LINES))
    if script is not None:
        with _lines_of(script) as source:
            return _run_conversation(session, _numbers(source, echo=True), _restart_command(state, usual, usual))
    if not numbers and usual == ARROWS:
        from .cursor_support import CursorUnsupportedError
        from .questionary_prompter import QuestionaryPrompter, redraw_prompt

        try:
            arrows = QuestionaryPrompter(os.environ)
        except CursorUnsupportedError as error:
            sys.stdout.write(f"{error}\n")
        else:
            with terminal_restored(redraw_prompt):
                return _run_conversation(session, arrows, _restart_command(state, ARROWS, usual))
    return _run_conversation(session, _numbers(sys.stdin), _restart_command(state, NUMBERS, usual))


def _run_conversation(session: Session, teller: Prompter, again: str) -> int:
    talk = Conversation(session, teller, os.environ)
    code = 0
    with ending_on_signal():
        try:
            talk.show_notices()
            run_main_menu(talk)
        except ExitRequested:
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
    teller.say(*exit_message(again, kept=session.store.path.exists(), unfinished=talk.unfinished).splitlines())
    return code


def _restart_command(state: str | None, held: str, usual: str) -> str:
    """The words that start the conversation once more, in the same way."""
    named = state_option(state)
    program = program_command(sys.argv[0], os.environ)
    if prefers_line_mode(os.environ):
        return f"{program}{named}"
    numbers = held == NUMBERS != usual and sys.platform != "win32"
    return f"ACCESSIBLE=1 {program}{named}" if numbers else f"{program} --plain{named}"


def _numbers(source: TextIO, *, echo: bool = False) -> NumberedPrompter:
    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    letters = supports_unicode(os.environ, sys.stdout.encoding)
    clipboard = sys.stdout.isatty() and supports_escape_sequences(os.environ)
    return NumberedPrompter(
        source, sys.stdout, width=width, letters=letters, echo=echo, clipboard=clipboard, interactive=source.isatty()
    )


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
