"""Dates, lists and labels as each language writes them, and dates that can be typed back."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.i18n.test_catalogues import LANGUAGES
from wizard.content.content_loader import load_shipped_content
from wizard.core.date_format import format_date, format_weekday, translate_dates
from wizard.core.date_input import parse_date_input
from wizard.core.formatting import join_with_and, join_with_or
from wizard.i18n import labelled, speaking, with_colon
from wizard.plain.accessible_text import to_speech

FIRST, LATER, IN_MAY = date(2026, 11, 1), date(2026, 11, 23), date(2026, 5, 2)
DATES = {
    "en": ("1 Nov 2026", "23 Nov 2026", "2 May 2026", "Sun 1 Nov 2026"),
    "de": ("1. November 2026", "23. November 2026", "2. Mai 2026", "So., 1. November 2026"),
    "fr": ("1er novembre 2026", "23 novembre 2026", "2 mai 2026", "dim. 1er novembre 2026"),
    "es": ("1 de noviembre de 2026", "23 de noviembre de 2026", "2 de mayo de 2026", "dom, 1 de noviembre de 2026"),
    "it": ("1º novembre 2026", "23 novembre 2026", "2 maggio 2026", "dom 1º novembre 2026"),
    "pt": ("1º de novembro de 2026", "23 de novembro de 2026", "2 de maio de 2026", "dom., 1º de novembro de 2026"),
    "pl": ("1 listopada 2026", "23 listopada 2026", "2 maja 2026", "niedz. 1 listopada 2026"),
    "nl": ("1 november 2026", "23 november 2026", "2 mei 2026", "zo 1 november 2026"),
}
SPOKEN = {
    "en": "Sunday 1 November 2026",
    "de": "Sonntag, 1. November 2026",
    "fr": "dimanche 1er novembre 2026",
    "es": "domingo, 1 de noviembre de 2026",
    "it": "domenica 1º novembre 2026",
    "pt": "domingo, 1º de novembro de 2026",
    "pl": "niedziela 1 listopada 2026",
    "nl": "zondag 1 november 2026",
}
IN_LETTERS = {
    "en": ("1 November 2026", "Facebook and Instagram"),
    "de": ("1. November 2026", "Facebook und Instagram"),
    "fr": ("1er novembre 2026", "Facebook et Instagram"),
    "es": ("1 de noviembre de 2026", "Facebook e Instagram"),
    "it": ("1º novembre 2026", "Facebook e Instagram"),
    "pt": ("1º de novembro de 2026", "Facebook e Instagram"),
    "pt-PT": ("1 de novembro de 2026", "Facebook e Instagram"),
    "pl": ("1 listopada 2026", "Facebook i Instagram"),
    "nl": ("1 november 2026", "Facebook en Instagram"),
}


@pytest.mark.parametrize(("language", "expected"), DATES.items())
def test_a_date_in_each_language(language: str, expected: tuple[str, str, str, str]) -> None:
    """With full names of months everywhere but in English, and the first day as people say it."""
    with speaking(language):
        assert (*map(format_date, (FIRST, LATER, IN_MAY)), format_weekday(FIRST)) == expected


@pytest.mark.parametrize(("language", "expected"), SPOKEN.items())
def test_a_date_as_a_voice_says_it(language: str, expected: str) -> None:
    """Weekdays in full."""
    with speaking(language):
        assert to_speech(format_weekday(FIRST)) == expected


def test_each_language_is_in_the_tables() -> None:
    """A new language is told what to write."""
    assert set(DATES) == set(SPOKEN) == {"en", *LANGUAGES}
    assert set(IN_LETTERS) == set(load_shipped_content().languages)


@pytest.mark.parametrize(("language", "expected"), IN_LETTERS.items())
def test_dates_and_names_in_letters(language: str, expected: tuple[str, str]) -> None:
    """A letter has the forms of its own language."""
    found = load_shipped_content().languages[language]
    assert (found.format_day(FIRST), found.join_list(("Facebook", "Instagram"))) == expected


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(LANGUAGES)), st.dates(min_value=date(1000, 1, 1), max_value=LATER))
def test_a_date_can_be_typed_as_it_is_shown(language: str, value: date) -> None:
    """In every language, with its weekday too."""
    with speaking(language):
        assert parse_date_input(format_date(value), LATER).on == value
        assert parse_date_input(format_weekday(value), LATER).on == value
        assert parse_date_input(to_speech(format_weekday(value)), LATER).on == value


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "10 Okt", "2026-10-10"),
        ("de", "3. Maerz 2026", None),
        ("de", "3. März 2026", "2026-03-03"),
        ("fr", "1er aout", "2026-08-01"),
        ("fr", "14 juil.", "2026-07-14"),
        ("fr", "14 jui", None),
        ("es", "10 de oct de 2026", "2026-10-10"),
        ("pt", "1o de março de 2026", "2026-03-01"),
        ("it", "5 mag 2026", "2026-05-05"),
        ("pl", "11 listopad", "2026-11-11"),
        ("pl", "2 maj 2026", "2026-05-02"),
        ("nl", "ma 2 nov", "2026-11-02"),
        ("de", "10 October 2026", "2026-10-10"),
    ],
)
def test_short_forms_are_understood(language: str, text: str, expected: str | None) -> None:
    """Three letters tell the months apart; where they do not, nothing is guessed."""
    with speaking(language):
        found = parse_date_input(text, LATER).on
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("language", "texts", "both", "either"),
    [
        ("en", ("A", "Iceland"), "A and Iceland", "A or Iceland"),
        ("es", ("Facebook", "Instagram"), "Facebook e Instagram", "Facebook o Instagram"),
        ("es", ("Irlanda", "Hungría", "Ítaca"), "Irlanda, Hungría e Ítaca", "Irlanda, Hungría o Ítaca"),
        ("es", ("agua", "hielo"), "agua y hielo", "agua o hielo"),
        ("es", ("plata", "oro"), "plata y oro", "plata u oro"),
        ("es", ("uno", "horas"), "uno y horas", "uno u horas"),
        ("it", ("Facebook", "Instagram"), "Facebook e Instagram", "Facebook o Instagram"),
    ],
)
def test_and_changes_before_the_same_sound(language: str, texts: tuple[str, ...], both: str, either: str) -> None:
    """In Spanish; nobody says “y Instagram”."""
    with speaking(language):
        assert (join_with_and(texts), join_with_or(texts)) == (both, either)


@pytest.mark.parametrize(("language", "expected"), [("fr", "Lieu\u00a0:"), ("de", "Lieu:"), ("en", "Lieu:")])
def test_french_has_a_space_before_the_colon(language: str, expected: str) -> None:
    """One that does not break."""
    with speaking(language):
        assert (with_colon("Lieu"), labelled("Lieu", "Paris")) == (expected, f"{expected} Paris")


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("en", "21 July 2026", "21 July 2026"),
        ("de", "21 July 2026", "21. Juli 2026"),
        ("fr", "1 May 2026", "1er mai 2026"),
        ("es", "May 2025", "mayo de 2025"),
        ("pt", "June–July 2026", "junho–julho de 2026"),
        ("it", "26–27 April 2026", "26–27 aprile 2026"),
        ("pl", "November 2026", "listopada 2026"),
        ("nl", "2025–26", "2025–26"),
    ],
)
def test_dates_that_the_content_writes_out(language: str, written: str, expected: str) -> None:
    """The day of a page that is a source stands in English in its file."""
    with speaking(language):
        assert translate_dates(written) == expected
