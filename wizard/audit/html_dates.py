"""Dates as the pages of an HTML export print them: formatted for people, in the language of the account, without a time zone."""

import re
import unicodedata
from calendar import timegm
from datetime import datetime
from functools import lru_cache

from .timestamps import FIRST_YEAR, LAST_YEAR

INSTAGRAM_OFFSET = -8 * 3600
"""Seconds from UTC of the times in pages of Instagram: always eight hours behind, in summer too (measured on donated exports)."""
MAX_OFFSET, _OFFSET_STEP = 15 * 3600, 15 * 60
_MAX_DATE_LENGTH = 100
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?!\d)")
_DAY_OR_MONTH = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_AFTERNOON_WORDS = "pm p tarde noite noche ch chieu nachm nachmittags μμ ds 오후 午後 下午"
"""Words and abbreviations for the second half of the day. They matter on the first and last day of a year only."""
_MONTHS = (
    ("jan", "ene", "gen", "янв", "ιαν", "sty", "oca", "led"),
    ("feb", "fev", "fevr", "фев", "φεβ", "lut", "sub", "uno"),
    ("mar", "mrt", "maa", "мар", "μαρ", "mae", "mars", "bre"),
    ("apr", "abr", "avr", "апр", "απρ", "kwi", "nis", "dub"),
    ("may", "mai", "mei", "mag", "maj", "май", "мая", "μαι", "kve"),
    ("jun", "juin", "giu", "июн", "ιουν", "cze", "haz"),
    ("jul", "juil", "lug", "июл", "ιουλ", "lip", "tem"),
    ("aug", "ago", "aou", "авг", "αυγ", "sie"),
    ("sep", "set", "сен", "σεπ", "wrz", "eyl", "zar"),
    ("oct", "okt", "out", "ott", "окт", "οκτ", "paz", "eki", "rij"),
    ("nov", "ноя", "νοε", "lis", "kas"),
    ("dec", "dez", "dic", "des", "дек", "δεκ", "gru", "ara", "pro"),
)
"""The beginnings of the names of months, without accents. A month of another language only costs the exact day, not the year."""
_MONTH_OF_PREFIX = {prefix: number for number, prefixes in enumerate(_MONTHS, 1) for prefix in prefixes}


def has_date(text: str) -> bool:
    """Return True if the text ends with a year and a time, as the dates of pages do."""
    return len(text) <= _MAX_DATE_LENGTH and bool(_YEAR.search(text)) and bool(_CLOCK.search(text))


@lru_cache(maxsize=4096)
def parse_local_date(text: str) -> int:
    """Return the seconds since 1970 of a printed date as if it were in UTC; 0 if there is no possible year in it.

    Where the month cannot be recognised, the middle of the year is returned, so that the year is right all the same.
    """
    if len(text) > _MAX_DATE_LENGTH or not (match := _YEAR.search(text)):
        return 0
    year = int(match[1])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return 0
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    hour, minute, second, rest = _read_clock(rest)
    month, day = _read_month_and_day(rest)
    if not month:
        return timegm((year, 7, 1, 12, 0, 0))
    try:
        return timegm(datetime(year, month, day or 15, hour, minute, second).timetuple())  # noqa: DTZ001 - without a zone on purpose
    except ValueError:
        return timegm((year, 7, 1, 12, 0, 0))


def parse_utc(text: str) -> float | None:
    """Return the Unix seconds of a machine-readable time, or None if it is invalid."""
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError, OSError):
        return None


def parse_zone_offset(utc: str, printed: str) -> int | None:
    """Return the seconds from UTC of the times in a page, from one that it holds in both forms; None if they do not fit."""
    local = parse_local_date(printed)
    moment = parse_utc(utc) if local and has_date(printed) else None
    if moment is None:
        return None
    offset = round((local - moment) / _OFFSET_STEP) * _OFFSET_STEP
    return offset if abs(offset) <= MAX_OFFSET else None


def _read_clock(text: str) -> tuple[int, int, int, str]:
    """Return hour, minute and second, and the text without them; noon if there is no time."""
    match = _CLOCK.search(text)
    if not match:
        return 12, 0, 0, text
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    words = set(_WORD.findall(_fold(text.replace(".", ""))))
    is_afternoon = bool(words & _AFTERNOON)
    if hour <= 12:
        hour = hour % 12 + 12 if is_afternoon else (0 if hour == 12 and len(words) > 1 else hour)
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return (hour, minute, second, rest) if hour < 24 and minute < 60 and second < 60 else (12, 0, 0, rest)


def _read_month_and_day(text: str) -> tuple[int, int]:
    """Return month and day, each 0 if unknown. Of two numbers without a name the first is the month, unless it cannot be."""
    numbers = [int(number) for number in _DAY_OR_MONTH.findall(text)]
    named = next((month for word in _WORD.findall(_fold(text)) if (month := _month_number(word))), 0)
    if named:
        return named, next((number for number in numbers if 1 <= number <= 31), 0)
    if len(numbers) < 2:
        return 0, 0
    month, day = numbers[:2] if numbers[0] <= 12 else numbers[1::-1]
    return (month, day) if 1 <= month <= 12 else (0, 0)


def _month_number(word: str) -> int:
    return next((_MONTH_OF_PREFIX[word[:size]] for size in (4, 3) if word[:size] in _MONTH_OF_PREFIX), 0)


def _fold(text: str) -> str:
    """Return the text in lower case and without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))


_AFTERNOON = frozenset(map(_fold, _AFTERNOON_WORDS.split()))
