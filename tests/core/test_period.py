"""Counting time as laws do: calendar days, working days, calendar months, and what a weekend does to the last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import clock, day, period
from wizard.core.jurisdiction import TimeLimit
from wizard.core.period import add_period, due_date, format_period, roll_to_weekday

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-11-23", "30 days", "2026-12-23"),
        ("2026-11-23", "1 months", "2026-12-23"),
        ("2026-01-31", "1 months", "2026-02-28"),
        ("2028-01-31", "1 months", "2028-02-29"),
        ("2026-12-31", "2 months", "2027-02-28"),
        ("2026-11-30", "3 months", "2027-02-28"),
        ("2026-03-31", "18 months", "2027-09-30"),
        ("2026-11-23", "5 working-days", "2026-11-30"),
        ("2026-11-27", "1 working-days", "2026-11-30"),
        ("2026-11-28", "1 working-days", "2026-11-30"),
        ("2026-11-23", "20 working-days", "2026-12-21"),
    ],
)
def test_a_period_ends(start: str, length: str, end: str) -> None:
    """One month is not 30 days, and 20 working days are not 28 days by definition."""
    assert add_period(day(start), period(length)) == day(end)


@pytest.mark.parametrize(
    ("sent", "limit", "owed"),
    [
        ("2026-11-23", clock("answer", "1 months"), "2026-12-23"),
        ("2026-11-26", clock("answer", "1 months"), "2026-12-28"),
        ("2026-11-27", clock("answer", "1 months"), "2026-12-28"),
        ("2026-11-28", clock("answer", "1 months"), "2026-12-28"),
        ("2027-01-31", clock("answer", "1 months"), "2027-03-01"),
        ("2026-11-23", clock("answer", "10 days"), "2026-12-03"),
        ("2026-11-23", clock("answer", "10 days", "day-after-receipt"), "2026-12-03"),
        ("2026-11-23", clock("answer", "5 working-days"), "2026-11-30"),
    ],
)
def test_an_answer_is_owed_by(sent: str, limit: TimeLimit, owed: str) -> None:
    """The last day moves to Monday where it falls on a weekend."""
    assert due_date(limit, day(sent)) == day(owed)


def test_an_extension_runs_from_the_end_of_the_first_period() -> None:
    """One month and two more are three months; without an extension nothing is added."""
    limit = clock("answer", "1 months", extension="2 months")
    assert due_date(limit, day("2026-11-24"), extended=True) == day("2027-02-24")
    assert due_date(clock("answer", "1 months"), day("2026-11-24"), extended=True) == day("2026-12-24")


@given(DAYS, st.integers(1, 400), st.sampled_from(["days", "working-days", "months"]), st.booleans())
def test_no_answer_is_owed_on_a_weekend_or_before_it_was_asked_for(start: date, number: int, unit: str, later: bool) -> None:
    """Whatever the law, the due day is a weekday after the start."""
    owed = due_date(clock("answer", f"{number} {unit}", "day-after-receipt" if later else "receipt"), start)
    assert owed > start
    assert owed.weekday() < 5


@given(DAYS, st.integers(1, 60))
def test_working_days_are_counted_one_by_one(start: date, number: int) -> None:
    """As many weekdays lie after the start, up to and with the last day, as the law gives."""
    end = add_period(start, period(f"{number} working-days"))
    between = (start + timedelta(days=each) for each in range(1, (end - start).days + 1))
    assert sum(each.weekday() < 5 for each in between) == number


@given(DAYS, st.integers(1, 60))
def test_months_keep_the_day_or_end_the_month(start: date, number: int) -> None:
    """The same number of the day, or the last day of a shorter month."""
    end = add_period(start, period(f"{number} months"))
    assert (end.year - start.year) * 12 + end.month - start.month == number
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


@given(DAYS)
def test_a_weekday_stays_and_a_weekend_becomes_monday(value: date) -> None:
    """At most two days later, never on a weekend."""
    moved = roll_to_weekday(value)
    assert moved == value if value.weekday() < 5 else moved.weekday() == 0 and (moved - value).days in (1, 2)


@pytest.mark.parametrize(
    ("length", "words"),
    [("1 months", "1 month"), ("30 days", "30 days"), ("1 days", "1 day"), ("20 working-days", "20 working days")],
)
def test_a_period_in_words(length: str, words: str) -> None:
    """As one says it."""
    assert format_period(period(length)) == words
