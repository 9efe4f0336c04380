"""`check`: the rules that content must keep, for those who write it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from wizard.check import MEASURED_BY, CheckReport, Diagnostic, check_content, split_location
from wizard.content.content_files import content_root
from wizard.core.formatting import pluralize
from wizard.core.sanitize import sanitize_line
from wizard.system.environment import current_date

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--content", metavar="DIR", help="the content folder; default: the one that came with the program")
    parser.add_argument("--links", action="store_true", help="only ask whether outside addresses still answer (uses the network)")
    parser.epilog = "content/README.md says how content is written."


def run(options: Namespace, desk: CommandContext) -> int:
    """Print what breaks a rule, then what is due for another look, then how much there is of each."""
    root = Path(options.content) if options.content else content_root()
    if options.links:
        from .check_links import run_link_check

        return run_link_check(root, current_date(desk.env))
    report = check_content(root, current_date(desk.env))
    shown = _from_here(root)
    for finding in report.findings:
        sys.stdout.write(_in_words(finding, shown))
    for notice in report.notices:
        sys.stdout.write(_in_one_line(notice, shown))
    sys.stdout.write(" ".join(_counts(report)) + "\n")
    return 1 if report.findings else 0


def _in_words(finding: Diagnostic, root: Path) -> str:
    """File and line, as editors take them; then what is wrong and what to write; then the rule behind it."""
    where, part = _where(finding, root)
    head = sanitize_line(f"{where}: {finding.rule}{f' in {part}' if part else ''}")
    return f"{head}\n  {sanitize_line(f'{finding.what} {finding.next_step}')}\n  Why: {sanitize_line(finding.why)}\n"


def _in_one_line(notice: Diagnostic, root: Path) -> str:
    """What is no mistake takes one line."""
    where, part = _where(notice, root)
    return f"{sanitize_line(f'{where}: (notice) {part} {notice.what} {notice.next_step}')}\n"


def _where(finding: Diagnostic, root: Path) -> tuple[str, str]:
    file, part = split_location(finding.place)
    line = f":{finding.line}" if finding.line else ""
    return f"{root.as_posix()}/{file}{line}", part


def _counts(report: CheckReport) -> Iterator[str]:
    library = report.library
    files = len({split_location(finding.place)[0] for finding in report.findings})
    yield (
        f"{pluralize(len(report.findings), 'finding')} in {pluralize(files, 'file')}." if report.findings else "Nothing is wrong."
    )
    if not report.complete:
        yield "How the files fit together is checked when all of them can be read."
    if not report.measured:
        yield f"The reading grade was not measured: install {MEASURED_BY}, or run `make content`."
    if report.notices:
        yield f"{pluralize(len(report.notices), 'fact')} should be looked at again."
    yield (
        f"Read: {pluralize(len(library.steps), 'step')}, {pluralize(len(library.articles), 'article')},"
        f" {pluralize(len(library.questions), 'question')}, {pluralize(len(library.countries), 'place')},"
        f" {pluralize(len(library.regimes), 'regime')}, {pluralize(len(library.letters), 'letter')},"
        f" {pluralize(len(library.sources), 'source')}."
    )


def _from_here(root: Path) -> Path:
    """The folder as seen from where the person is, if it lies below."""
    here, full = Path.cwd(), root.resolve()
    return full.relative_to(here) if full.is_relative_to(here) else root
