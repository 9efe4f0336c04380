"""The audit of files on this disk: opened for reading alone, and nothing kept but numbers, if the person says so."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from wizard.audit.parts import Parts
from wizard.audit.reading import Progress, read
from wizard.audit.report import Report
from wizard.audit.summing import make_report
from wizard.audit.worst import numbers
from wizard.core.case import Case
from wizard.core.findings import SETTING
from wizard.errors import WizardError

from .session import Session


def audit(paths: Sequence[Path], today: date, progress: Progress = lambda _done, _total: None) -> Report:
    """What an export shows; its parts may be given in any order. Raises WizardError where nothing of it is one.

    The names of the files are not repeated, since Meta writes the name of the account into them.
    """
    for number, path in enumerate(paths, 1):
        if not path.exists():
            raise WizardError(
                f"{_called(number, paths)} cannot be found.", "Look at the name, and put it in quotes if it has spaces."
            )
    with Parts() as parts:
        for number, path in enumerate(paths, 1):
            parts.add(path, _called(number, paths))
        shelf = parts.choose()
        report = make_report(shelf, read(shelf, progress), today.year)
    if not report.read and not report.html:
        said = (
            report.unreadable[0]
            if report.unreadable
            else f"{_called(1, paths)} holds nothing that looks like an export from Meta."
        )
        raise WizardError(said, "Name the ZIP file, or files, that Meta gave you, or the folder they were unpacked to.")
    return report


def _called(number: int, paths: Sequence[Path]) -> str:
    return "The file" if len(paths) == 1 else f"File {number} of {len(paths)}"


def mending(case: Case) -> Mapping[str, str]:
    """The step that mends each finding: the first one in the plan, or else the one with the most impact."""
    others = sorted(case.library.steps.values(), key=lambda each: -each.impact)
    found: dict[str, str] = {}
    for step in (*(entry.step for entry in case.entries), *others):
        for finding in step.mends:
            found.setdefault(finding, step.id)
    return found


def keep(session: Session, report: Report) -> None:
    """Keep the numbers of a report, what they are of, and the day; no name, text or picture of the person."""
    found = [
        {"id": each.id, "count": each.times, "what": each.what} | ({"since": each.since} if each.since else {})
        for each in numbers(report)
    ]
    session.keep(SETTING, {"on": session.today.isoformat(), "found": found})
