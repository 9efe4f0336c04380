"""`audit`: what a data export from Meta shows, read on this computer only."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from wizard.services.audits import audit, mending
from wizard.services.library import shipped
from wizard.services.places import today

from .desk import Desk


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("exports", metavar="EXPORT", nargs="+", help="the ZIP file, or files, that Meta gave you, or a folder")
    parser.add_argument("--compare", metavar="OLD", help="an older export: what has changed since")
    parser.add_argument("--format", choices=("text", "json", "html"), default="text", help="default: text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file instead of the terminal")
    parser.add_argument("--keep", action="store_true", help="keep the numbers, so that your plan can speak of them")


def run(options: Namespace, desk: Desk) -> int:
    """Read the export and print what it shows."""
    day = today(desk.env)
    report = audit([Path(each) for each in options.exports], day)
    from wizard.audit.worst import worst_first
    from wizard.export.audit.data import audit_json

    worst = worst_first(report, mending(shipped()))
    sys.stdout.write(audit_json(report, worst))
    return 0
