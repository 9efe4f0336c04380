"""What is said after a refusal, silence or half a yes: in each place its own words, and no time that has not passed."""

import re
from datetime import date, timedelta

import pytest

from tests.making import event
from wizard.core.content_models import Library
from wizard.core.formatting import format_date
from wizard.core.request import Request
from wizard.core.snapshot import build_snapshot

from .test_shipped import TODAY, homes

CASE = "case/facebook"
BAD = ("refused", "refused-with-reasons", "not-eligible")
OUTCOMES = (*BAD, "partly", "no-answer")
LONG_AGO = TODAY - timedelta(days=400)
PASSED = re.compile(r"the time has passed|time for an answer ended|time that .{1,40} ended|was \d+ \w+ 20\d\d", re.IGNORECASE)

ASKS, ANSWERS, HOME = "Ask for the reasons", "Answer its reasons", "Say where you live"
AUTHORITY = "You can also do this: Complain to your data protection authority"
META = "Complain to Meta itself."
SAID = [
    # place, outcome on the day of sending, what is said of it
    ("DE", "refused", (ASKS, AUTHORITY)),
    ("DE", "refused-with-reasons", (ANSWERS, AUTHORITY)),
    ("DE", "not-eligible", (HOME, AUTHORITY)),
    ("DE", "partly", ("each account they left out", AUTHORITY)),
    ("DE", "no-answer", ("n't over yet", "It ends on 23 Dec 2026.")),
    ("GB", "refused", (META, "before the ICO")),
    ("GB", "partly", ("each account they left out", "You can also do this: Complain to Meta itself.")),
    ("CH", "refused", (ASKS, "Report it to the FDPIC (EDÖB)")),
    ("CH", "no-answer", ("n't over yet", "It ends on 23 Dec 2026.")),
    ("BR", "refused-with-reasons", (ANSWERS, "Petition ANPD")),
    ("JP", "refused", ("Complain to Meta's own desk.", ASKS, "Call the PPC")),
    ("KR", "refused", ("Contest the refusal with Meta.", "Article 38(5)")),
    ("KR", "partly", ("each account they left out", "privacy call centre")),
    ("TR", "refused", ("Complain to the Board (KVKK).", "The last day for it is 23 Dec 2026.")),
    ("TR", "partly", ("each account they left out", "The last day for it is 23 Dec 2026.")),
    ("MX", "refused", ("Ask the Secretaría for protection.", "The last day for it is 8 Dec 2026.")),
    ("US-TX", "refused", ("Appeal to Meta.", "look at it again")),
    ("US-CA", "refused", (ASKS, "or to the FTC")),
    ("US-TX", "no-answer", ("n't over yet", "It ends on 7 Jan 2027.")),
    ("AF", "refused", (ASKS, "Write to your representative")),
]


def stands(content: Library, place: tuple[str, str], *happened: tuple[str, date]) -> Request:
    """The case of somebody there with an account on Facebook, to which these things happened."""
    country, region = place
    answers = {"country": (country,), "services": ("facebook",)} | ({"region": (region,)} if region else {})
    case = build_snapshot(content, answers, [event(CASE, kind, on.isoformat()) for kind, on in happened], TODAY)
    return next(each for each in case.requests if each.target == CASE)


def at(place: str) -> tuple[str, str]:
    """Country and region of a place as the table names it."""
    return place.partition("-")[0], place if "-" in place else ""


@pytest.mark.parametrize(("place", "outcome", "words"), SAID)
def test_each_answer_has_words_of_its_own(content: Library, place: str, outcome: str, words: tuple[str, ...]) -> None:
    """What to do after a refusal is not what to do after silence; where the law sets a last day, it is named."""
    found = stands(content, at(place), ("sent", TODAY), (outcome, TODAY)).recommendation
    assert all(each in found for each in words), found


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_no_time_has_passed_on_the_day_of_sending(content: Library, outcome: str) -> None:
    """In none of the 250 countries and their parts."""
    for place in homes(content):
        found = stands(content, place, ("sent", TODAY), (outcome, TODAY))
        assert not PASSED.search(found.recommendation), (place, found.recommendation)


@pytest.mark.parametrize("outcome", BAD)
def test_a_late_refusal_is_no_silence(content: Library, outcome: str) -> None:
    """Meta has answered: one writes about the answer, however long it took."""
    for place in homes(content):
        found = stands(content, place, ("sent", LONG_AGO), ("no-answer", TODAY - timedelta(days=30)), (outcome, TODAY))
        assert "to answer ended" not in found.recommendation, (place, found.recommendation)


def test_silence_says_when_the_time_ended(content: Library) -> None:
    """By the law of the place or by our suggestion, whether the person recorded it or not; and it says which of the two."""
    for place in homes(content):
        for happened in ([("sent", LONG_AGO)], [("sent", LONG_AGO), ("no-answer", TODAY)]):
            found = stands(content, place, *happened)
            if found.recommendation.startswith("Write to Meta again."):
                assert re.search(
                    r"(Meta's time to answer|The time that we suggest for an answer) ended on \d+ \w+ 20", found.recommendation
                ), place


def test_silence_of_which_nobody_knows_the_beginning_claims_nothing(content: Library) -> None:
    """Who never recorded a sending is told what to write, and of no time."""
    found = stands(content, ("DE", ""), ("no-answer", TODAY))
    assert found.recommendation == "Write to Meta again. Remind Meta of your request and its date, and give it two more weeks."


def test_the_last_day_for_a_complaint_is_among_the_dates(content: Library) -> None:
    """From the day of the answer, never later than the law counts from the application; gone once it is over."""
    sent = TODAY - timedelta(days=40)
    soon = stands(content, ("TR", ""), ("sent", sent), ("refused", TODAY - timedelta(days=1)))
    assert (soon.due, soon.due_reason) == (sent + timedelta(days=60), "Your complaint about Facebook must be in.")
    over = stands(content, ("TR", ""), ("sent", LONG_AGO), ("refused", TODAY - timedelta(days=31)))
    assert over.due is None
    assert f"was {format_date(TODAY - timedelta(days=1))}" not in over.recommendation
    assert "The last day for it was" in over.recommendation


def test_after_the_authority_one_does_not_go_back_to_meta(content: Library) -> None:
    """What comes next stands above what was done."""
    found = stands(content, ("DE", ""), ("sent", LONG_AGO), ("complaint", TODAY - timedelta(days=200)))
    assert found.status == "overdue"
    assert found.recommendation.startswith("Ask the authority how your complaint stands")
    assert "Meta" not in found.recommendation
