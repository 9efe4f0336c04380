"""The days on which the rules change: what a person is told on the day before, and on the day itself."""

from datetime import date, timedelta

import pytest

from tests.making import event
from wizard.core.content_models import Library
from wizard.core.jurisdiction import Statement
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot, build_snapshot

ACCOUNTS = ("facebook", "instagram")
ONE_DAY = timedelta(days=1)

CHANGES = [
    # place, the day, the law's name before and after, words that only hold before, words that only hold from then on
    ("CL", "2026-12-01", "Chilean data protection law", "Chilean data protection law", "ask it politely", "under Ley 21.719"),
    ("US-OK", "2027-01-01", "no general federal privacy law", "OCDPA (SB 546)", "start on 1 January 2027", "45 days to answer"),
    ("US-LA", "2027-01-01", "no general federal privacy law", "LDPA", "start on 1 January 2027", "for what it covers"),
    ("US-AL", "2027-05-01", "no general federal privacy law", "APDPA (HB 351)", "starts on 1 May 2027", "for what it covers"),
    ("US-VT", "2028-01-01", "no general federal privacy law", "VDPOSA", "starts on 1 January 2028", "for what it covers"),
    ("IN", "2027-05-13", "DPDP", "DPDP", "start on 13 or 14 May 2027 at the latest", "Use your rights under the DPDP Act"),
    ("GB", "2026-06-19", "UK GDPR", "UK GDPR", "", "had to complain to Meta before the ICO"),
]


def case_on(content: Library, place: str, day: date, *happened: str) -> Snapshot:
    """The case of a person with two accounts on this day; `happened` are events of the objection for Facebook, a week before."""
    country, _, region = place.partition("-")
    answers = {"country": (country,), "services": ACCOUNTS} | ({"region": (place,)} if region else {})
    return build_snapshot(
        content, answers, [event("case/facebook", kind, (day - 7 * ONE_DAY).isoformat()) for kind in happened], day
    )


def words(case: Snapshot) -> str:
    """Everything that is said of the place."""
    assert case.place is not None
    regime = case.place.regime
    statements: list[Statement] = [*regime.can, *regime.cannot, *regime.notes]
    statements += [right.statement for right in regime.rights]
    statements += [clock.statement for clock in regime.time_limits]
    statements += [escalation.statement for escalation in regime.escalations]
    return "\n".join(each.text for each in applicable_statements(statements, case.interview.facts, case.today))


def rights(case: Snapshot) -> set[str]:
    """The rights that the person has."""
    assert case.place is not None
    return {
        right.id
        for right in case.place.regime.rights
        if applicable_statements([right.statement], case.interview.facts, case.today)
    }


@pytest.mark.parametrize(("place", "day", "before", "after", "until_then", "from_then"), CHANGES)
def test_the_plan_changes_with_the_law(
    content: Library, place: str, day: str, before: str, after: str, until_then: str, from_then: str
) -> None:
    """On the eve the old words stand, on the day itself the new ones, and never both."""
    on = date.fromisoformat(day)
    eve, then = case_on(content, place, on - ONE_DAY), case_on(content, place, on)
    assert eve.place is not None
    assert then.place is not None
    assert before in eve.place.law
    assert after in then.place.law
    assert until_then in words(eve)
    assert from_then not in words(eve)
    assert from_then in words(then)
    assert not until_then or until_then not in words(then)


@pytest.mark.parametrize(
    ("place", "day", "new"),
    [
        ("CL", "2026-12-01", {"object", "erase", "port"}),
        ("US-OK", "2027-01-01", {"access", "erase", "opt-out"}),
        ("US-LA", "2027-01-01", {"access", "erase", "opt-out"}),
        ("IN", "2027-05-13", {"withdraw", "access", "erase", "complain"}),
        ("GB", "2026-06-19", {"complain-meta"}),
    ],
)
def test_rights_begin_on_the_day(content: Library, place: str, day: str, new: set[str]) -> None:
    """Not one of them is promised a day too early."""
    on = date.fromisoformat(day)
    assert not rights(case_on(content, place, on - ONE_DAY)) & new
    assert rights(case_on(content, place, on)) >= new


def test_in_britain_the_complaint_goes_to_meta_first(content: Library) -> None:
    """Before 19 June 2026 a refusal led to the ICO at once; since then Meta comes first."""
    on = date(2026, 6, 19)
    (before, *_), (after, *_) = (
        [each for each in case_on(content, "GB", day, "sent", "refused").requests if each.target == "case/facebook"]
        for day in (on - ONE_DAY, on)
    )
    assert before.recommendation.startswith("Complain to the ICO")
    assert after.recommendation.startswith("Complain to Meta itself")


@pytest.mark.parametrize(("day", "days"), [("2027-05-12", 31), ("2027-05-13", 90)])
def test_in_india_the_answer_is_due_by_the_rules_of_the_day(content: Library, day: str, days: int) -> None:
    """A month under the rules of 2011, at most 90 days under those of the new Act."""
    on = date.fromisoformat(day)
    sent = on - 7 * ONE_DAY
    (case,) = (each for each in case_on(content, "IN", on, "sent").requests if each.target == "case/facebook")
    assert case.due is not None
    assert abs((case.due - sent).days - days) <= 2  # a weekend may lie at the end


@pytest.mark.parametrize(("place", "day"), [(place, day) for place, day, *_ in CHANGES])
def test_on_both_sides_there_is_a_plan(content: Library, place: str, day: str) -> None:
    """With a first step, and the same one: the rules of a place change no tap in Meta's menus."""
    on = date.fromisoformat(day)
    eve, then = case_on(content, place, on - ONE_DAY), case_on(content, place, on)
    assert eve.next_step is not None
    assert [entry.id for entry in eve.steps] == [entry.id for entry in then.steps]
