"""`calendar`: due dates and review dates as a file for any calendar program."""

import sys
from argparse import ArgumentParser, Namespace

from wizard.errors import WizardError
from wizard.i18n import _

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("-o", "--output", metavar="FILE", help=_("write to a file instead of the terminal"))
    parser.add_argument("--details", action="store_true", help=_("name the accounts; calendars are often shared"))


def run(options: Namespace, context: CommandContext) -> int:
    """Print or write the calendar. Raises WizardError if the country is not known yet."""
    context.check_output(options.output)
    snapshot = context.session.case
    if snapshot.place is None:
        raise WizardError("no-dates-without-country")
    from wizard.export.calendar import build_calendar

    document = build_calendar(snapshot, details=options.details)
    if options.output:
        from wizard.views.user_messages import saved_message

        sys.stdout.write(f"{saved_message(context.write(options.output, document))}\n")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(document.encode())  # bytes, because the standard asks for CRLF on every system
    return 0
