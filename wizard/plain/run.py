"""Start line mode, choose its prompter, and end with a final message and an exit code."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from wizard.content.content_loader import load_shipped_content
from wizard.content.language_choice import language_option
from wizard.errors import WizardError
from wizard.storage.people import chosen_state_path, start_option
from wizard.storage.session import MERGE_ON_PAGE, Session
from wizard.storage.store import Store
from wizard.system.environment import clock, current_date, program_command
from wizard.system.private_files import remove_letters
from wizard.system.terminal import prefers_line_mode, supports_escape_sequences
from wizard.views.error_messages import error_text
from wizard.views.settings import ARROWS, LINES, NUMBERS
from wizard.views.user_messages import exit_message

from .accessible_text import supports_unicode
from .conversation import Conversation
from .main_menu import run_main_menu
from .numbered_prompter import NumberedPrompter
from .prompter import ExitRequested, Prompter
from .signals import ending_on_signal, redraw_prompt, terminal_restored

INTERRUPTED = 130


def run_line_mode(
    state: str | None, script: str | None = None, *, numbers: bool = False, person: str | None = None, lang: str | None = None
) -> int:
    """Run line mode until the user leaves; return the exit code.

    `script` names a file of typed lines, or is "-" for a pipe. `numbers` forces numbered prompts.
    `lang` is the language that was named for this run.
    Raises WizardError if the state file or the script cannot be used.
    """
    remove_letters()
    store = Store(chosen_state_path(state, person, os.environ))
    session = Session(load_shipped_content(), store, current_date(os.environ), clock(os.environ), MERGE_ON_PAGE, person)
    default_mode = choose_input_mode(os.environ, session.settings.get(LINES))
    if script is not None:
        with _open_script(script) as script_file:
            prompter = _build_numbered_prompter(script_file, echo=True)
            return _run_conversation(session, prompter, _restart_command(default_mode, default_mode), state, lang)
    if not numbers and default_mode == ARROWS:
        from .cursor_support import CursorUnsupportedError
        from .questionary_prompter import QuestionaryPrompter

        try:
            arrows = QuestionaryPrompter(os.environ)
        except CursorUnsupportedError as error:
            sys.stdout.write(f"{error}\n")
        else:
            with terminal_restored(redraw_prompt):
                return _run_conversation(session, arrows, _restart_command(ARROWS, default_mode), state, lang)
    numbered = _build_numbered_prompter(sys.stdin)
    return _run_conversation(session, numbered, _restart_command(NUMBERS, default_mode), state, lang)


def choose_input_mode(env: Mapping[str, str], stored: object) -> str:
    """Return NUMBERS or ARROWS.

    Numbers are chosen if the environment asks for accessible output or has a simple terminal, or if they are set.
    """
    return NUMBERS if prefers_line_mode(env) or stored == NUMBERS else ARROWS


def _run_conversation(
    session: Session, prompter: Prompter, restart_command: str, state: str | None = None, lang: str | None = None
) -> int:
    conversation = Conversation(session, prompter, os.environ, asks_for_person=not session.person)
    code = 0
    with ending_on_signal():
        try:
            conversation.show_notices()
            run_main_menu(conversation)
        except ExitRequested:
            pass
        except WizardError as error:  # an error that no page reported must not prevent the final message
            prompter.say(error_text(error))
            code = 1
        except KeyboardInterrupt:
            prompter.say("")
            code = INTERRUPTED
        except SystemExit as end:
            prompter.say("")
            code = end.code if isinstance(end.code, int) else 1
    again = f"{restart_command}{start_option(state, session.person)}{language_option(lang)}"
    prompter.say(*exit_message(again, kept=session.store.path.exists(), unfinished=conversation.unfinished).splitlines())
    return code


def _restart_command(mode: str, default_mode: str) -> str:
    """Return the command that starts line mode again with the same prompts; the option for the state file is not in it."""
    program = program_command(sys.argv[0], os.environ)
    if prefers_line_mode(os.environ):
        return program
    needs_variable = mode == NUMBERS != default_mode and sys.platform != "win32"
    return f"ACCESSIBLE=1 {program}" if needs_variable else f"{program} --plain"


def _build_numbered_prompter(source: TextIO, *, echo: bool = False) -> NumberedPrompter:
    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    unicode = supports_unicode(os.environ, sys.stdout.encoding)
    clipboard = sys.stdout.isatty() and supports_escape_sequences(os.environ)
    return NumberedPrompter(
        source, sys.stdout, width=width, unicode=unicode, echo=echo, clipboard=clipboard, interactive=source.isatty()
    )


def _open_script(script: str) -> TextIO:
    """Open the script for reading.

    Raises WizardError if it cannot be read.
    """
    if script == "-" and sys.stdin is None:
        raise WizardError("script-input-closed")
    if script == "-":
        return open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)
    try:
        return Path(script).open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise WizardError("file-not-read", hint="name-a-script", path=script, reason=error.strerror) from error
