"""The check itself: every file is read, every rule is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard.core.library import Library

from .finding import Finding, Flaw
from .reading import read_shelf
from .rules import ALONE, NOTICES, TOGETHER, Rule
from .shelf import Shelf

UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a content folder, and what was read; `complete` is False where some rules had to wait."""

    findings: tuple[Finding, ...]
    notices: tuple[Finding, ...]
    library: Library
    complete: bool


def check_content(root: Path, today: date) -> Report:
    """Everything that is wrong with a content folder. Raises WizardError where there is no such folder."""
    shelf, unread = read_shelf(root, today)
    findings = [_finding(UNREADABLE, flaw) for flaw in unread]
    findings += _found(ALONE if unread else (*ALONE, *TOGETHER), shelf)
    return Report(tuple(_by_place(findings)), tuple(_by_place(_found(NOTICES, shelf))), shelf.library, not unread)


def _found(rules: Iterable[Rule], shelf: Shelf) -> list[Finding]:
    return [_finding(rule.__name__.replace("_", "-"), flaw) for rule in rules for flaw in rule(shelf)]


def _finding(rule: str, flaw: Flaw) -> Finding:
    return Finding(flaw.place, rule, flaw.what, flaw.next_step)


def _by_place(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.place)
