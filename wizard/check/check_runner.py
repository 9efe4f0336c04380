"""The check itself: every file is read, every rule is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wizard.check.rules.readability import can_measure
from wizard.core.content_models import Library

from .content_tree import ContentTree
from .diagnostics import Diagnostic, Violation
from .locations import locate_line, split_location
from .rules import CROSS_FILE_RULES, FILE_RULES, WARNING_RULES, Rule
from .tolerant_loader import load_content_tree

UNREADABLE = "unreadable"
WHY_READ = "What cannot be read is missing from the program."


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found in a content folder, and what was read.

    `complete` is False where some rules had to wait; `measured` is False where the library for the reading grade is missing.
    """

    findings: tuple[Diagnostic, ...]
    notices: tuple[Diagnostic, ...]
    library: Library
    complete: bool
    measured: bool


def check_content(root: Path, today: date) -> CheckReport:
    """Everything that is wrong with a content folder. Raises WizardError where there is no such folder."""
    shelf, unread = load_content_tree(root, today)
    findings = [_finding(UNREADABLE, WHY_READ, flaw, shelf) for flaw in unread]
    findings += _found(FILE_RULES if unread else (*FILE_RULES, *CROSS_FILE_RULES), shelf)
    findings = [_with_line(finding, root) for finding in findings]
    notices = _by_place(_found(WARNING_RULES, shelf))
    return CheckReport(tuple(_by_place(findings)), tuple(notices), shelf.library, not unread, can_measure())


def _found(rules: Iterable[Rule], shelf: ContentTree) -> list[Diagnostic]:
    return [_finding(rule.__name__.replace("_", "-"), rule.__doc__ or "", flaw, shelf) for rule in rules for flaw in rule(shelf)]


def _finding(rule: str, why: str, flaw: Violation, shelf: ContentTree) -> Diagnostic:
    file, _ = split_location(flaw.place)
    line = locate_line(flaw.place, flaw.what, shelf.texts.get(file, ""))
    return Diagnostic(flaw.place, rule, flaw.what, flaw.next_step, why, line)


def _with_line(finding: Diagnostic, root: Path) -> Diagnostic:
    """What concerns a file as a whole is said of its first line."""
    file, _ = split_location(finding.place)
    return finding if finding.line or not (root / file).is_file() else replace(finding, line=1)


def _by_place(findings: list[Diagnostic]) -> list[Diagnostic]:
    """File by file, line by line; what cannot be read comes first, since it may be behind the rest."""
    return sorted(
        findings,
        key=lambda finding: (finding.rule != UNREADABLE, split_location(finding.place)[0], finding.line, finding.place),
    )
