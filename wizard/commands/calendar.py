"""`calendar`: due dates and review dates as a file for any calendar program."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import PurePath

from wizard.core.sanitize import sanitize_line
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.system.environment import program_command

from .context import CommandContext

ENDINGS = (".ics", ".ical")
"""How the name of a calendar file may end: mail and calendar programs go by it."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("-o", "--output", metavar="FILE", help=_("write to a file instead of the terminal"))
    parser.add_argument("--details", action="store_true", help=_("name the accounts; calendars are often shared"))


def run(options: Namespace, context: CommandContext) -> int:
    """Print or write the calendar. Returns 2 if the file is not named as one.

    Raises WizardError if the country is not known yet.
    """
    context.check_output(options.output)
    if options.output and PurePath(options.output).suffix.lower() not in ENDINGS:
        shown = sanitize_line(options.output, 60)
        sys.stderr.write(_("The calendar cannot be written to “{name}”. End the name with .ics.", name=shown) + "\n")
        return 2
    snapshot = context.session.case
    if snapshot.place is None:
        raise WizardError("no-dates-without-country")
    from wizard.export.calendar import build_calendar

    document = build_calendar(snapshot, details=options.details, command=program_command(sys.argv[0], context.env))
    if options.output:
        from wizard.views.user_messages import saved_message

        sys.stdout.write(f"{saved_message(context.write(options.output, document))}\n")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(document.encode())  # bytes, because the standard asks for CRLF on every system
    return 0
