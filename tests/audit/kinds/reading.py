"""One file, or a few, read by their kinds; and what was counted."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.audit.shapes import written
from wizard.audit.export_reader import read_export
from wizard.audit.file_matching import ExportLayout, match_file
from wizard.audit.manifest import ExportFile, ExportManifest
from wizard.audit.report import AuditReport, ServiceReport
from wizard.audit.report_builder import build_report
from wizard.views.audit_sentences import unread_lines

MOMENT = 1_718_409_600
"""A second in 2024."""


def report_of(files: Mapping[str, Any], *, as_meta: bool = True, made_on: date | None = None) -> AuditReport:
    """The report on these files."""
    manifest = ExportManifest()
    for name in files:
        manifest.layout.observe(name)
    for name, value in files.items():
        data = value if isinstance(value, bytes) else written(value, as_meta=as_meta)
        what = manifest.plan_for(name)
        if what:
            manifest.add(ExportFile(name, len(data), len(data), 0, (len(data), 0), what, lambda data=data: iter([data])))  # type: ignore[misc]
    return build_report(manifest, read_export(manifest, lambda _done, _total: None), 2026, made_on)


def of(report: AuditReport, service: str) -> ServiceReport:
    """What was found of a service."""
    return next(each for each in report.services if each.service == service)


def counts(name: str, value: Any, service: str = "facebook") -> dict[str, int]:
    """What there is in one file, which must be read without a complaint."""
    return there(_alone(name, value, service))


def emptied(name: str, value: Any, service: str = "facebook") -> set[str]:
    """The kinds that one file has, and of which there is nothing."""
    found = _alone(name, value, service)
    return set(found.counts) - set(there(found))


def there(found: ServiceReport) -> dict[str, int]:
    """The counts without those of nought."""
    return {name: number for name, number in found.counts.items() if number}


def _alone(name: str, value: Any, service: str) -> ServiceReport:
    report = report_of({name: value})
    assert unread_lines(report) == ()
    return of(report, service)


def is_read(name: str) -> bool:
    """Tell whether a file of this name would be opened."""
    layout = ExportLayout()
    layout.observe(name)
    return match_file(name, layout) is not None
