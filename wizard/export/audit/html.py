"""The audit as a page for the browser: the charts are drawn in it, and nothing is loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.audit.compare import Comparison
from wizard.audit.report import AuditReport, ServiceReport
from wizard.audit.risks import SERVICE_NAMES, Risk
from wizard.export.html_page import render_page

from . import phrases

HEIGHT, COLUMN, GAP = 120, 24, 4
"""Of a chart: its height, and the width of a column and of the space beside it."""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One year of a chart: where its bar stands, how high it is, and what it says."""

    year: int
    left: int
    height: float
    value: int


def audit_html(
    report: AuditReport, worst: Sequence[Risk], titles: Mapping[str, str], comparison: Comparison | None = None
) -> str:
    """The whole report as a page that stands on its own."""
    return render_page(
        "audit",
        report=report,
        worst=worst,
        titles=titles,
        comparison=comparison,
        words=phrases,
        names=SERVICE_NAMES,
        columns=chart_columns,
        size=(HEIGHT, COLUMN, GAP),
    )


def chart_columns(service: ServiceReport) -> list[ChartColumn]:
    """The bars of a service's chart; whatever is not nought can be seen."""
    _, years = phrases.chart_series(service)
    most = max((value for _, value in years), default=0)
    return [
        ChartColumn(year, number * (COLUMN + GAP), max(2.0, value / most * HEIGHT) if value else 0, value)
        for number, (year, value) in enumerate(years)
        if most
    ]
