"""Run an audit of local files: read-only, and nothing is stored unless the user asks, then only numbers."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from wizard.audit.export_parts import ExportParts
from wizard.audit.export_reader import ProgressCallback, read_export
from wizard.audit.manifest import ExportManifest
from wizard.audit.other_downloads import refusal_of
from wizard.audit.read_problems import CUT_OFF, DAMAGED, EMPTY, ENCRYPTED, LARGER, NO_HTML, NO_JSON, PartName, ReadProblem
from wizard.audit.report import AuditReport
from wizard.audit.report_builder import build_report
from wizard.audit.risks import NarrowedService, findings_from_report, narrowed_services
from wizard.core.findings import SETTING, Finding, read_findings
from wizard.errors import WizardError
from wizard.storage.session import Session
from wizard.system.crash import is_folder_gone
from wizard.system.path_input import path_exists
from wizard.system.protected_files import protect_inputs

_DAY_IN_NAME = re.compile(r"(?<=[-_])(20\d\d)-?(\d\d)-?(\d\d)(?=[-_.]|$)")
"""The day on which an export was made: `instagram-name-2026-11-01-AbC.zip`, until 2022 `name_20211101.zip`."""

_NEXT_STEPS = {
    ENCRYPTED: "unpack-with-password",
    **dict.fromkeys((CUT_OFF, DAMAGED, EMPTY, LARGER, NO_HTML, NO_JSON), "download-again"),
}
"""What to do where naming the right file would not help, as the hint of the error."""


def run_audit(paths: Sequence[Path], today: date, progress: ProgressCallback = lambda _done, _total: None) -> AuditReport:
    """Read the parts of an export, in any order, and return the report.

    `progress` is called with a total of 0 until the size of the export is known. Messages contain no file name, since Meta
    puts the account name into it.
    Raises WizardError if a path does not exist, or if nothing in the files is an export.
    """
    with _open_parts(paths, progress) as parts:
        manifest = parts.select_files()
        report = build_report(manifest, read_export(manifest, progress), today.year, _day_made(paths, today))
        if not report.read and not report.services and not report.is_html_export:
            raise _refusal(parts, manifest, report.unreadable)
    return replace(report, read_on=today)


def check_export(paths: Sequence[Path], progress: ProgressCallback = lambda _done, _total: None) -> None:
    """Look at the names in the parts of an export, and read none of its files.

    Raises WizardError if a path does not exist, or if nothing in the files can be an export.
    """
    with _open_parts(paths, progress) as parts:
        manifest = parts.select_files()
        if not manifest.files and not manifest.html_pages and not manifest.ai_conversations:
            raise _refusal(parts, manifest, manifest.problems.all())


@contextmanager
def _open_parts(paths: Sequence[Path], progress: ProgressCallback) -> Iterator[ExportParts]:
    if not all(path.is_absolute() for path in paths) and is_folder_gone():
        raise WizardError("export-folder-gone")
    protect_inputs(paths)
    for number, path in enumerate(paths, 1):
        if not path_exists(path):
            raise WizardError("export-not-found", file=PartName(number, len(paths)))
    with ExportParts(lambda: progress(0, 0)) as parts:
        for number, path in enumerate(paths, 1):
            parts.add(path, PartName(number, len(paths)))
        yield parts


def _refusal(parts: ExportParts, manifest: ExportManifest, problems: Sequence[ReadProblem]) -> WizardError:
    """Return why nothing can be read."""
    if problems:
        return WizardError("export-not-readable", hint=_NEXT_STEPS.get(problems[0].code, ""), problem=problems[0])
    return refusal_of(manifest) or WizardError("export-pictures-only" if parts.pictures_only() else "export-unknown")


def _day_made(paths: Sequence[Path], today: date) -> date | None:
    """Return the newest day in the names that Meta gave the files, or None. No other part of a name is used."""
    days = [day for path in paths for match in _DAY_IN_NAME.finditer(path.name) if (day := _parse_day(match)) and day <= today]
    return max(days, default=None)


def _parse_day(match: re.Match[str]) -> date | None:
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def store_findings(session: Session, report: AuditReport) -> tuple[NarrowedService, ...]:
    """Store the numbers of a report with their labels and the date; no name, text or photo of the user.

    Each service has its own export: the findings of other services are kept with the day on which they were read.
    Returns the services whose numbers went further back before.
    """
    services = {service.service for service in report.services}
    before = read_findings(session.settings.get(SETTING))
    others = [finding for finding in before.by_id.values() if finding.id.partition(".")[0] not in services]
    findings = [
        *map(_finding_to_json, findings_from_report(report)),
        *(_finding_to_json(finding._replace(on=finding.on or before.on)) for finding in others),
    ]
    session.set_setting(SETTING, {"on": session.today.isoformat(), "found": findings})
    return narrowed_services(report, before)


def _finding_to_json(finding: Finding) -> dict[str, object]:
    """Return a finding as it is stored. Its day is stored only if it differs from that of the whole audit."""
    value: dict[str, object] = {"id": finding.id, "count": finding.occurrences, "what": finding.label}
    value |= {"since": finding.since} if finding.since else {}
    return value | ({"on": finding.on.isoformat()} if finding.on else {})
