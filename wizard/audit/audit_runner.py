"""The audit of files on this disk: opened for reading alone, and nothing kept but numbers, if the person says so."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from wizard.audit.export_parts import ExportParts
from wizard.audit.export_reader import ProgressCallback, read_export
from wizard.audit.report import AuditReport
from wizard.audit.report_builder import build_report
from wizard.audit.risks import findings_from_report
from wizard.core.findings import SETTING, Finding, read_findings
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.storage.session import Session
from wizard.system.crash import is_folder_gone
from wizard.system.path_input import path_exists
from wizard.system.protected_files import protect_inputs


def run_audit(paths: Sequence[Path], today: date, progress: ProgressCallback = lambda _done, _total: None) -> AuditReport:
    """What an export shows; its parts may be given in any order. Raises WizardError where nothing of it is one.

    Until it is known how much there is to read, progress is told of nought. The names of the files are not repeated,
    since Meta writes the name of the account into them.
    """
    if not all(path.is_absolute() for path in paths) and is_folder_gone():
        raise WizardError("The folder you are in is gone.", "Go to another folder, or give the whole path of the export.")
    protect_inputs(paths)
    for number, path in enumerate(paths, 1):
        if not path_exists(path):
            raise WizardError(
                f"{_display_name(number, paths)} cannot be found.", "Look at the name, and put it in quotes if it has spaces."
            )
    with ExportParts(lambda: progress(0, 0)) as parts:
        for number, path in enumerate(paths, 1):
            parts.add(path, _display_name(number, paths))
        shelf = parts.select_files()
        report = build_report(shelf, read_export(shelf, progress), today.year)
        if not report.read and not report.is_html_export:
            raise _nothing_read(report, _display_name(1, paths), pictures_only=parts.pictures_only())
    return report


def _nothing_read(report: AuditReport, called: str, *, pictures_only: bool) -> WizardError:
    if pictures_only and not report.unreadable:
        return WizardError(
            f"{called} holds photos and videos, and none of the lists that say what they are.",
            "Meta hands out large exports in several files. Name all of them, one after another.",
        )
    said = report.unreadable[0] if report.unreadable else f"{called} holds nothing that looks like an export from Meta."
    return WizardError(said, "Name the ZIP file, or files, that Meta gave you, or the folder they were unpacked to.")


def _display_name(number: int, paths: Sequence[Path]) -> str:
    return "The file" if len(paths) == 1 else f"File {number} of {len(paths)}"


def steps_by_finding(case: Snapshot) -> Mapping[str, str]:
    """The step that mends each finding: the first one in the plan, or else the one with the most impact."""
    others = sorted(case.library.steps.values(), key=lambda each: -each.impact)
    found: dict[str, str] = {}
    for step in (*(entry.step for entry in case.steps), *others):
        for finding in step.resolves:
            found.setdefault(finding, step.id)
    return found


def store_findings(session: Session, report: AuditReport) -> None:
    """Keep the numbers of a report, what they are of, and the day; no name, text or picture of the person.

    Services have exports of their own: what was kept of another service stays, with the day on which it was read.
    """
    read_now = {each.service for each in report.services}
    before = read_findings(session.settings.get(SETTING))
    older = [each for each in before.by_id.values() if each.id.partition(".")[0] not in read_now]
    found = [
        *map(_finding_to_json, findings_from_report(report)),
        *(_finding_to_json(each._replace(on=each.on or before.on)) for each in older),
    ]
    session.set_setting(SETTING, {"on": session.today.isoformat(), "found": found})


def _finding_to_json(finding: Finding) -> dict[str, object]:
    told: dict[str, object] = {"id": finding.id, "count": finding.occurrences, "what": finding.label}
    told |= {"since": finding.since} if finding.since else {}
    return told | ({"on": finding.on.isoformat()} if finding.on else {})
