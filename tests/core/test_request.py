"""One objection about one account: its status, what is due, and the one thing to do."""

import pytest

from tests.making import OUTCOMES, TODAY, clock, day, event, library, regime, said, statement, when
from wizard.core.jurisdiction import Escalation, Statement, TimeLimit, ValidityPeriod
from wizard.core.place import find_place
from wizard.core.request import Request, assess_request

CASE = "case/facebook"
OWED = "Meta's answer about Facebook is due."
SUGGESTED = "Meta's answer about Facebook is due (a day that we suggest)."


LADDER = (
    Escalation("remind", "Write to Meta again", "meta", Statement("Set two weeks.", "confirmed"), "follow-up"),
    Escalation("authority", "Complain to the authority", "authority", Statement("It is free.", "confirmed"), "authority"),
)


def stands(*happened: str, today: str = "2026-11-23", clocks: tuple[TimeLimit, ...] = (clock("answer", "1 months"),)) -> Request:
    """The case after events like "sent 2026-11-02"."""
    made = library(regimes={"eu": regime(time_limits=clocks, escalations=LADDER)})
    place = find_place(made, said(country="DE"), TODAY)
    assert place
    events = [event(CASE, *each.split()) for each in happened]
    return assess_request(CASE, events, made, place, {"path": frozenset({"opt-out"})}, day(today))


REASONS = "Write to Meta again. Ask for the reasons"
ANSWER = "Write to Meta again. Answer its reasons"
HOME = "Write to Meta again. Say where you live"
AGAIN, COMPLAIN, OUT = "Write to Meta again. Set two weeks.", "Complain to the authority. It is free.", "No further step"


@pytest.mark.parametrize(
    ("happened", "status", "due", "recommend"),
    [
        ([], "open", None, "Fill in Meta's form."),
        (["prepared 2026-11-20"], "prepared", None, "Send it"),
        (["sent 2026-11-20"], "waiting", "2026-12-21", "Check your mailbox"),
        (["sent 2026-11-20", "receipt 2026-11-22"], "waiting", "2026-12-21", "Keep the e-mail. A receipt isn't a decision"),
        (["receipt 2026-11-20"], "waiting", "2026-12-21", "Keep the e-mail. A receipt isn't a decision"),
        (["sent 2026-10-23"], "waiting", "2026-11-23", "Check your mailbox"),
        (["sent 2026-10-20"], "overdue", "2026-11-20", AGAIN),
        (["sent 2026-11-01", "code-missing 2026-11-01"], "open", None, "Look in the spam folder"),
        (["sent 2026-11-01", "granted 2026-11-05"], "granted", None, "Keep the e-mail as proof"),
        (["sent 2026-11-01", "partly 2026-11-05"], "partly", None, "Send another objection"),
        (["sent 2026-11-01", "more-asked 2026-11-05"], "asked", None, "Tell them only what helps"),
        (["sent 2026-11-01", "id-asked 2026-11-05"], "asked", None, "You don't have to send an ID straight away"),
        (["sent 2026-11-01", "wrong-form 2026-11-05"], "asked", None, "If they name the right form"),
        (["sent 2026-11-01", "refused 2026-11-05"], "refused", None, REASONS),
        (["sent 2026-11-01", "refused-with-reasons 2026-11-05"], "refused", None, ANSWER),
        (["sent 2026-11-01", "not-eligible 2026-11-05"], "refused", None, HOME),
        (["sent 2026-09-01", "no-answer 2026-11-05"], "no-answer", None, AGAIN),
        (["sent 2026-11-02", "no-answer 2026-11-05"], "waiting", "2026-12-02", "The time for an answer isn't over yet."),
        (["no-answer 2026-11-05"], "no-answer", None, AGAIN),
        (["sent 2026-09-01", "follow-up 2026-11-16"], "followed-up", "2026-11-30", "Give Meta the two weeks"),
        (["sent 2026-09-01", "follow-up 2026-11-02"], "overdue", "2026-11-16", COMPLAIN),
        (["sent 2026-09-01", "follow-up 2026-10-02", "refused 2026-10-09"], "refused", None, COMPLAIN),
        (["sent 2026-09-01", "complaint 2026-11-02"], "complained", None, "Keep the reference number"),
        (["sent 2026-06-01", "follow-up 2026-07-02", "complaint 2026-08-02", "refused 2026-09-01"], "refused", None, OUT),
        (["sent 2026-09-01", "authority-answer 2026-11-02"], "answered", None, "Read what it decided"),
        (["sent 2026-09-01", "closed 2026-11-02"], "closed", None, "Nothing more to do here."),
        (["sent 2026-09-01", "reopened 2026-11-02"], "open", None, "Fill in Meta's form."),
        (["sent 2026-09-01", "refused 2026-10-01", "reopened 2026-11-02", "sent 2026-11-20"], "waiting", "2026-12-21", "Check"),
        (["sent 2026-06-01", "follow-up 2026-07-02", "sent 2026-11-01", "refused 2026-11-02"], "refused", None, REASONS),
    ],
)  # fmt: skip
def test_a_case_on_one_day(happened: list[str], status: str, due: str | None, recommend: str) -> None:
    """The latest event decides; what was not tried yet comes next; the last day itself is not yet late."""
    found = stands(*happened)
    assert (found.status, found.due and found.due.isoformat()) == (status, due)
    assert found.recommendation.startswith(recommend)


@pytest.mark.parametrize(
    ("happened", "due"),
    [
        (["sent 2026-11-02"], "2026-12-02"),
        (["sent 2026-11-02", "extended 2026-11-20"], "2027-02-02"),
        (["sent 2026-11-02", "extended 2026-11-20", "sent 2026-11-21"], "2026-12-21"),
    ],
)
def test_an_extension_adds_what_the_law_allows(happened: list[str], due: str) -> None:
    """Two months more where the sheet says so, for that sending alone; a Sunday makes it Monday."""
    found = stands(*happened, clocks=(clock("answer", "1 months", extension="2 months"),))
    assert found.due == day(due)


@pytest.mark.parametrize(
    ("happened", "letter"),
    [
        ([], "objection"),
        (["sent 2026-11-20"], ""),
        (["sent 2026-10-01"], "follow-up-no-answer"),
        (["sent 2026-11-01", "id-asked 2026-11-05"], "follow-up-more-data"),
        (["sent 2026-09-01", "follow-up 2026-10-02"], "complaint-to-authority"),
    ],
)
def test_the_letter_that_fits(happened: list[str], letter: str) -> None:
    """What came back names its letter; when time is over, the next step of the ladder does."""
    assert stands(*happened).letter == letter


@pytest.mark.parametrize(("happened", "needed"), [([], True), (["sent 2026-11-20"], False), (["sent 2026-10-01"], True)])
def test_who_is_to_act(happened: list[str], needed: bool) -> None:
    """While one waits there is nothing to do; when time is over there is."""
    assert stands(*happened).needs_action is needed


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
        (
            (clock("answer", "5 days", statement=statement(valid=ValidityPeriod(day("2027-01-01"), None))),),
            "2026-12-23",
            SUGGESTED,
        ),
        ((clock("answer", "20 working-days"),), "2026-12-21", OWED),
    ],
)
def test_the_law_sets_the_clock(clocks: tuple[TimeLimit, ...], due: str, why: str) -> None:
    """Where no law sets one, or the law's does not hold here and now, thirty days are suggested and called a suggestion."""
    found = stands("sent 2026-11-23", clocks=clocks)
    assert found.due == day(due)
    assert found.due_reason == why


def test_a_complaint_runs_on_the_authority_s_clock() -> None:
    """Where the sheet has one; none is made up. When it has run out, one asks for news first."""
    sheet = (clock("answer", "1 months"), clock("authority", "3 months"))
    found = stands("sent 2026-09-01", "complaint 2026-11-02", clocks=sheet)
    assert (found.due, found.due_reason) == (day("2027-02-02"), "The authority's answer about Facebook is due.")
    late = stands("sent 2026-01-01", "complaint 2026-02-02", clocks=sheet)
    assert (late.status, late.recommendation.startswith("Ask the authority how")) == ("overdue", True)
    assert late.letter == "complaint-status"
    asked = stands("sent 2026-01-01", "complaint 2026-02-02", "status-asked 2026-05-04", clocks=sheet)
    assert (asked.status, asked.recommendation.startswith(OUT)) == ("overdue", True)


def test_what_happened_is_kept_with_the_case() -> None:
    """Also what a later version wrote; it does not decide."""
    found = stands("sent 2026-11-20", "from-a-later-version 2026-11-22")
    assert (found.status, len(found.events), found.since) == ("waiting", 2, day("2026-11-20"))


def test_a_case_of_its_own_name_keeps_it() -> None:
    """A target that this version does not know is shown under its id."""
    made = library()
    place = find_place(made, said(country="DE"), TODAY)
    assert place
    assert assess_request("case/elsewhere", (), made, place, {}, TODAY).title == "elsewhere"


def test_every_kind_of_event_leads_to_something_to_do() -> None:
    """Whatever can be recorded of a case leads to a status and to a recommendation."""
    assert all(stands(f"{kind} 2026-11-20").recommendation and stands(f"{kind} 2026-11-20").status for kind in OUTCOMES)


@pytest.mark.parametrize(
    ("sent", "due", "why"),
    [
        ("2026-11-19", "2026-12-21", "Meta's answer about Facebook is due (the Monday, as the last day is a Saturday)."),
        ("2026-11-20", "2026-12-21", "Meta's answer about Facebook is due (the Monday, as the last day is a Sunday)."),
        ("2026-11-21", "2026-12-21", OWED),
    ],
)
def test_a_last_day_on_a_weekend_is_the_monday_after_it_and_says_why(sent: str, due: str, why: str) -> None:
    """As the law of many places counts."""
    found = stands(f"sent {sent}", clocks=(clock("answer", "1 months"),))
    assert (found.due, found.due_reason) == (day(due), why)


@pytest.mark.parametrize(("last", "recommend"), [("no-answer", "Complain"), ("refused", "Contest"), ("granted", "Keep")])
def test_a_rung_that_follows_a_refusal_needs_one(last: str, recommend: str) -> None:
    """In Korea one contests a refusal; silence leads to the authority at once."""
    contest = Escalation("appeal", "Contest it", "meta", Statement("Say why.", "confirmed"), after_status="refused")
    made = library(regimes={"eu": regime(escalations=(contest, LADDER[1]))})
    place = find_place(made, said(country="DE"), TODAY)
    assert place
    events = [event(CASE, "sent", "2026-09-01"), event(CASE, last, "2026-10-05")]
    assert assess_request(CASE, events, made, place, {}, TODAY).recommendation.startswith(recommend)
