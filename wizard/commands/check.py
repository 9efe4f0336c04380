"""`check`: check the content against its rules, for contributors."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from wizard.check import MEASURED_BY, CheckReport, Diagnostic, check_content, split_location
from wizard.content.content_files import content_root
from wizard.core.sanitize import sanitize_line
from wizard.i18n import _, ngettext
from wizard.system.environment import current_date

from .context import CommandContext

STALE_FACT = "stale-fact"
"""The rule that looks for facts to be looked at again; other notices are about translations."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--content", metavar="DIR", help=_("the content folder; default: the one that came with the program"))
    parser.add_argument(
        "--links", action="store_true", help=_("only ask whether outside addresses still answer (uses the network)")
    )
    parser.add_argument(
        "--stamp", nargs="*", metavar="FILE", help=_("mark new translations as current; with FILE, all texts of these files")
    )
    parser.add_argument(
        "--skeleton",
        nargs="+",
        metavar=("CODE", "FILE"),
        help=_("write translation files for a language; what isn't translated yet is in English"),
    )
    parser.epilog = _("content/README.md says how content is written.")


def run(options: Namespace, context: CommandContext) -> int:
    """Print violations, then facts that need review, then counts. Returns 1 if there are violations."""
    root = Path(options.content) if options.content else content_root()
    if options.links:
        from .check_links import run_link_check

        return run_link_check(root, current_date(context.env))
    if options.stamp is not None or options.skeleton:
        from .check_translations import stamp_translations, write_skeletons

        if options.stamp is not None:
            return stamp_translations(root, options.stamp)
        return write_skeletons(root, *options.skeleton)
    report = check_content(root, current_date(context.env))
    display_root = _relative_to_current_folder(root)
    for finding in report.findings:
        sys.stdout.write(_violation_text(finding, display_root))
    for notice in report.notices:
        sys.stdout.write(_notice_line(notice, display_root))
    sys.stdout.write(" ".join(_counts(report)) + "\n")
    return 1 if report.findings else 0


def _violation_text(finding: Diagnostic, root: Path) -> str:
    """Return file and line, as editors understand them; what is wrong and what to write; and the reason for the rule."""
    where, part = _location(finding, root)
    rule = _("{rule} in {part}", rule=finding.rule, part=part) if part else finding.rule
    why = _("Why: {reason}", reason=sanitize_line(finding.why))
    return f"{sanitize_line(f'{where}: {rule}')}\n  {sanitize_line(f'{finding.what} {finding.next_step}')}\n  {why}\n"


def _notice_line(notice: Diagnostic, root: Path) -> str:
    """Return a notice, which is not a violation, in one line."""
    where, part = _location(notice, root)
    line = _("{place}: (notice) {part} {what} {next_step}", place=where, part=part, what=notice.what, next_step=notice.next_step)
    return f"{sanitize_line(line)}\n"


def _location(finding: Diagnostic, root: Path) -> tuple[str, str]:
    """Return the path with the line, if it is known, and the part of the file."""
    file, part = split_location(finding.place)
    line = f":{finding.line}" if finding.line else ""
    return f"{root.as_posix()}/{file}{line}", part


def _counts(report: CheckReport) -> Iterator[str]:
    """Yield sentences that say how much was found, what was not checked, and how much was read."""
    library = report.library
    files = len({split_location(finding.place)[0] for finding in report.findings})
    if report.findings:
        findings = ngettext("{count} finding", "{count} findings", len(report.findings))
        yield ngettext("{findings} in {count} file.", "{findings} in {count} files.", files, findings=findings)
    else:
        yield _("Nothing is wrong.")
    if not report.complete:
        yield _("How the files fit together is checked when all of them can be read.")
    if not report.measured:
        yield _("The reading grade was not measured: install {package}, or run `make content`.", package=MEASURED_BY)
    facts = [notice for notice in report.notices if notice.rule == STALE_FACT]
    if facts:
        yield ngettext("{count} fact should be looked at again.", "{count} facts should be looked at again.", len(facts))
    read = (
        ngettext("{count} step", "{count} steps", len(library.steps)),
        ngettext("{count} article", "{count} articles", len(library.articles)),
        ngettext("{count} question", "{count} questions", len(library.questions)),
        ngettext("{count} place", "{count} places", len(library.countries)),
        ngettext("{count} regime", "{count} regimes", len(library.regimes)),
        ngettext("{count} letter", "{count} letters", len(library.letters)),
        ngettext("{count} source", "{count} sources", len(library.sources)),
    )
    yield _("Read: {counts}.", counts=", ".join(read))
    if report.shares:
        shares = (f"{language} {share.percent}%" for language, share in report.shares.items())
        yield _("Translated: {shares}.", shares=", ".join(shares))


def _relative_to_current_folder(root: Path) -> Path:
    """Return the folder relative to the current one if it is below it, otherwise as it is."""
    current, full = Path.cwd(), root.resolve()
    return full.relative_to(current) if full.is_relative_to(current) else root
