"""`status`: print progress, deadlines and the next step."""

import sys
from argparse import ArgumentParser, Namespace

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace, context: CommandContext) -> int:
    """Print the status."""
    session = context.session
    if options.json:
        from wizard.export.plan.json import status_json

        sys.stdout.write(status_json(session.case))
    else:
        from wizard.export.plan.status import status_text

        sys.stdout.write(status_text(session.case))
    return 0
