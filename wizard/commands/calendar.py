"""`calendar`: due dates and review dates as a file for any calendar program."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import PurePath

from wizard.core.sanitize import sanitize_line
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.storage.people import start_option
from wizard.system.environment import program_command

from .context import CommandContext
from .output_format import add_everyone_option, add_output_option

ENDINGS = (".ics", ".ical")
"""How the name of a calendar file may end: mail and calendar programs go by it."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_output_option(parser, _("write to a file instead of the terminal"))
    add_everyone_option(parser)
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
    document = _calendar(options, context)
    if options.output:
        from wizard.views.user_messages import saved_message

        sys.stdout.write(f"{saved_message(context.write(options.output, document))}\n")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(document.encode())  # bytes, because the standard asks for CRLF on every system
    return 0


def _calendar(options: Namespace, context: CommandContext) -> str:
    """Return the calendar of one person, or of all. Raises WizardError if no country is known yet."""
    command = program_command(sys.argv[0], context.env)
    if options.everyone:
        return _shared_calendar(options, context, command)
    snapshot = context.session.snapshot
    if snapshot.place is None:
        raise WizardError("no-dates-without-country")
    from wizard.export.calendar import build_calendar

    return build_calendar(snapshot, details=options.details, command=command)


def _shared_calendar(options: Namespace, context: CommandContext, command: str) -> str:
    """Return the calendar of all people whose country is known. Raises WizardError if there is nobody."""
    from wizard.export.calendar import CalendarOwner, build_shared_calendar

    from .everyone import everyone, shown_name

    people = [person for person in everyone(context) if person.snapshot.place is not None]
    if not people:
        raise WizardError("no-dates-without-country")
    # A name stands in the calendar only with details, so the command to run names nobody without them.
    commands = (f"{command}{start_option(None, person.name)}" if options.details else command for person in people)
    owners = [CalendarOwner(each.snapshot, each.key, shown_name(each), own) for each, own in zip(people, commands, strict=True)]
    return build_shared_calendar(owners, details=options.details)
