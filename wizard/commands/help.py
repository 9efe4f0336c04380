"""`help`: print the help of the program or of one command."""

from argparse import ArgumentParser, Namespace

from wizard.i18n import _

from .context import CommandContext
from .parser import build_parser


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("topic", nargs="*", metavar="COMMAND", help=_("a command; without one: all of them"))


def run(options: Namespace, _context: CommandContext) -> int:
    """Print the help. Returns 2 if there is no such command."""
    try:
        build_parser(options.topic).parse_args([*options.topic, "--help"])
    except SystemExit as end:  # argparse ends after help and wrong usage
        return end.code if isinstance(end.code, int) else 0
    return 0
