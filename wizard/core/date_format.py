"""Format dates in words, the same everywhere and independent of the locale."""

import re
from datetime import date
from functools import cache

from wizard.i18n import N_, NP_, SOURCE_LANGUAGE, _, current_language, pgettext

MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
MONTH_NAMES = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))

DAY_NAMES = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
DATE = N_("{day} {month} {year}")
FIRST_OF_MONTH = NP_("first day of a month", "{day} {month} {year}")
"""Some languages count this day only: 1er novembre, 1º de novembro."""

MONTH_OF_YEAR = N_("{month} {year}")


def date_message(day: int) -> str:
    """Return how this day of a month, its month and year stand together in the chosen language."""
    return pgettext("first day of a month", FIRST_OF_MONTH) if day == 1 else _(DATE)


def format_date(value: date) -> str:
    """Return a date in words: "23 Nov 2026"."""
    return date_message(value.day).format(day=value.day, month=_(MONTHS[value.month - 1]), year=value.year)


def format_weekday(value: date) -> str:
    """Return a date with its weekday: "Mon 23 Nov 2026"."""
    return _("{weekday} {date}", weekday=_(DAYS[value.weekday()]), date=format_date(value))


def translate_dates(text: str) -> str:
    """Return a text with its English dates, such as "21 July 2026" or "June–July 2026", in the chosen language."""
    return text if current_language() == SOURCE_LANGUAGE else _english_date().sub(_translated_date, text)


@cache
def _english_date() -> re.Pattern[str]:
    """Return the pattern of a date in English. Only documents in other languages need it."""
    return re.compile(rf"(?:(?<![–\d])(?P<day>\d{{1,2}}) )?\b(?P<month>{'|'.join(MONTH_NAMES)})\b(?: (?P<year>\d{{4}}))?")


def _translated_date(match: re.Match[str]) -> str:
    month = _(match["month"])
    if match["day"] and match["year"]:
        return date_message(int(match["day"])).format(day=match["day"], month=month, year=match["year"])
    day = f"{match['day']} " if match["day"] else ""
    return day + (_(MONTH_OF_YEAR, month=month, year=match["year"]) if match["year"] else month)
