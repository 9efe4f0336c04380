"""A day as a person types it: what is understood, what is asked back, what has not happened yet."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import TODAY
from wizard.core.date_format import format_date, format_weekday
from wizard.core.date_input import NO_DAY, parse_date_input


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-23"),
        (" Yesterday ", "2026-11-22"),
        ("3 days ago", "2026-11-20"),
        ("1 day ago", "2026-11-22"),
        ("2026-10-01", "2026-10-01"),
        ("2026-1-5", "2026-01-05"),
        ("2026/10/11", "2026-10-11"),
        ("10 Oct", "2026-10-10"),
        ("10. oct.", "2026-10-10"),
        ("10th October 2025", "2025-10-10"),
        ("10 sept", "2026-09-10"),
        ("Oct 10", "2026-10-10"),
        ("October 10, 2026", "2026-10-10"),
        ("10.10.", "2026-10-10"),
        ("10.10", "2026-10-10"),
        ("1.9.2026", "2026-09-01"),
        ("01. 09. 26", "2026-09-01"),
        ("25/10", "2026-10-25"),
        ("10/25/2026", "2026-10-25"),
        ("10/10", "2026-10-10"),
        ("23 Nov", "2026-11-23"),
        ("29 Feb", "2024-02-29"),
    ],
)
def test_a_day_in_the_words_of_many_places(text: str, expected: str) -> None:
    """Words, a month in letters, dots with the day first, and the order of machines."""
    assert parse_date_input(text, TODAY).on == date.fromisoformat(expected)


@pytest.mark.parametrize(("text", "expected"), [("20 Dec", "2026-12-20"), ("31.12.", "2026-12-31"), ("5 Jan", "2027-01-05")])
def test_without_a_year_it_is_the_nearest_such_day(text: str, expected: str) -> None:
    """In January, December was a few days ago."""
    assert parse_date_input(text, date(2027, 1, 8)).on == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("10/11", "This can be 10 Nov 2026 or 11 Oct 2026. Write the month in letters."),
        ("3-4-26", "This can be 3 Apr 2026 or 4 Mar 2026. Write the month in letters."),
        ("24 Nov", "Tue 24 Nov 2026 is still to come. Record it when it has happened."),
        ("2099-01-01", "Thu 1 Jan 2099 is still to come. Record it when it has happened."),
        *(
            (wrong, NO_DAY)
            for wrong in ("", "tomorrow", "31", "31 Feb", "2026-02-30", "0.0.", "10 xyz", "10 ma1", "9999 days ago x")
        ),
    ],
)
def test_what_is_no_day_says_what_to_do(text: str, sentence: str) -> None:
    """In one sentence; of two days none is guessed."""
    typed = parse_date_input(text, TODAY)
    assert (typed.on, typed.wrong) == (None, sentence)
    assert typed.is_future == ("is still to come" in sentence)


@settings(max_examples=50, deadline=None)
@given(st.dates(max_value=TODAY))
def test_every_day_is_understood_as_it_is_said(value: date) -> None:
    """What this program says of a day can be typed back."""
    assert parse_date_input(format_date(value), TODAY).on == value or value.year < 1000
    assert parse_date_input(value.isoformat(), TODAY).on == value
    assert parse_date_input(format_weekday(value), TODAY).on == value or value.year < 1000


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=20), st.dates())
def test_no_text_breaks_it(text: str, today: date) -> None:
    """Either a day that has come, or a sentence."""
    found = parse_date_input(text, today)
    assert (found.on is None) == bool(found.wrong)
    assert found.on is None or found.on <= today
