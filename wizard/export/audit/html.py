"""The audit as a page for the browser: the charts are drawn in it, and nothing is loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.audit.compare import Comparison
from wizard.audit.report import Report, ServiceReport
from wizard.audit.worst import NAMES, Concern
from wizard.export.page import render

from . import words

HEIGHT, COLUMN, GAP = 120, 24, 4
"""Of a chart: its height, and the width of a column and of the space beside it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One year of a chart: where its bar stands, how high it is, and what it says."""

    year: int
    left: int
    height: float
    value: int


def audit_html(report: Report, worst: Sequence[Concern], titles: Mapping[str, str], comparison: Comparison | None = None) -> str:
    """The whole report as a page that stands on its own."""
    return render(
        "audit",
        report=report,
        worst=worst,
        titles=titles,
        comparison=comparison,
        words=words,
        names=NAMES,
        columns=columns,
        size=(HEIGHT, COLUMN, GAP),
    )


def columns(service: ServiceReport) -> list[Column]:
    """The bars of a service's chart; whatever is not nought can be seen."""
    _, years = words.charted(service)
    most = max((value for _, value in years), default=0)
    return [
        Column(year, number * (COLUMN + GAP), max(2.0, value / most * HEIGHT) if value else 0, value)
        for number, (year, value) in enumerate(years)
        if most
    ]
