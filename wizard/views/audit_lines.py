"""The audit report as a sequence of lines with their types, in the order in which documents and line mode show them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wizard.audit.compare import Comparison
from wizard.audit.report import ServiceReport
from wizard.i18n import _

from . import audit_comparison, audit_drawing, audit_sentences
from .audit_account import account_lines
from .audit_files import files_line
from .audit_report import AuditPage

HEAD, PLAIN, QUIET, WARNING = "head", "plain", "quiet", "warning"
NUMBERED, MORE, STEP = "numbered", "more", "step"
"""The first finding of a step with its number, further ones, and the step that mends them."""
BELOW, NOTE = "below", "note"
"""A sentence below a heading, and a less important one."""
BULLET, PROBLEM, YEAR_CHANGE = "bullet", "problem", "year-change"
INSTRUCTION = "instruction"
COUNT = "count"
CHART, YEARS = "chart", "years"
"""The chart of a service, and all kinds by year; each front end draws them its own way."""


class ReportLine(NamedTuple):
    """A line: type, text, a number that stands before it (of a STEP its id) or "", and for CHART and YEARS the service."""

    kind: str
    text: str = ""
    mark: str = ""
    service: ServiceReport | None = None


def report_lines(page: AuditPage) -> Iterator[ReportLine]:
    """Yield the report: what is missing from it, its dates, changes, what to do first, each service, the limits."""
    report = page.report
    yield ReportLine(HEAD, _(audit_sentences.TITLE))
    yield from _lines(WARNING, [audit_sentences.incomplete_line(report), *audit_sentences.limited_lines(report)])
    yield ReportLine(QUIET, f"{files_line(report)} {_(audit_sentences.READ_HERE)}")
    yield from _lines(QUIET, [audit_sentences.date_line(report)])
    if report.is_html_export:
        introduction, *steps = audit_sentences.json_instructions()
        yield ReportLine(PLAIN, introduction)
        yield from (ReportLine(INSTRUCTION, step, f"{number}.") for number, step in enumerate(steps, 1))
    else:
        yield from _change_lines(page.comparison) if page.comparison else ()
        yield from _advice_lines(page)
        for service in report.services:
            yield from _service_lines(service)
        yield from _lines(PLAIN, [" ".join(audit_drawing.counting_notes(report))])
        yield from _section(_(audit_sentences.LIMITS_TITLE), audit_sentences.export_limits(), BULLET)
    yield from _section(_(audit_sentences.UNREAD_TITLE), audit_sentences.unread_lines(report), PROBLEM)


def _lines(kind: str, texts: Iterable[str]) -> Iterator[ReportLine]:
    return (ReportLine(kind, text) for text in texts if text)


def _section(title: str, texts: Iterable[str], kind: str) -> Iterator[ReportLine]:
    lines = list(_lines(kind, texts))
    yield from [ReportLine(HEAD, title), *lines] if lines else []


def _change_lines(comparison: Comparison) -> Iterator[ReportLine]:
    yield ReportLine(HEAD, _(audit_sentences.CHANGES_TITLE))
    yield from _lines(BELOW, audit_comparison.comparison_cautions(comparison))
    yield ReportLine(BELOW, audit_comparison.comparison_head(comparison))
    yield from _lines(BELOW, audit_comparison.comparison_notes(comparison))
    yield from _lines(BULLET, (audit_comparison.change_line(change) for change in comparison.kinds if change.difference))
    for name, year, changes in audit_comparison.changes_by_year(comparison):
        yield ReportLine(YEAR_CHANGE, audit_comparison.year_change(name, year, changes))


def _advice_lines(page: AuditPage) -> Iterator[ReportLine]:
    """Yield each step once, numbered, with everything that it resolves."""
    if not page.advice:
        return
    yield ReportLine(HEAD, audit_sentences.ranking_title(page.report))
    for number, advice in enumerate(page.advice, 1):
        first, *more = audit_sentences.advice_texts(advice, page.report)
        yield ReportLine(NUMBERED, first, f"{number}.")
        yield from _lines(MORE, more)
        if advice.step:
            yield ReportLine(STEP, audit_sentences.advice_title(advice), advice.step)
    yield from _lines(NOTE, [audit_sentences.plan_note(page)])


def _service_lines(service: ServiceReport) -> Iterator[ReportLine]:
    yield ReportLine(HEAD, audit_sentences.service_title(service))
    yield from _lines(BELOW, account_lines(service))
    yield from (ReportLine(COUNT, label, value) for label, value in audit_sentences.count_rows(service))
    title, years = audit_sentences.chart_series(service)
    has_chart = any(value for _year, value in years)
    if has_chart:
        yield ReportLine(CHART, title, service=service)
    if len(audit_sentences.kinds_by_year(service)) > has_chart:  # a single kind is in the chart already
        yield ReportLine(YEARS, _(audit_sentences.ALL_YEARS), service=service)
