"""`status`: where I stand, what is due, what is next."""

import sys
from argparse import ArgumentParser, Namespace

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace, desk: CommandContext) -> int:
    """Print the status."""
    session = desk.session
    if options.json:
        from wizard.export.plan.json import status_json

        sys.stdout.write(status_json(session.case))
    else:
        from wizard.export.plan.text import status_text

        sys.stdout.write(status_text(session.case))
    return 0
