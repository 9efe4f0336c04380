"""What an objection waits for and what is late, in sentences."""

import pytest

from tests.making import OUTCOMES, TODAY, case, event, form_step, library, regime, said
from wizard.core.formatting import REQUEST_STATUS_WORDS
from wizard.core.jurisdiction import Escalation, Statement
from wizard.core.request import Request
from wizard.views.deadline_text import (
    MISSING_REPLIES,
    PAST_ACTIONS,
    deadline_line,
    deadline_message,
    request_progress,
    request_status_line,
)

CASE = "case/facebook"
HERE = said(country="DE", services="facebook")
AGAIN = Escalation("remind", "Write to Meta again", "meta", Statement("Set two weeks.", "confirmed"), "follow-up")
MADE = library(form_step("facebook"), regimes={"eu": regime(escalations=(AGAIN,))})
WAITS, DUE = "sent 5 days ago", "Fri 18 Dec 2026 (in 25 days): Meta's answer about Facebook is due."
LATE = "Meta has not answered about Facebook; the time ended Tue 10 Nov 2026 (13 days ago)."


def stands(*happened: str) -> Request:
    """The case after events like "sent 2026-11-02"."""
    return case(MADE, HERE, *(event(CASE, *each.split()) for each in happened)).requests[0]


@pytest.mark.parametrize(
    ("happened", "far", "line", "due"),
    [
        ("", ("not sent yet",), "not sent yet", ""),
        ("prepared 2026-11-20", ("prepared, not sent, 3 days ago",), "prepared, not sent", ""),
        (
            "sent 2026-11-18",
            (WAITS, "no answer yet"),
            "waiting for Meta's answer, due 18 Dec 2026 (in 25 days)",
            DUE,
        ),
        ("sent 2026-11-18, receipt 2026-11-23", (WAITS, "no answer yet"), None, DUE),
        (
            "sent 2026-10-10",
            ("sent 44 days ago", "overdue for 13 days"),
            "overdue since 10 Nov 2026 (13 days ago)",
            LATE,
        ),
        ("sent 2026-10-10, receipt 2026-10-12", ("sent 44 days ago", "overdue for 13 days"), None, LATE),
        ("sent 2026-10-22", ("sent 32 days ago", "no answer yet"), None, None),
        ("receipt 2026-11-20", ("waiting for Meta's answer, 3 days ago",), None, None),
        ("sent 2026-09-01, no-answer 2026-11-22", ("sent 83 days ago", "no answer yet"), "no answer", ""),
        ("sent 2026-11-01, extended 2026-11-20", ("sent 22 days ago", "Meta takes more time"), None, None),
        ("sent 2026-11-01, refused 2026-11-20", ("refused, 3 days ago",), "refused", ""),
        (
            "sent 2026-09-01, follow-up 2026-11-02",
            ("asked again 21 days ago", "overdue for 7 days"),
            None,
            "Meta has not answered your last letter about Facebook; the time ended Mon 16 Nov 2026 (7 days ago).",
        ),
        ("sent 2026-09-01, complaint 2026-11-02", ("complained 21 days ago", "no answer yet"), "with the authority", ""),
    ],
)
def test_how_far_a_case_is(happened: str, far: tuple[str, ...], line: str | None, due: str | None) -> None:
    """What was done and when, and for how long it is late: never that it is late since the day on which it was sent."""
    found = stands(*filter(None, happened.split(", ")))
    assert request_progress(found, TODAY) == far
    assert line in (None, request_status_line(found, TODAY))
    assert due in (None, deadline_line(found, TODAY))


def test_the_board_says_the_same() -> None:
    """Each deadline in the words of its case."""
    found = case(MADE, HERE, event(CASE, "sent", "2026-10-10"))
    assert [deadline_message(found, each) for each in found.deadlines] == [LATE]


SENDINGS = {"request-sent", "report-sent"}
"""Outcomes that are recorded as `sent`."""


def test_what_is_waited_for_can_be_missing() -> None:
    """Every act that starts a time has its words, and every status its own. What stands for a sending has those of it."""
    assert (
        set(PAST_ACTIONS)
        == set(MISSING_REPLIES)
        == {each.id for each in OUTCOMES.values() if each.time_limit and each.restarts_limit} - SENDINGS
    )
    assert {each.status for each in OUTCOMES.values()} <= set(REQUEST_STATUS_WORDS)
