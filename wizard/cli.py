"""The front door: reads the command line, chooses a command or a face, turns errors into sentences and exit codes."""

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from errno import EDQUOT, EFBIG, EIO, ENOSPC
from importlib import import_module
from typing import NoReturn

from . import __version__
from .core.clean import clean
from .errors import WizardError

COMMANDS = {
    "answer": "record answers without the wizard",
    "plan": "print your action plan, or save it",
    "status": "where you stand, what is due, what is next",
    "mark": "record what you did or what came back",
    "letter": "write an objection, a follow-up, a complaint, a request",
    "calendar": "write due dates and re-check dates to a calendar file",
    "why": "why a step is in your plan",
    "learn": "background and common questions; a word finds them",
    "countries": "find a place, and see what holds there",
    "state": "see, copy, merge or remove what is stored",
    "check": "check the content files (for contributors)",
}
DESCRIPTION = """\
Keep your photos out of Meta's AI: a guide for your country and your habits,
and a plan that you can finish over several sittings."""
EPILOG = """\
Start without a command for the wizard in full screen; it goes on where you stopped.
Nothing leaves this computer: the program opens no connection. (Only `check --links`,
which contributors use to look after addresses, asks the pages named in the content.)

Your answers and progress are kept in one file. PROTECT_MY_PHOTOS_STATE names another one.
`protect-my-photos COMMAND --help` says more about a command."""
INTERRUPTED = 130
UNWRITABLE = (ENOSPC, EDQUOT, EFBIG, EIO)
"""What the system says when the output has nowhere to go."""


class _Parser(ArgumentParser):
    """Usage errors in one sentence, with the way to the help."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` says how.\n")


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
        _fall_silent()  # whoever read our output has seen enough
        return 0
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        _fall_silent()
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
        try:
            options = _parser(words).parse_args(words)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 0
        return _run(options)
    finally:
        sys.stdout.flush()


def _fall_silent() -> None:
    """Nothing more may be written to standard output, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(words: list[str]) -> ArgumentParser:
    """The parser; only the command that is named loads its module."""
    parser = _Parser("protect-my-photos", description=DESCRIPTION, epilog=EPILOG, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"protect-my-photos {__version__}")
    parser.add_argument("--state", metavar="FILE", default=None, help="the state file to use")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, line in COMMANDS.items():
        command = commands.add_parser(name, help=line, description=f"{line[:1].upper()}{line[1:]}.")
        command.add_argument("--state", metavar="FILE", default=SUPPRESS, help="the state file to use")
        if name in words:
            import_module(f"wizard.commands.{name}").arguments(command)
    return parser


def _run(options: Namespace) -> int:
    if options.command is None:
        return _full_screen(options)
    from .commands.desk import Desk

    desk = Desk(os.environ, options.state)
    try:
        return int(import_module(f"wizard.commands.{options.command}").run(options, desk))
    finally:
        desk.tell_notices()


def _full_screen(options: Namespace) -> int:
    """The wizard. Never without a terminal to draw on and to listen to: there it would spin for ever."""
    drawn_on = 1 if os.name == "nt" else 2
    if not (_is_terminal(0) and _is_terminal(drawn_on)):
        sys.stderr.write(
            "The wizard needs a terminal to ask its questions. Use `answer`, `plan` and `status` without one, or see --help.\n"
        )
        return 2
    if os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt":
        sys.stderr.write("This terminal cannot show the full screen (TERM). Use `answer`, `plan` and `status`, or see --help.\n")
        return 2
    from .tui.run import run_full_screen

    return run_full_screen(options.state)


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
