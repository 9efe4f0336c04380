"""`status`: print progress, deadlines and the next step."""

import sys
from argparse import ArgumentParser, Namespace

from .context import CommandContext
from .output_format import add_format_options


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_format_options(parser)


def run(options: Namespace, context: CommandContext) -> int:
    """Print the status."""
    session = context.session
    if options.format == "json":
        from wizard.export.plan.json import status_json

        sys.stdout.write(status_json(session.case))
    else:
        from wizard.export.plan.status import status_text

        sys.stdout.write(status_text(session.case))
    return 0
