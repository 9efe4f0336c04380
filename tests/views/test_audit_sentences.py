"""The first lines of an audit report: what was read, what was left closed, and which dates the export covers."""

from dataclasses import replace
from datetime import date

import pytest

from tests.audit.kinds.reading import report_of
from wizard.audit.report import AuditReport
from wizard.views.audit_account import account_lines
from wizard.views.audit_files import files_line
from wizard.views.audit_sentences import date_line, limited_lines

EMPTY = AuditReport(services=(), read=3, skipped=0, unreadable=(), is_html_export=False)
SERVICE = report_of({"posts/your_posts_1.json": [{"timestamp": 1_420_070_400}]}).services[0]
CLOSED = "5 were never opened: they hold messages, likes, saved items or searches."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "3 files were read."),
        ({"read": 1}, "1 file was read."),
        ({"closed": 5}, f"3 files were read. {CLOSED}"),
        ({"left_alone": 1}, "3 files were read. 1 other holds nothing that is counted here."),
        ({"unknown": 2}, "3 files were read. 2 are not known here: see the end."),
        ({"pages_read": 3}, "3 pages in HTML were read."),
        ({"pages_read": 2}, "3 files were read, some of them in HTML (2)."),
        ({"pages_unread": 1}, "3 files were read. 1 page is not read in HTML: see the end."),
        ({"is_html_export": True}, "Nothing was counted."),
    ],
)
def test_what_was_read_and_what_was_not(changes: dict[str, int], said: str) -> None:
    """Each reason by itself; nothing is said of what an export does not hold."""
    assert files_line(replace(EMPTY, **changes)) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "warning", "dates"),
    [
        (
            (date(2024, 3, 12), date(2025, 3, 12)),
            "The export of Facebook covers only 12 Mar 2024 to 12 Mar 2025. Ask Meta again with All time for the rest.",
            "What it holds is dated 1 Jan 2015.",
        ),
        (
            (None, date(2026, 11, 1)),
            "",
            "The export of Facebook covers all time up to 1 Nov 2026. What it holds is dated 1 Jan 2015.",
        ),
        (None, "", "The export does not say which dates it covers. What it holds is dated 1 Jan 2015."),
    ],
)
def test_which_dates_an_export_covers(asked: tuple[date | None, date] | None, warning: str, dates: str) -> None:
    """A part of the time is a warning; all time and not known are said among the dates."""
    report = replace(EMPTY, services=(replace(SERVICE, asked_range=asked),))
    assert " ".join(limited_lines(report)) == warning
    assert date_line(report) == dates


def test_an_audience_that_is_not_recognised_is_said() -> None:
    """It is not passed over in silence."""
    (said,) = account_lines(replace(SERVICE, audience_unknown=True))
    assert said.startswith("Who would see your next post could not be recognised")
