"""The front door: reads the command line, chooses a command or a face, turns errors into sentences and exit codes."""

import os
import sys
from contextlib import suppress
from errno import EDQUOT, EFBIG, EIO, ENOSPC
from importlib import import_module
from typing import TYPE_CHECKING

from .core.clean import clean
from .errors import WizardError
from .services.terminal import fall_silent, is_spoken

if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED = 130
NO_TERMINAL = (
    "The wizard asks its questions at a terminal, and there is none. Use `answer`, or `plan --answers FILE`; "
    "or feed the lines on purpose with --plain --script FILE.\n"
)
UNWRITABLE = (ENOSPC, EDQUOT, EFBIG, EIO)
"""What the system says when the output has nowhere to go."""


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 could not be done, 2 wrong usage, 130 interrupted."""
    _prepare_streams()
    try:
        return _to_the_end(sys.argv[1:] if argv is None else argv)
    except WizardError as error:
        sys.stderr.write(f"{clean(str(error))}\n")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        fall_silent(sys.stdout.fileno())  # whoever read our output has seen enough
        return 0
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        fall_silent(sys.stdout.fileno())
        with suppress(OSError):  # where that fails too, nobody is there to be told
            sys.stderr.write(f"The output could not be written: {error.strerror}. Send it somewhere else, or make room.\n")
        return 1


def _prepare_streams() -> None:
    """What a stream cannot encode becomes “?”; a stream that the caller closed swallows what it is told."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end, without pathlib
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _to_the_end(words: list[str]) -> int:
    """Run until all output is handed over; argparse ends by itself after help and wrong usage."""
    try:
        if not words:
            return _face()  # most people start so: there is nothing to parse
        from .commands.parser import parser

        try:
            options = parser(words).parse_args(words)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 0
        return _run(options)
    finally:
        sys.stdout.flush()


def _run(options: "Namespace") -> int:
    if options.command is None:
        return _chosen_face(options)
    from .commands.desk import Desk

    desk = Desk(os.environ, options.state)
    try:
        return int(import_module(f"wizard.commands.{options.command}").run(options, desk))
    finally:
        desk.tell_notices()


def _chosen_face(options: "Namespace") -> int:
    if options.script is not None and not options.plain:
        sys.stderr.write("--script feeds the line face: use it with --plain.\n")
        return 2
    return _face(options.state, options.script, plain=options.plain)


def _face(state: str | None = None, script: str | None = None, *, plain: bool = False) -> int:
    """The wizard in the face that was chosen. It asks only a person: at a terminal, or by a script that is named."""
    in_lines = plain or is_spoken(os.environ)
    drawn_on = 1 if in_lines or os.name == "nt" else 2
    if script is None and not (_is_terminal(0) and _is_terminal(drawn_on)):
        sys.stderr.write(NO_TERMINAL)
        return 2
    if in_lines:
        from .plain.run import run_in_lines

        return run_in_lines(state, script)
    from .tui.run import GO_ON_IN_LINES, run_full_screen

    code = run_full_screen(state)
    if code != GO_ON_IN_LINES:
        return code
    from .plain.run import run_in_lines

    return run_in_lines(state, numbers=True)


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
