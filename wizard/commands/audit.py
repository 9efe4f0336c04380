"""`audit`: what a data export from Meta shows, read on this computer only."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.services.watch import Watch

from .desk import Desk
from .ending import format_of

if TYPE_CHECKING:  # what reads exports is loaded only when one is read
    from collections.abc import Callable, Iterable

    from wizard.audit.compare import Comparison
    from wizard.audit.report import Report
    from wizard.export.audit.text import Line

FORMATS = ("text", "json", "html")
ENDINGS = {"txt": "text", "json": "json", "html": "html"}
STYLES = {"head": "bold", "plain": "", "bar": "cyan", "table": "", "quiet": "dim", "warning": "yellow"}
"""Colours for the eye; the words say everything without them."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("exports", metavar="EXPORT", nargs="+", help="the ZIP file, or files, that Meta gave you, or a folder")
    parser.add_argument(
        "--compare", metavar="OLD", action="append", help="an older export: what has changed since; once for each of its parts"
    )
    parser.add_argument("--format", choices=FORMATS, help="default: that of the file's name, else text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file instead of the terminal")
    parser.add_argument(
        "--keep", action="store_true", help="keep the numbers, and nothing else, so that your plan speaks of them"
    )


def run(options: Namespace, desk: Desk) -> int:
    """Read the export, and print or write what it shows."""
    from wizard.audit.compare import compare
    from wizard.services.audits import audit, keep
    from wizard.services.places import today
    from wizard.services.protected_files import protect_inputs

    form = format_of(options, ENDINGS, "text")
    if not form:
        return 2
    protect_inputs(map(Path, [*options.exports, *(options.compare or ())]))
    desk.check_output(options.output)
    day = today(desk.env)
    with Watch.on(sys.stderr, desk.env) as watch:
        report = audit([Path(each) for each in options.exports], day, watch.told)
        comparison = compare(audit([*map(Path, options.compare)], day, watch.told), report) if options.compare else None
    _hand_out(report, comparison, form, options.output, desk)
    if options.keep and not report.html:
        keep(desk.session, report)
        sys.stderr.write("Kept: the numbers, and nothing else. `protect-my-photos state show` shows them.\n")
    return 0


def _hand_out(report: "Report", comparison: "Comparison | None", form: str, output: str | None, desk: Desk) -> None:
    """To a file, to the terminal in colours, or as plain text."""
    from wizard.audit.worst import worst_first
    from wizard.services.audits import mending

    case = desk.session.case
    worst = worst_first(report, mending(case))
    titles = {each.step: case.library.steps[each.step].title for each in worst if each.step}
    if form == "json":
        from wizard.export.audit.data import audit_json

        document = audit_json(report, worst, comparison)
    elif form == "html":
        from wizard.export.audit.html import audit_html

        document = audit_html(report, worst, titles, comparison)
    elif output or not sys.stdout.isatty():
        from wizard.export.audit.text import audit_text, drawable

        document = audit_text(report, worst, titles, comparison)
        document = document if output else drawable(document, sys.stdout.encoding)
    else:
        from wizard.export.audit.text import audit_lines

        _in_colours(lambda width: audit_lines(report, worst, titles, comparison, width))
        return
    if output:
        from wizard.core.sentences import written

        sys.stdout.write(f"{written(desk.write(output, document))}\n")
    else:
        sys.stdout.write(document)


def _in_colours(lines: "Callable[[int], Iterable[Line]]") -> None:
    """Lines on a terminal, as wide as it is."""
    from rich.console import Console
    from rich.text import Text

    from wizard.export.audit.text import drawable

    console = Console(highlight=False)
    for kind, words in lines(console.width):
        console.print(Text(drawable(words, console.encoding), style=STYLES[kind]), no_wrap=True, overflow="ignore", crop=False)
