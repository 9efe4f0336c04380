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
With a screen reader or braille: ACCESSIBLE=1 protect-my-photos asks in lines, with numbers.
Nothing leaves this computer: the program opens no connection. (Only `check --links`,
which contributors use to look after addresses, asks the pages named in the content.)

Your answers and progress are kept in one file. PROTECT_MY_PHOTOS_STATE names another one.
`protect-my-photos COMMAND --help` says more about a command."""
INTERRUPTED = 130
NO_TERMINAL = (
    "The wizard asks its questions at a terminal, and there is none. Use `answer`, or `plan --answers FILE`; "
    "or feed the lines on purpose with --plain --script FILE.\n"
)
COLUMNS = 80
UNWRITABLE = (ENOSPC, EDQUOT, EFBIG, EIO)
"""What the system says when the output has nowhere to go."""


class _Parser(ArgumentParser):
    """Usage errors in one sentence, with the way to the help."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` says how.\n")


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse would load archive libraries to find that out."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


def _width() -> int:
    """The width for help: that of the environment or the terminal, 80 columns where neither tells."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns) - 2
    try:
        return (os.get_terminal_size(1).columns or COLUMNS) - 2
    except OSError:
        return COLUMNS - 2


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
    """The parser; only the commands that are named are declared, for help and for mistakes all of them."""
    parser = _Parser("protect-my-photos", description=DESCRIPTION, epilog=EPILOG, formatter_class=_Help)
    parser.add_argument("--version", action="version", version=f"protect-my-photos {__version__}")
    parser.add_argument("--state", metavar="FILE", default=None, help="the state file to use")
    parser.add_argument("--plain", action="store_true", help="the wizard in lines: for screen readers, braille, simple terminals")
    parser.add_argument("--script", metavar="FILE", help="with --plain: take what is typed from a file, or from a pipe with -")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    named = [name for name in COMMANDS if name in words]
    for name in named or COMMANDS:
        line = COMMANDS[name]
        command = commands.add_parser(name, help=line, description=f"{line[:1].upper()}{line[1:]}.", formatter_class=_Help)
        command.add_argument("--state", metavar="FILE", default=SUPPRESS, help="the state file to use")
        if named:
            import_module(f"wizard.commands.{name}").arguments(command)
    return parser


def _run(options: Namespace) -> int:
    if options.command is None:
        return _face(options)
    from .commands.desk import Desk

    desk = Desk(os.environ, options.state)
    try:
        return int(import_module(f"wizard.commands.{options.command}").run(options, desk))
    finally:
        desk.tell_notices()


def _face(options: Namespace) -> int:
    """The wizard in the face that was chosen. It asks only a person: at a terminal, or by a script that is named."""
    if options.script is not None and not options.plain:
        sys.stderr.write("--script feeds the line face: use it with --plain.\n")
        return 2
    from .plain.lines import is_spoken

    in_lines = options.plain or is_spoken(os.environ)
    drawn_on = 1 if in_lines or os.name == "nt" else 2
    if options.script is None and not (_is_terminal(0) and _is_terminal(drawn_on)):
        sys.stderr.write(NO_TERMINAL)
        return 2
    if in_lines:
        from .plain.run import run_in_lines

        return run_in_lines(options.state, options.script)
    from .tui.run import GO_ON_IN_LINES, run_full_screen

    code = run_full_screen(options.state)
    if code != GO_ON_IN_LINES:
        return code
    from .plain.run import run_in_lines

    return run_in_lines(options.state, numbers=True)


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
