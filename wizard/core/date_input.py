"""A day as a person types it: "today", "10 Oct", "10.10.", "2026-10-10". What can be two days is asked back, never guessed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .date_format import format_date, format_weekday

TODAY, YESTERDAY = "today", "yesterday"
EXAMPLES = "today, yesterday, 10 Oct or 2026-10-10"
NO_DAY = f"This is not a day. Write it like {EXAMPLES}."
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_LETTERS = 3
"""How many letters tell one month from another."""
_LEAP = 4
"""After how many years at the latest a day comes again, but for once in a hundred."""
_CENTURY = 100
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=.*\d)")
_AGO = re.compile(r"(\d{1,4}) days? ago")
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DOTS = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.? ?(?P<year>\d{4}|\d{2})?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<word>[a-z]{3,9})\.?(?:,? (?P<year>\d{4}))?")
_MONTH_FIRST = re.compile(r"(?P<word>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?")
_SLASHES = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}|\d{2}))?")


class DateInput(NamedTuple):
    """The day that is meant, or in a sentence why it cannot be told or counted."""

    on: date | None
    wrong: str = ""


def parse_date_input(text: str, today: date) -> DateInput:
    """The day that is meant. Without a year it is the nearest such day; a day to come has not happened yet."""
    found = list(dict.fromkeys(_interpretations(_WEEKDAY.sub("", " ".join(text.casefold().split())), today)))
    if not found:
        return DateInput(None, NO_DAY)
    if len(found) > 1:
        return DateInput(None, f"This can be {' or '.join(map(format_date, found))}. Write the month in letters.")
    on = found[0]
    return (
        DateInput(None, f"{format_weekday(on)} is still to come. Record it when it has happened.")
        if on > today
        else DateInput(on)
    )


def _interpretations(word: str, today: date) -> Iterator[date]:
    """Every day that this can be."""
    if word in (TODAY, YESTERDAY):
        yield from _before(today, int(word == YESTERDAY))
    elif ago := _AGO.fullmatch(word):
        yield from _before(today, int(ago[1]))
    elif slashes := _SLASHES.fullmatch(word):  # the day or the month comes first, by where one lives
        for one, other in ((slashes["day"], slashes["month"]), (slashes["month"], slashes["day"])):
            yield from _candidate_dates(slashes["year"], int(other), int(one), today)
    else:
        for shape in (_ISO, _DOTS, _DAY_FIRST, _MONTH_FIRST):
            if found := shape.fullmatch(word):
                parts = found.groupdict()
                month = _month(parts["word"]) if "word" in parts else int(parts["month"])
                yield from _candidate_dates(parts["year"], month, int(parts["day"]), today)


def _month(word: str) -> int:
    """The number of a month by its first letters, three at least; 0 for no month."""
    return next((number for number, name in enumerate(_MONTHS, 1) if len(word) >= _LETTERS and name.startswith(word)), 0)


def _before(today: date, days: int) -> Iterator[date]:
    if days < today.toordinal():
        yield today - timedelta(days=days)


def _candidate_dates(year: str | None, month: int, number: int, today: date) -> Iterator[date]:
    """The day with these numbers, if there is one; without a year the one nearest to today."""
    if year:
        years = [int(year) + (today.year // _CENTURY * _CENTURY if len(year) <= len("26") else 0)]
    else:
        years = list(range(today.year - _LEAP, today.year + 2))
    found = [made for each in years if (made := _valid(each, month, number))]
    yield from sorted(found, key=lambda made: abs(made - today))[:1]


def _valid(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
