"""One objection about one account: its status, what is due, and the one thing to do."""

import pytest

from tests.making import TODAY, clock, day, event, library, regime, said, statement, when
from wizard.core.event import CASE_KINDS
from wizard.core.law import Clock, Span
from wizard.core.objection import RULES, ObjectionCase, follow
from wizard.core.place import find_place

CASE = "case/facebook"
OWED = "Meta's answer about Facebook is due."
SUGGESTED = "Meta's answer about Facebook is due (a day that we suggest)."


def stands(
    *happened: str, today: str = "2026-11-23", clocks: tuple[Clock, ...] = (clock("answer", "1 months"),)
) -> ObjectionCase:
    """The case after events like "sent 2026-11-02"."""
    made = library(regimes={"eu": regime(clocks=clocks)})
    place = find_place(made, said(country="DE"), TODAY)
    assert place
    events = [event(CASE, *each.split()) for each in happened]
    return follow(CASE, events, place, {"path": frozenset({"opt-out"})}, day(today))


@pytest.mark.parametrize(
    ("happened", "status", "due", "recommend"),
    [
        ([], "open", None, "Fill in Meta's form."),
        (["prepared 2026-11-20"], "prepared", None, "Send it"),
        (["sent 2026-11-20"], "waiting", "2026-12-21", "Watch your mailbox"),
        (["sent 2026-11-20", "receipt 2026-11-22"], "waiting", "2026-12-21", "Keep the mail and wait"),
        (["receipt 2026-11-20"], "waiting", "2026-12-21", "Keep the mail and wait"),
        (["sent 2026-10-23"], "waiting", "2026-11-23", "Watch your mailbox"),
        (["sent 2026-10-22"], "waiting", "2026-11-23", "Watch your mailbox"),
        (["sent 2026-10-20"], "overdue", "2026-11-20", "The time for an answer is over"),
        (["sent 2026-11-01", "granted 2026-11-05"], "granted", None, "Keep the confirmation mail"),
        (["sent 2026-11-01", "partly 2026-11-05"], "partly", None, "Send an objection of its own"),
        (["sent 2026-11-01", "refused 2026-11-05"], "refused", None, "Keep the answer."),
        (["sent 2026-09-01", "no-answer 2026-11-05"], "no-answer", None, "Ask Meta in writing"),
        (["sent 2026-09-01", "follow-up 2026-11-16"], "followed-up", "2026-11-30", "Give Meta two weeks"),
        (["sent 2026-09-01", "follow-up 2026-11-02"], "followed-up", "2026-11-16", "Two weeks are over"),
        (["sent 2026-09-01", "complaint 2026-11-02"], "complained", None, "Wait for the authority's answer."),
        (["sent 2026-09-01", "closed 2026-11-02"], "closed", None, "Nothing more to do here."),
        (["sent 2026-09-01", "reopened 2026-11-02"], "open", None, "Fill in Meta's form."),
        (["sent 2026-09-01", "refused 2026-10-01", "reopened 2026-11-02", "sent 2026-11-20"], "waiting", "2026-12-21", "Watch"),
    ],
)  # fmt: skip
def test_a_case_on_one_day(happened: list[str], status: str, due: str | None, recommend: str) -> None:
    """The latest event decides; the last day itself is not yet late, and a Sunday makes it Monday."""
    found = stands(*happened)
    assert (found.status, found.due and found.due.isoformat()) == (status, due)
    assert found.recommend.startswith(recommend)


def test_a_receipt_does_not_start_the_clock_again() -> None:
    """Time runs from the objection, however late Meta confirms that it came."""
    assert stands("sent 2026-11-02", "receipt 2026-11-20").due == stands("sent 2026-11-02").due == day("2026-12-02")


@pytest.mark.parametrize(
    ("clocks", "due", "why"),
    [
        ((clock("answer", "10 days"),), "2026-12-03", OWED),
        ((), "2026-12-23", SUGGESTED),
        ((clock("answer", "15 days", statutory=False),), "2026-12-08", SUGGESTED),
        ((clock("answer", "5 days", statement=statement(when=when(path="mitigation"))),), "2026-12-23", SUGGESTED),
        ((clock("answer", "5 days", statement=statement(valid=Span(day("2027-01-01"), None))),), "2026-12-23", SUGGESTED),
        ((clock("answer", "20 working-days"),), "2026-12-21", OWED),
    ],
)
def test_the_law_sets_the_clock(clocks: tuple[Clock, ...], due: str, why: str) -> None:
    """Where no law sets one, or the law's does not hold here and now, thirty days are suggested and called a suggestion."""
    found = stands("sent 2026-11-23", clocks=clocks)
    assert found.due == day(due)
    assert found.why_due == why


def test_a_complaint_runs_on_the_authority_s_clock() -> None:
    """Where the sheet has one; none is made up."""
    sheet = (clock("answer", "1 months"), clock("authority", "3 months"))
    found = stands("sent 2026-09-01", "complaint 2026-11-02", clocks=sheet)
    assert (found.due, found.why_due) == (day("2027-02-02"), "The authority's answer about Facebook is due.")
    late = stands("sent 2026-01-01", "complaint 2026-02-02", clocks=sheet)
    assert late.recommend == "Ask the authority how far it is, with your file number."


def test_what_happened_is_kept_with_the_case() -> None:
    """Also what a later version wrote; it does not decide."""
    found = stands("sent 2026-11-20", "from-a-later-version 2026-11-22")
    assert (found.status, len(found.events), found.since) == ("waiting", 2, day("2026-11-20"))


def test_a_case_of_its_own_name_keeps_it() -> None:
    """A target that this version does not know is shown under its id."""
    made = library()
    place = find_place(made, said(country="DE"), TODAY)
    assert place
    assert follow("case/elsewhere", (), place, {}, TODAY).title == "elsewhere"


def test_every_kind_of_event_has_a_rule() -> None:
    """Whatever can be recorded of a case leads to a status and to something to do."""
    assert set(RULES) == {"", *CASE_KINDS}
    assert all(rule.recommend for rule in RULES.values())
