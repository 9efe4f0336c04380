"""A day as a person types it: what is understood, what is asked back, what has not happened yet."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogues import interface_languages
from tests.making import TODAY
from wizard.core.date_format import DAY_NAMES, DAYS, format_date, format_weekday
from wizard.core.date_input import NO_DAY, parse_date_input
from wizard.core.formatting import relative_days
from wizard.i18n import _ as translated
from wizard.i18n import speaking


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-23"),
        (" Yesterday ", "2026-11-22"),
        ("Yesterday.", "2026-11-22"),  # dictated
        ("this morning", "2026-11-23"),
        ("last night", "2026-11-22"),
        ("the day before yesterday", "2026-11-21"),
        ("3 days ago", "2026-11-20"),
        ("three days ago", "2026-11-20"),
        ("a week ago", "2026-11-16"),
        ("last week", "2026-11-16"),
        ("2 weeks ago", "2026-11-09"),
        ("a month ago", "2026-10-23"),
        ("Monday", "2026-11-16"),  # today is a Monday
        ("last Monday", "2026-11-16"),
        ("on sunday", "2026-11-22"),
        ("Tues", "2026-11-17"),
        ("Saturday evening", "2026-11-21"),
        ("on 10 Oct", "2026-10-10"),
        ("the 10th of October", "2026-10-10"),
        ("Mon Oct 10", "2026-10-10"),
        ("on Monday, 10 October", "2026-10-10"),
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
            for wrong in (
                "last month",
                "a few days ago",
                "T",
                "",
                "tomorrow",
                "31",
                "31 Feb",
                "2026-02-30",
                "0.0.",
                "10 xyz",
                "10 ma1",
                "9999 days ago x",
                "next Monday",
            )
        ),
    ],
)
def test_what_is_no_day_says_what_to_do(text: str, sentence: str) -> None:
    """In one sentence; of two days none is guessed."""
    typed = parse_date_input(text, TODAY)
    assert (typed.on, typed.wrong) == (None, sentence)
    assert bool(typed.coming) == ("is still to come" in sentence)


IN_OTHER_LANGUAGES = {
    "de": "gestern Abend; vorgestern; vor drei Tagen; letzte Woche; vor 1 Monat; am Montag; letzten Mi; am 10. Oktober",
    "fr": "hier soir; avant-hier; il y a trois jours; la semaine dernière; il y a un mois; lundi dernier; mer; le 10 octobre",
    "es": "anoche; anteayer; hace 3 dias; la semana pasada; hace un mes; el lunes; miercoles pasado; el 10 de octubre",
    "it": "ieri sera; l'altro ieri; tre giorni fa; una settimana fa; un mese fa; lunedì scorso; mercoledi; il 10 ottobre",
    "pt": "ontem à noite; anteontem; 3 dias atrás; há uma semana; faz um mês; segunda; na última quarta-feira; dia 10 de outubro",
    "pl": "wczoraj wieczorem; przedwczoraj; trzy dni temu; w zeszlym tygodniu; miesiąc temu; poniedzialek; w środę; 10.10.26 r.",
    "nl": "gisteravond; eergisteren; drie dagen geleden; vorige week; een maand geleden; maandag; afgelopen wo; op 10 oktober",
}
MEANT = ("2026-11-22", "2026-11-21", "2026-11-20", "2026-11-16", "2026-10-23", "2026-11-16", "2026-11-18", "2026-10-10")


@pytest.mark.parametrize("language", IN_OTHER_LANGUAGES)
def test_a_day_in_the_words_of_another_language(language: str) -> None:
    """Spelled as people spell it there, with its accents or without; and English is understood too."""
    with speaking(language):
        for text, day in zip(IN_OTHER_LANGUAGES[language].split("; "), MEANT, strict=True):
            assert (text, str(parse_date_input(text, TODAY).on)) == (text, day)
        assert parse_date_input("last Monday", TODAY).on == date(2026, 11, 16)


@pytest.mark.parametrize("language", interface_languages(Path(__file__).parents[2]))
def test_what_is_said_of_a_day_can_be_typed(language: str) -> None:
    """How long ago it was, and its weekday: a new language that lacks the words is found here."""
    with speaking(language):
        for days in range(40):
            day = TODAY - timedelta(days)
            text = relative_days(day, TODAY)
            assert (text, parse_date_input(text, TODAY).on) == (text, day)
        for days in range(1, 8):
            day = TODAY - timedelta(days)
            for names in (DAY_NAMES, DAYS):
                name = translated(names[day.weekday()])
                assert (name, parse_date_input(name, TODAY).on) == (name, day)


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
