"""The check itself: every file is read, every rule is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wizard.core.library import Library

from .finding import Finding, Flaw
from .lines import line_of, split_place
from .plain_words import can_measure
from .reading import read_shelf
from .rules import ALONE, NOTICES, TOGETHER, Rule
from .shelf import Shelf

UNREADABLE = "unreadable"
WHY_READ = "What cannot be read is missing from the program."


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a content folder, and what was read.

    `complete` is False where some rules had to wait; `measured` is False where the library for the reading grade is missing.
    """

    findings: tuple[Finding, ...]
    notices: tuple[Finding, ...]
    library: Library
    complete: bool
    measured: bool


def check_content(root: Path, today: date) -> Report:
    """Everything that is wrong with a content folder. Raises WizardError where there is no such folder."""
    shelf, unread = read_shelf(root, today)
    findings = [_finding(UNREADABLE, WHY_READ, flaw, shelf) for flaw in unread]
    findings += _found(ALONE if unread else (*ALONE, *TOGETHER), shelf)
    findings = [_with_line(finding, root) for finding in findings]
    notices = _by_place(_found(NOTICES, shelf))
    return Report(tuple(_by_place(findings)), tuple(notices), shelf.library, not unread, can_measure())


def _found(rules: Iterable[Rule], shelf: Shelf) -> list[Finding]:
    return [_finding(rule.__name__.replace("_", "-"), rule.__doc__ or "", flaw, shelf) for rule in rules for flaw in rule(shelf)]


def _finding(rule: str, why: str, flaw: Flaw, shelf: Shelf) -> Finding:
    file, _ = split_place(flaw.place)
    line = line_of(flaw.place, flaw.what, shelf.texts.get(file, ""))
    return Finding(flaw.place, rule, flaw.what, flaw.next_step, why, line)


def _with_line(finding: Finding, root: Path) -> Finding:
    """What concerns a file as a whole is said of its first line."""
    file, _ = split_place(finding.place)
    return finding if finding.line or not (root / file).is_file() else replace(finding, line=1)


def _by_place(findings: list[Finding]) -> list[Finding]:
    """File by file, line by line; what cannot be read comes first, since it may be behind the rest."""
    return sorted(
        findings,
        key=lambda finding: (finding.rule != UNREADABLE, split_place(finding.place)[0], finding.line, finding.place),
    )
