"""`status`: print progress, deadlines and the next step."""

import sys
from argparse import ArgumentParser, Namespace

from .context import CommandContext
from .output_format import add_everyone_option, add_format_options, print_document


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_format_options(parser)
    add_everyone_option(parser)


def run(options: Namespace, context: CommandContext) -> int:
    """Print the status."""
    if options.everyone:
        print_document(_status_of_all(options.format, context), options.format or "text")
        return 0
    session = context.session
    if options.format == "json":
        from wizard.export.plan.json import status_json

        print_document(status_json(session.snapshot), "json")
    else:
        from wizard.export.plan.status import status_text

        sys.stdout.write(status_text(session.snapshot))
    return 0


def _status_of_all(output_format: str | None, context: CommandContext) -> str:
    """Return the status of all people at this computer, each under their name."""
    from .everyone import everyone, shown_name

    people = everyone(context)
    if output_format == "json":
        from wizard.export.plan.everyone import people_json
        from wizard.export.plan.json import status_data

        return people_json([(each.name or None, status_data(each.snapshot)) for each in people])
    from wizard.export.plan.status import status_text

    return "\n".join(f"{shown_name(each)}\n{status_text(each.snapshot)}" for each in people)
