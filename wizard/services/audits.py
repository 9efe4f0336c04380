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
from wizard.core.findings import SETTING, Finding, read_findings
from wizard.errors import WizardError

from .crash import is_folder_gone
from .named import is_there
from .protected_files import protect_inputs
from .session import Session


def audit(paths: Sequence[Path], today: date, progress: Progress = lambda _done, _total: None) -> Report:
    """What an export shows; its parts may be given in any order. Raises WizardError where nothing of it is one.

    Until it is known how much there is to read, progress is told of nought. The names of the files are not repeated,
    since Meta writes the name of the account into them.
    """
    if not all(path.is_absolute() for path in paths) and is_folder_gone():
        raise WizardError("The folder you are in is gone.", "Go to another folder, or give the whole path of the export.")
    protect_inputs(paths)
    for number, path in enumerate(paths, 1):
        if not is_there(path):
            raise WizardError(
                f"{_called(number, paths)} cannot be found.", "Look at the name, and put it in quotes if it has spaces."
            )
    with Parts(lambda: progress(0, 0)) as parts:
        for number, path in enumerate(paths, 1):
            parts.add(path, _called(number, paths))
        shelf = parts.choose()
        report = make_report(shelf, read(shelf, progress), today.year)
        if not report.read and not report.html:
            raise _nothing_read(report, _called(1, paths), pictures_only=parts.pictures_only())
    return report


def _nothing_read(report: Report, called: str, *, pictures_only: bool) -> WizardError:
    if pictures_only and not report.unreadable:
        return WizardError(
            f"{called} holds photos and videos, and none of the lists that say what they are.",
            "Meta hands out large exports in several files. Name all of them, one after another.",
        )
    said = report.unreadable[0] if report.unreadable else f"{called} holds nothing that looks like an export from Meta."
    return WizardError(said, "Name the ZIP file, or files, that Meta gave you, or the folder they were unpacked to.")


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
    """Keep the numbers of a report, what they are of, and the day; no name, text or picture of the person.

    Services have exports of their own: what was kept of another service stays, with the day on which it was read.
    """
    read_now = {each.service for each in report.services}
    before = read_findings(session.settings.get(SETTING))
    older = [each for each in before.found.values() if each.id.partition(".")[0] not in read_now]
    found = [*map(_kept, numbers(report)), *(_kept(each._replace(on=each.on or before.on)) for each in older)]
    session.keep(SETTING, {"on": session.today.isoformat(), "found": found})


def _kept(finding: Finding) -> dict[str, object]:
    told: dict[str, object] = {"id": finding.id, "count": finding.times, "what": finding.what}
    told |= {"since": finding.since} if finding.since else {}
    return told | ({"on": finding.on.isoformat()} if finding.on else {})
