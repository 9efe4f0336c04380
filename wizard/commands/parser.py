"""The command line: all commands with their summaries, and a parser that declares only the commands that are named."""

import os
from argparse import SUPPRESS, Action, ArgumentError, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from wizard import __version__
from wizard.core.sanitize import sanitize_line
from wizard.i18n import N_, MessageTable, _

from .argparse_messages import translate_argparse

COMMANDS = MessageTable(
    {
        "answer": N_("record answers without the wizard"),
        "plan": N_("print your action plan, or save it"),
        "status": N_("show where you stand, what is due and what is next"),
        "mark": N_("record what you did or what came back"),
        "letter": N_("write an objection, a follow-up, a complaint, a request"),
        "audit": N_("see what a data export from Meta shows"),
        "calendar": N_("write due dates and re-check dates to a calendar file"),
        "search": N_("find a step, letter or text by your own words"),
        "show": N_("show one step: its taps, links, limits and sources"),
        "why": N_("explain why a step is in your plan"),
        "learn": N_("read background and common questions; a word finds them"),
        "countries": N_("find a place, and see which rules apply there"),
        "state": N_("see, copy, merge or remove what is stored"),
        "completion": N_("print what your shell needs to complete words"),
        "check": N_("check the content files (for contributors)"),
        "help": N_("explain what a command does and takes"),
        "version": N_("print the version"),
    }
)
"""What each command does, as it is said in the list of commands."""
COMMAND_SENTENCES = MessageTable(
    {
        "answer": N_("Record answers without the wizard."),
        "plan": N_("Print your action plan, or save it."),
        "status": N_("Show where you stand, what is due and what is next."),
        "mark": N_("Record what you did or what came back."),
        "letter": N_("Write an objection, a follow-up, a complaint, a request."),
        "audit": N_("See what a data export from Meta shows."),
        "calendar": N_("Write due dates and re-check dates to a calendar file."),
        "search": N_("Find a step, letter or text by your own words."),
        "show": N_("Show one step: its taps, links, limits and sources."),
        "why": N_("Explain why a step is in your plan."),
        "learn": N_("Read background and common questions; a word finds them."),
        "countries": N_("Find a place, and see which rules apply there."),
        "state": N_("See, copy, merge or remove what is stored."),
        "completion": N_("Print what your shell needs to complete words."),
        "check": N_("Check the content files (for contributors)."),
        "help": N_("Explain what a command does and takes."),
        "version": N_("Print the version."),
    }
)
"""The same as a sentence, at the top of the help of the command."""
DESCRIPTION = N_("""\
Keep your photos out of Meta's AI: a guide for your country and your habits,
and a plan that you can finish over several sittings.""")
EPILOG = N_("""\
Start without a command for the wizard in full screen; it goes on where you stopped.
With a screen reader or braille: ACCESSIBLE=1 protect-my-photos asks in lines, with numbers.
Nothing leaves this computer: the program opens no connection. (Only `check --links`,
which contributors use to look after addresses, asks the pages named in the content.)

Your answers and progress are kept in one file. PROTECT_MY_PHOTOS_STATE names another one.
`protect-my-photos COMMAND --help` says more about a command.""")
PERSON_HELP = N_("whose file to use: each person at this computer has their own")
MAX_COLUMNS_DIGITS = 5
"""No terminal is wider than five digits say; a number of thousands of digits could not even be read."""
COLUMNS = 80
"""The width of help if neither the environment nor the terminal tells it."""


class _Parser(ArgumentParser):
    """A parser that reports a usage error in one line, with what was probably meant and the command for help."""

    def error(self, message: str) -> NoReturn:
        """Print the message and exit with code 2."""
        text = sanitize_line(message)
        # The messages of argparse begin with a small letter and have no full stop; our own are sentences.
        sentence = f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"
        self.exit(2, " ".join((sentence, _("`{command} --help` says how.", command=self.prog))) + "\n")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Report unknown words at the command that they were meant for; argparse would report them at the program."""
        options, unknown = super().parse_known_args(args, namespace)
        if unknown:
            from .usage_errors import unknown_words_message  # late: only wrong usage needs it

            self.error(unknown_words_message(self, unknown))
        return options, unknown

    def _check_value(self, action: Action, value: object) -> None:
        """Raise ArgumentError with a suggestion if the argument does not take this value."""
        if action.choices is not None and value not in action.choices:
            from .usage_errors import unknown_value_message

            raise ArgumentError(None, unknown_value_message(action, value, COMMANDS))

    def _get_values(self, action: Action, arg_strings: list[str]) -> Any:  # noqa: ANN401 - the signature of argparse
        """Take `--` as the value in `--note=--`; some versions of argparse take it for the end of the options.

        An empty value comes from a script that forgot to set its variable: nothing else is done in its place.
        """
        if "" in arg_strings:
            from .usage_errors import empty_value_message

            message = empty_value_message(action)
            if message:
                raise ArgumentError(None, message)
        if action.option_strings and arg_strings == ["--"]:
            value = self._get_value(action, "--")
            self._check_value(action, value)
            return value
        return super()._get_values(action, arg_strings)


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal. argparse would import `shutil`, and with it archive libraries, to find the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Break lines between words only: ids such as complaint-to-authority stay whole."""
        from textwrap import wrap  # late: only help needs it

        return wrap(text, width, break_on_hyphens=False, break_long_words=False)

    def _fill_text(self, text: str, width: int, indent: str) -> str:  # noqa: ARG002 - the signature of argparse
        """Break paragraphs between words. Indented lines are commands to paste: they stay as they are."""
        from textwrap import fill  # late: only help needs it

        paragraphs = [""]
        for line in text.splitlines():
            is_prose = bool(line) and not line.startswith(" ")
            if is_prose and paragraphs[-1] and not paragraphs[-1].startswith(" "):
                paragraphs[-1] = f"{paragraphs[-1]} {line}"
            else:
                paragraphs.append(line)
        return "\n".join(
            line if line.startswith(" ") else fill(line, width, break_on_hyphens=False, break_long_words=False)
            for line in paragraphs[1:]
        )


def _width() -> int:
    """Return the width for help: of COLUMNS, else of the terminal, else COLUMNS columns, less a margin of 2 as in argparse."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns[:MAX_COLUMNS_DIGITS]):
        return int(columns[:MAX_COLUMNS_DIGITS]) - 2
    try:
        return (os.get_terminal_size(1).columns or COLUMNS) - 2
    except OSError:
        return COLUMNS - 2


def build_parser(words: Sequence[str]) -> ArgumentParser:
    """Build the parser with the commands that occur in `words`, or with all of them (without arguments) if none does.

    Importing only the named command saves most of the time of building the parser.
    """
    translate_argparse()
    parser = _Parser("protect-my-photos", description=_(DESCRIPTION), epilog=_(EPILOG), formatter_class=_Help)
    parser.add_argument("-V", "--version", action="version", version=f"protect-my-photos {__version__}", help=COMMANDS["version"])
    parser.add_argument("--state", metavar="FILE", default=None, help=_("the state file to use"))
    parser.add_argument("--person", metavar="NAME", default=None, help=_(PERSON_HELP))
    parser.add_argument("--lang", metavar="CODE", help=_("the language of the program, for example en"))
    parser.add_argument(
        "--plain", action="store_true", help=_("the wizard in lines: for screen readers, braille, simple terminals")
    )
    parser.add_argument("--script", metavar="FILE", help=_("with --plain: take what is typed from a file, or from a pipe with -"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    named = [name for name in COMMANDS if name in words]
    for name in named or COMMANDS:
        command = commands.add_parser(name, help=COMMANDS[name], description=COMMAND_SENTENCES[name], formatter_class=_Help)
        command.add_argument("--state", metavar="FILE", default=SUPPRESS, help=_("the state file to use"))
        command.add_argument("--person", metavar="NAME", default=SUPPRESS, help=_(PERSON_HELP))
        if named:
            import_module(f"wizard.commands.{name}").arguments(command)
    return parser
