"""`audit`: what a data export from Meta shows, read on this computer only."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.system.progress_line import ProgressLine

from .context import CommandContext
from .output_format import choose_output_format

if TYPE_CHECKING:  # what reads exports is loaded only when one is read
    from collections.abc import Callable, Iterable

    from wizard.audit.compare import Comparison
    from wizard.audit.report import AuditReport
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


def run(options: Namespace, desk: CommandContext) -> int:
    """Read the export, and print or write what it shows."""
    from wizard.audit.audit_runner import run_audit, store_findings
    from wizard.audit.compare import compare_reports
    from wizard.system.environment import current_date
    from wizard.system.protected_files import protect_inputs

    form = choose_output_format(options, ENDINGS, "text")
    if not form:
        return 2
    protect_inputs(map(Path, [*options.exports, *(options.compare or ())]))
    desk.check_output(options.output)
    day = current_date(desk.env)
    with ProgressLine.for_stream(sys.stderr, desk.env) as watch:
        report = run_audit([Path(each) for each in options.exports], day, watch.update)
        comparison = (
            compare_reports(run_audit([*map(Path, options.compare)], day, watch.update), report) if options.compare else None
        )
    _hand_out(report, comparison, form, options.output, desk)
    if options.keep and not report.is_html_export:
        store_findings(desk.session, report)
        sys.stderr.write("Kept: the numbers, and nothing else. `protect-my-photos state show` shows them.\n")
    return 0


def _hand_out(
    report: "AuditReport", comparison: "Comparison | None", form: str, output: str | None, desk: CommandContext
) -> None:
    """To a file, to the terminal in colours, or as plain text."""
    from wizard.audit.risks import rank_risks
    from wizard.core.finding_steps import steps_by_finding

    case = desk.session.case
    worst = rank_risks(report, steps_by_finding(case))
    titles = {each.step: case.library.steps[each.step].title for each in worst if each.step}
    if form == "json":
        from wizard.export.audit.json import audit_json

        document = audit_json(report, worst, comparison)
    elif form == "html":
        from wizard.export.audit.html import audit_html

        document = audit_html(report, worst, titles, comparison)
    elif output or not sys.stdout.isatty():
        from wizard.export.audit.text import audit_text, encodable_bars

        document = audit_text(report, worst, titles, comparison)
        document = document if output else encodable_bars(document, sys.stdout.encoding)
    else:
        from wizard.export.audit.text import audit_lines

        _in_colours(lambda width: audit_lines(report, worst, titles, comparison, width))
        return
    if output:
        from wizard.core.user_messages import saved_message

        sys.stdout.write(f"{saved_message(desk.write(output, document))}\n")
    else:
        sys.stdout.write(document)


def _in_colours(lines: "Callable[[int], Iterable[Line]]") -> None:
    """Lines on a terminal, as wide as it is."""
    from rich.console import Console
    from rich.text import Text

    from wizard.export.audit.text import encodable_bars

    console = Console(highlight=False)
    for kind, words in lines(console.width):
        console.print(
            Text(encodable_bars(words, console.encoding), style=STYLES[kind]), no_wrap=True, overflow="ignore", crop=False
        )
