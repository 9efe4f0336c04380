"""The check: load a content folder, run all rules, and locate each violation in its file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wizard.check.rules.readability import can_measure
from wizard.core.content_models import Library

from .content_tree import ContentTree, load_content_tree
from .diagnostics import Diagnostic, Violation
from .locations import locate_line, split_location
from .rules import CROSS_FILE_RULES, FILE_RULES, WARNING_RULES, Rule
from .translation_share import Share, program_languages, translation_share

UNREADABLE = "unreadable"
WHY_READ = "What cannot be read is missing from the program."


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Result of a check: findings (violations), notices (warnings), and the library that was loaded.

    `complete` is False if some files were unreadable, so that the cross-file rules were not run.
    `measured` is False if the library that measures the reading grade is not installed. `shares` is how much is translated into
    each language.
    """

    findings: tuple[Diagnostic, ...]
    notices: tuple[Diagnostic, ...]
    library: Library
    complete: bool
    measured: bool
    shares: Mapping[str, Share]


def check_content(root: Path, today: date) -> CheckReport:
    """Check a content folder. Raises WizardError if the folder is no content folder.

    `today` is the day by which dates in the future and facts that are due for a check are recognised.
    """
    content, unreadable = load_content_tree(root, today)
    diagnostics = [_build_diagnostic(UNREADABLE, WHY_READ, violation, content) for violation in unreadable]
    diagnostics += _run_rules(FILE_RULES if unreadable else (*FILE_RULES, *CROSS_FILE_RULES), content)
    diagnostics = [_default_to_first_line(diagnostic, root) for diagnostic in diagnostics]
    notices = _sort_by_location(_run_rules(WARNING_RULES, content))
    shares = {language.id: translation_share(content, language.id) for language in program_languages(content)}
    found = tuple(_sort_by_location(diagnostics))
    return CheckReport(found, tuple(notices), content.library, not unreadable, can_measure(), shares)


def _run_rules(rules: Iterable[Rule], content: ContentTree) -> list[Diagnostic]:
    return [
        _build_diagnostic(rule.__name__.replace("_", "-"), rule.__doc__ or "", violation, content)
        for rule in rules
        for violation in rule(content)
    ]


def _build_diagnostic(rule: str, why: str, violation: Violation, content: ContentTree) -> Diagnostic:
    file, _ = split_location(violation.place)
    line = locate_line(violation, content.texts.get(file, ""))
    return Diagnostic(violation.place, rule, violation.what, violation.next_step, why, line)


def _default_to_first_line(diagnostic: Diagnostic, root: Path) -> Diagnostic:
    """Set line 1 for a violation that concerns an existing file as a whole."""
    file, _ = split_location(diagnostic.place)
    return diagnostic if diagnostic.line or not (root / file).is_file() else replace(diagnostic, line=1)


def _sort_by_location(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort by file and line. Unreadable files come first, since they may cause other violations."""
    return sorted(
        diagnostics,
        key=lambda diagnostic: (
            diagnostic.rule != UNREADABLE,
            split_location(diagnostic.place)[0],
            diagnostic.line,
            diagnostic.place,
        ),
    )
