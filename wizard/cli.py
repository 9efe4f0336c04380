"""The front door: reads the command line, chooses a command or a face, turns errors into sentences and exit codes."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from wizard.core.sanitize import escape_line
from wizard.system.crash import crash_message, is_output_error
from wizard.system.terminal import prefers_line_mode, redirect_to_devnull

from .errors import WizardError

if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED = 130
NO_TERMINAL = (
    "The wizard asks its questions at a terminal, and there is none. Use `answer`, or `plan --answers FILE`; "
    "or feed the lines on purpose with --plain --script FILE.\n"
)
SHORTEST_STATE = len("--st")
"""The shortest beginning of `--state` that can mean nothing else."""


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 could not be done, 2 wrong usage, 130 interrupted."""
    words = sys.argv[1:] if argv is None else argv
    try:
        _prepare_streams()
        return _dispatch(words)
    except WizardError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        redirect_to_devnull(sys.stdout.fileno())  # whoever read our output has seen enough
        return 0
    except Exception as error:  # noqa: BLE001 - the last door for every command and face
        return _stop(error, words)


def _stop(error: Exception, words: Sequence[str]) -> int:
    """Say that the output could not be written, or that something happened which nobody expected."""
    if isinstance(error, OSError) and is_output_error(error):
        redirect_to_devnull(sys.stdout.fileno())
        reason = os.strerror(error.errno or 0)
        return _refuse(f"The output could not be written: {reason}. Send it somewhere else, or make room.")
    if isinstance(error, MemoryError):
        error.__traceback__ = None  # it holds on to all that filled the memory
    return _refuse(crash_message(error, _saved_in(words)))


def _refuse(line: str) -> int:
    """Say in one line why it could not be done, and return the exit code for that."""
    with suppress(OSError, ValueError):  # where nobody can be told, the exit code tells
        sys.stderr.write(f"{escape_line(line)}\n")
        sys.stderr.flush()
    return 1


def _saved_in(words: Sequence[str]) -> str:
    """Return the path of the state file, or "" if it cannot be told or is not there."""
    named = ""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        option, sign, value = word.partition("=")
        if len(option) >= SHORTEST_STATE and "--state".startswith(option):
            named = value if sign else following
    with suppress(Exception):  # whatever stopped the program may stop this too
        from wizard.system.environment import state_path

        path = state_path(named, os.environ)
        return str(path) if path.exists() else ""
    return ""


def _prepare_streams() -> None:
    """What a stream cannot encode becomes “?”; a stream that the caller closed swallows what it is told."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end, without pathlib
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _dispatch(words: list[str]) -> int:
    """Run until all output is handed over; argparse ends by itself after help and wrong usage."""
    try:
        if not words:
            return _run_wizard()  # most people start so: there is nothing to parse
        from wizard.commands.parser import build_parser

        try:
            options = build_parser(words).parse_args(words)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 0
        return _run(options)
    finally:
        sys.stdout.flush()


def _run(options: "Namespace") -> int:
    if options.command is None:
        return _run_chosen_front_end(options)
    from wizard.commands.context import CommandContext

    desk = CommandContext(os.environ, options.state)
    try:
        return int(import_module(f"wizard.commands.{options.command}").run(options, desk))
    finally:
        desk.print_notices()


def _run_chosen_front_end(options: "Namespace") -> int:
    if options.script is not None and not options.plain:
        sys.stderr.write("--script feeds the line face: use it with --plain.\n")
        return 2
    return _run_wizard(options.state, options.script, plain=options.plain)


def _run_wizard(state: str | None = None, script: str | None = None, *, plain: bool = False) -> int:
    """The wizard in the face that was chosen. It asks only a person: at a terminal, or by a script that is named."""
    in_lines = plain or prefers_line_mode(os.environ)
    drawn_on = 1 if in_lines or os.name == "nt" else 2
    if script is None and not (_is_terminal(0) and _is_terminal(drawn_on)):
        sys.stderr.write(NO_TERMINAL)
        return 2
    if in_lines:
        from wizard.plain.run import run_line_mode

        return run_line_mode(state, script)
    from wizard.tui.run import GO_ON_IN_LINES, run_full_screen

    code = run_full_screen(state)
    if code != GO_ON_IN_LINES:
        return code
    from wizard.plain.run import run_line_mode

    return run_line_mode(state, numbers=True)


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
