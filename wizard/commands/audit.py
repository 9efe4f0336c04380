"""`audit`: report what a data export from Meta contains; it is read on this computer only."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from wizard.core.sanitize import sanitize_line
from wizard.i18n import _
from wizard.system.progress_line import ProgressLine

from .context import CommandContext
from .output_format import add_format_options, add_output_option, choose_output_format, print_document

if TYPE_CHECKING:  # the modules that read exports are imported only when one is read
    from collections.abc import Callable, Iterable

    from wizard.audit.compare import Comparison
    from wizard.audit.report import AuditReport
    from wizard.export.audit.text import Line
    from wizard.views.audit_report import AuditPage

FORMATS = ("text", "json", "html")
LIST_ENDINGS = (".csv", ".html")
ENDINGS = {"txt": "text", "json": "json", "html": "html"}
STYLES = {"head": "bold", "plain": "", "bar": "cyan", "table": "", "quiet": "dim", "warning": "yellow"}
"""The style of each kind of line on a terminal. The text is complete without colours."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("exports", metavar="EXPORT", nargs="+", help=_("the ZIP file, or files, that Meta gave you, or a folder"))
    parser.add_argument(
        "--compare", metavar="OLD", action="append", help=_("an older export: what has changed since; once for each of its parts")
    )
    add_format_options(parser, *FORMATS, usual=_("default: the format that the file name ends in, otherwise text"))
    add_output_option(parser, _("write to a file instead of the terminal"))
    parser.add_argument(
        "--list",
        metavar="FILE",
        dest="item_list",
        help=_("write every item, and how to find it at Meta, to FILE, which ends in .csv or .html"),
    )
    parser.add_argument(
        "--keep", action="store_true", help=_("keep the numbers, and nothing else, so that your plan speaks of them")
    )


def run(options: Namespace, context: CommandContext) -> int:
    """Read the export, and print or write the report.

    Returns 2 if a file name has no known format, and 1 if something could not be read: the report is shown all the same.
    """
    from wizard.audit.audit_runner import store_findings
    from wizard.system.protected_files import protect_inputs
    from wizard.views.audit_comparison import OLD_IS_PARTIAL
    from wizard.views.audit_report import build_audit_page
    from wizard.views.audit_sentences import incomplete_line, kept_message

    output_format = choose_output_format(options, ENDINGS, "text")
    if not output_format or not _can_list(options):
        return 2
    protect_inputs(map(Path, [*options.exports, *(options.compare or ())]))
    context.check_output(options.output)
    context.check_output(options.item_list)
    report, comparison = _read(options, context)
    _output(build_audit_page(report, context.session.snapshot, comparison), output_format, options.output, context)
    if options.item_list:
        _write_list(options, context, report.incomplete)
    if options.keep and not report.is_html_export:
        hint = _("`protect-my-photos state show` shows them.")
        sys.stderr.write(f"{kept_message(store_findings(context.session, report))} {hint}\n")
    if report.incomplete:
        sys.stderr.write(f"{incomplete_line(report)}\n")
    if comparison and comparison.old_is_partial:
        sys.stderr.write(f"{_(OLD_IS_PARTIAL)}\n")
    return 1 if report.incomplete or (comparison and comparison.old_is_partial) else 0


def _read(options: Namespace, context: CommandContext) -> "tuple[AuditReport, Comparison | None]":
    """Read the export and the older one. Whoever interrupts is told that nothing was kept."""
    from wizard.audit.audit_runner import run_audit
    from wizard.audit.compare import compare_reports
    from wizard.system.environment import current_date
    from wizard.views.audit_messages import STOPPED

    today = current_date(context.env)
    try:
        with ProgressLine.for_stream(sys.stderr, context.env) as progress:
            report = run_audit([Path(name) for name in options.exports], today, progress.update)
            older = run_audit([*map(Path, options.compare)], today, progress.update) if options.compare else None
    except KeyboardInterrupt:
        sys.stderr.write(f"{_(STOPPED)}\n")
        raise
    return report, compare_reports(older, report) if older else None


def _can_list(options: Namespace) -> bool:
    """Return True if the file of the list has a known ending, or if none is asked for; otherwise print a message.

    Without this `--list export.zip` would take the export for the file to write.
    """
    name = options.item_list
    if name is None:
        return True
    if PurePath(name).suffix.lower() not in LIST_ENDINGS:
        shown = sanitize_line(name, 60)
        sys.stderr.write(_("The list cannot be written to “{name}”. End the name with .csv or .html.", name=shown) + "\n")
        return False
    if options.output and os.path.realpath(name) == os.path.realpath(options.output):
        sys.stderr.write(_("The report and the list need a file each. Give them different names.") + "\n")
        return False
    return True


def _write_list(options: Namespace, context: CommandContext, missing: int) -> None:
    """Read the export once more, item by item, and write the list; `missing` files could not be read in full."""
    from wizard.audit.listing.item_collector import collect_items
    from wizard.audit.listing.item_store import opened_item_store
    from wizard.audit.listing.media_files import MediaFolders
    from wizard.export.audit.item_list import item_list
    from wizard.views.user_messages import saved_message

    paths = [Path(name) for name in options.exports]
    with opened_item_store() as store:
        with ProgressLine.for_stream(sys.stderr, context.env) as progress:
            collect_items(paths, store, progress.update)
        extension, session = PurePath(options.item_list).suffix.lower().removeprefix("."), context.session
        picture = MediaFolders(paths).picture_finder
        pieces = item_list(extension, store, session.snapshot.library.sources, session.today, picture, missing)
        sys.stderr.write(f"{saved_message(context.write(options.item_list, pieces))}\n")


def _output(page: "AuditPage", output_format: str, output: str | None, context: CommandContext) -> None:
    """Write the report to a file, print it in colours on a terminal, or print it as plain text."""
    if output_format == "json":
        from wizard.export.audit.json import audit_json

        document = audit_json(page)
    elif output_format == "html":
        from wizard.export.audit.html import audit_html

        document = audit_html(page)
    elif output or not sys.stdout.isatty():
        from wizard.export.audit.text import audit_text, encodable_bars

        document = audit_text(page)
        document = document if output else encodable_bars(document, sys.stdout.encoding)
    else:
        from wizard.export.audit.text import audit_lines

        _print_in_colours(lambda width: audit_lines(page, width))
        return
    if output:
        from wizard.views.user_messages import saved_message

        sys.stdout.write(f"{saved_message(context.write(output, document))}\n")
    else:
        print_document(document, output_format)


def _print_in_colours(lines: "Callable[[int], Iterable[Line]]") -> None:
    """Print the lines for the width of the terminal in colours."""
    from rich.console import Console
    from rich.text import Text

    from wizard.export.audit.text import encodable_bars

    console = Console(highlight=False)
    for kind, text in lines(console.width):
        console.print(
            Text(encodable_bars(text, console.encoding), style=STYLES[kind]), no_wrap=True, overflow="ignore", crop=False
        )
