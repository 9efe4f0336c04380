"""Parse a date as users type it: "today", "last Monday", "10 Oct", "10.10.", "2026-10-10".

An ambiguous date is never guessed.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from wizard.i18n import N_, SOURCE_LANGUAGE, _, current_language

from .date_format import MONTH_NAMES, MONTHS
from .date_words import dates_in_words, weekday_number, without_words_around
from .formatting import format_date, format_weekday, join_with_or
from .typed_words import without_accents

EXAMPLES = N_("today, yesterday, 10 Oct or 2026-10-10")
NO_DAY = N_("This is not a day. Write it like today, yesterday, 10 Oct or 2026-10-10.")
MAX_YEARS_AGO = 25
"""A date further back has a slip in its year: nothing that can be recorded is that old."""
_LETTERS = 3
"""The number of letters that tell the months apart."""
_LEAP = 4
"""How many years to look back for a date without a year: 29 February returns every four years, except in most centuries."""
_CENTURY = 100
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DOTS = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.? ?(?P<year>\d{4}|\d{2})?")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|o)?\.? (?:de |of )?(?P<word>[^\W\d_]{3,12})\.?(?:,? (?:de )?(?P<year>\d{4}))?"
)
_MONTH_FIRST = re.compile(r"(?P<word>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?")
_SLASHES = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}|\d{2}))?")


class DateInput(NamedTuple):
    """The date that was typed, or None and in `wrong` the sentence that says why it cannot be used.

    `coming` is the date if it cannot be used only because it is still to come.
    """

    on: date | None
    wrong: str = ""
    coming: date | None = None


def today_word() -> str:
    """Return the word for today that can be typed, in the chosen language."""
    return _("today")


def parse_date_input(text: str, today: date) -> DateInput:
    """Parse a date that is not after `today`. Without a year the date nearest to today is meant."""
    typed = " ".join(without_accents(text).split())
    in_figures = without_words_around(_without_weekday(without_words_around(typed)))
    dates = list(dict.fromkeys((*_interpretations(typed, today),) or _interpretations(in_figures, today)))
    if not dates:
        return DateInput(None, _(NO_DAY))
    if len(dates) > 1:
        return DateInput(None, _("This can be {dates}. Write the month in letters.", dates=join_with_or(map(format_date, dates))))
    on = dates[0]
    if on > today:
        return DateInput(None, _("{day} is still to come. Record it when it has happened.", day=format_weekday(on)), on)
    return DateInput(on)


def parse_event_day(text: str, today: date) -> DateInput:
    """Parse the date of something that is recorded now; one that is too long ago is taken for a slip."""
    parsed = parse_date_input(text, today)
    if parsed.on and today.year - parsed.on.year > MAX_YEARS_AGO:
        return DateInput(None, _("{day} is too long ago. Check the year.", day=format_weekday(parsed.on)))
    return parsed


def _without_weekday(text: str) -> str:
    """Return the text without the name of a weekday before it, in English or in the chosen language."""
    words_before = _WORD.finditer(re.split(r"\d", text, maxsplit=1)[0])
    for word in islice(words_before, 2):  # "on Monday, 10 Oct"
        if weekday_number(word[0]) is not None:
            return text[word.end() :].lstrip(" .,")
    return text


def _interpretations(text: str, today: date) -> Iterator[date]:
    """Yield every date that the normalized text can mean; the same date can come twice."""
    yield from dates_in_words(text, today)
    if slashes := _SLASHES.fullmatch(text):  # countries differ in whether the day or the month comes first
        for day, month in ((slashes["day"], slashes["month"]), (slashes["month"], slashes["day"])):
            yield from _candidate_dates(slashes["year"], int(month), int(day), today)
    else:
        for pattern in (_ISO, _DOTS, _DAY_FIRST, _MONTH_FIRST):
            if match := pattern.fullmatch(text):
                parts = match.groupdict()
                month_number = _month_number(parts["word"]) if "word" in parts else int(parts["month"])
                yield from _candidate_dates(parts["year"], month_number, int(parts["day"]), today)


def _month_number(word: str) -> int:
    """Return the number of the month that begins with these letters, at least three; 0 if there is none, or more than one.

    The English names are always known, and those of the chosen language. Where a date has another form of the name, as in
    Polish, the first three letters suffice.
    """
    names = [
        {without_accents(each).rstrip(".") for each in (name, _(name), _(short))}
        for name, short in zip(MONTH_NAMES, MONTHS, strict=True)
    ]
    begun = [number for number, forms in enumerate(names, 1) if any(form.startswith(word) for form in forms)]
    alike = [number for number, forms in enumerate(names, 1) if word[:_LETTERS] in {form[:_LETTERS] for form in forms - {""}}]
    found = begun or (alike if current_language() != SOURCE_LANGUAGE else [])
    return found[0] if len(word) >= _LETTERS and len(found) == 1 else 0


def _candidate_dates(year: str | None, month: int, day: int, today: date) -> Iterator[date]:
    """Yield the date with these numbers, if it exists; without a year the one nearest to today.

    A year of two digits lies in the present century.
    """
    if year:
        years = [int(year) + (today.year // _CENTURY * _CENTURY if len(year) <= len("26") else 0)]
    else:
        years = list(range(today.year - _LEAP, today.year + 2))
    dates = [candidate for number in years if (candidate := _valid_date(number, month, day))]
    yield from sorted(dates, key=lambda candidate: abs(candidate - today))[:1]


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
