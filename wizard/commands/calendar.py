"""`calendar`: due dates and the day to look again as a file for any calendar program."""

import sys
from argparse import ArgumentParser, Namespace

from wizard.errors import WizardError

from .desk import Desk


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file instead of the terminal")
    parser.add_argument("--details", action="store_true", help="name the accounts; calendars are often shared")


def run(options: Namespace, desk: Desk) -> int:
    """Print or write the calendar."""
    desk.check_output(options.output)
    case = desk.session.case
    if case.place is None:
        raise WizardError(
            "There are no dates yet: your country is not known.",
            "Run `protect-my-photos`, or `protect-my-photos answer country=DE`.",
        )
    from wizard.export.calendar import calendar

    document = calendar(case, details=options.details)
    if options.output:
        from wizard.core.sentences import written

        sys.stdout.write(f"{written(desk.write(options.output, document))}\n")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(document.encode())  # the line ends of the standard, on every system
    return 0
