"""`check`: the rules that content must keep, for those who write it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from wizard.core.clean import clean_line
from wizard.core.words import count
from wizard.services.check import MEASURED_BY, Finding, Report, check_content, split_place
from wizard.services.content import content_root
from wizard.services.places import today

from .desk import Desk


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--content", metavar="DIR", help="the content folder; default: the one that came with the program")
    parser.add_argument("--links", action="store_true", help="only ask whether outside addresses still answer (uses the network)")
    parser.epilog = "content/README.md says how content is written."


def run(options: Namespace, desk: Desk) -> int:
    """Print what breaks a rule, then what is due for another look, then how much there is of each."""
    root = Path(options.content) if options.content else content_root()
    if options.links:
        from .check_links import run_links

        return run_links(root, today(desk.env))
    report = check_content(root, today(desk.env))
    shown = _from_here(root)
    for finding in report.findings:
        sys.stdout.write(_in_words(finding, shown))
    for notice in report.notices:
        sys.stdout.write(_in_one_line(notice, shown))
    sys.stdout.write(" ".join(_counts(report)) + "\n")
    return 1 if report.findings else 0


def _in_words(finding: Finding, root: Path) -> str:
    """File and line, as editors take them; then what is wrong and what to write; then the rule behind it."""
    where, part = _where(finding, root)
    head = clean_line(f"{where}: {finding.rule}{f' in {part}' if part else ''}")
    return f"{head}\n  {clean_line(f'{finding.what} {finding.next_step}')}\n  Why: {clean_line(finding.why)}\n"


def _in_one_line(notice: Finding, root: Path) -> str:
    """What is no mistake takes one line."""
    where, part = _where(notice, root)
    return f"{clean_line(f'{where}: (notice) {part} {notice.what} {notice.next_step}')}\n"


def _where(finding: Finding, root: Path) -> tuple[str, str]:
    file, part = split_place(finding.place)
    line = f":{finding.line}" if finding.line else ""
    return f"{root.as_posix()}/{file}{line}", part


def _counts(report: Report) -> Iterator[str]:
    library = report.library
    files = len({split_place(finding.place)[0] for finding in report.findings})
    yield f"{count(len(report.findings), 'finding')} in {count(files, 'file')}." if report.findings else "Nothing is wrong."
    if not report.complete:
        yield "How the files fit together is checked when all of them can be read."
    if not report.measured:
        yield f"The reading grade was not measured: install {MEASURED_BY}, or run `make content`."
    if report.notices:
        yield f"{count(len(report.notices), 'fact')} should be looked at again."
    yield (
        f"Read: {count(len(library.steps), 'step')}, {count(len(library.articles), 'article')},"
        f" {count(len(library.questions), 'question')}, {count(len(library.countries), 'place')},"
        f" {count(len(library.regimes), 'regime')}, {count(len(library.letters), 'letter')},"
        f" {count(len(library.sources), 'source')}."
    )


def _from_here(root: Path) -> Path:
    """The folder as seen from where the person is, if it lies below."""
    here, full = Path.cwd(), root.resolve()
    return full.relative_to(here) if full.is_relative_to(here) else root
