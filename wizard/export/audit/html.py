"""The audit report as an HTML page with its charts; it loads nothing."""

from dataclasses import dataclass

from wizard.audit.report import ServiceReport
from wizard.audit.risks import SERVICE_NAMES
from wizard.export.html_page import render_page
from wizard.i18n import N_, MessageTable, _
from wizard.views import audit_comparison, audit_drawing, audit_sentences
from wizard.views.audit_account import account_lines
from wizard.views.audit_files import files_line
from wizard.views.audit_report import AuditPage

HEIGHT, COLUMN, GAP = 120, 24, 4
"""The height of a chart, the width of a column and the gap between columns, in pixels."""
PAGE_TEXTS = MessageTable(
    {
        "skip": N_("Skip to the report"),
        "export": N_("A data export, counted"),
        "numbers_only": N_("This page holds numbers only."),
        "changes_table": N_("What has changed, kind by kind"),
        "what": N_("What"),
        "before": N_("Before"),
        "now": N_("Now"),
        "difference": N_("Difference"),
        "year_by_year": N_("Year by year"),
        "years_in_numbers": N_("The years in numbers"),
        "year_utc": N_("Year (UTC)"),
        "at_meta": N_("At Meta:"),
        "open_step": N_("To open a step, start `protect-my-photos` and search for its name."),
        "how_many": N_("How many"),
        "counted_once": N_("Photos and videos that Meta lists several times are counted once."),
        "made_by": N_("Made by protect-my-photos on your own computer. This page loads nothing and sends nothing."),
    }
)
"""The texts of the page, by the name that its template has for them."""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One year of a chart: position and height of its bar in pixels, and its value."""

    year: int
    left: int
    height: float
    value: int


def audit_html(page: AuditPage) -> str:
    """Return the report as a self-contained page."""
    return render_page(
        "audit",
        report=page.report,
        advice=page.advice,
        plan_note=audit_sentences.plan_note(page),
        comparison=page.comparison,
        words=audit_sentences,
        changes=audit_comparison,
        counting_notes=tuple(audit_drawing.counting_notes(page.report)),
        _=_,
        texts=PAGE_TEXTS,
        files_line=files_line,
        account_lines=account_lines,
        names=SERVICE_NAMES,
        columns=chart_columns,
        size=(HEIGHT, COLUMN, GAP),
    )


def chart_columns(service: ServiceReport) -> list[ChartColumn]:
    """Return the columns of the chart of a service. Any value above zero is visible. Empty if all values are zero."""
    _title, years = audit_sentences.chart_series(service)
    maximum = max((value for _year, value in years), default=0)
    return [
        ChartColumn(year, position * (COLUMN + GAP), max(2.0, value / maximum * HEIGHT) if value else 0, value)
        for position, (year, value) in enumerate(years)
        if maximum
    ]
