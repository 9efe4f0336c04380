"""Prepare text for line mode: words instead of signs, ASCII where needed, lines of a given width."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from wizard.core.sanitize import sanitize

_SIGN_WORDS = str.maketrans({"·": ",", "→": "to", "✓": "done:", "–": "-", "\u00a0": " ", "\u202f": " ", "\u00ad": None})
_ASCII_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
_ASCII_LETTERS = {
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "æ": "ae",
    "Æ": "AE",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
_ASCII_TABLE = str.maketrans({**_ASCII_QUOTES, **_ASCII_LETTERS, "…": "...", "—": "-", "€": "EUR", "§": "section "})

_WEEKDAY_NAMES = {name[:3]: name for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
_MONTH_NAMES = "January February March April May June July August September October November December"
_MONTH_BY_ABBREVIATION = {name[:3]: name for name in _MONTH_NAMES.split()}
_DATE = re.compile(rf"(?:\b({'|'.join(_WEEKDAY_NAMES)}) )?\b(\d{{1,2}}) ({'|'.join(_MONTH_BY_ABBREVIATION)}) (\d{{4}})\b")
_DURATION = re.compile(r"\b(\d+) (h|min)\b")
_PERCENT = re.compile(r"(\d) ?%")
_UNIT_NAMES = {"h": "hour", "min": "minute"}

UNWRAPPED_WIDTH = 100_000
"""A width in columns at which no line of a document is wrapped."""


def supports_unicode(env: Mapping[str, str], encoding: str | None) -> bool:
    """Return True if both the locale and the encoding of the output stream are UTF-8."""
    locale_name = next((env[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if env.get(name)), "")
    return "utf" in locale_name.casefold() and "utf" in (encoding or "").casefold()


def to_speech(text: str) -> str:
    """Return the text with words for signs, and with dates and durations in full, for screen readers."""
    plain_text = sanitize(text).replace(" · ", ", ").translate(_SIGN_WORDS)
    return _PERCENT.sub(r"\1 percent", _DURATION.sub(_full_duration, _DATE.sub(_full_date, plain_text)))


def _full_date(match: re.Match[str]) -> str:
    weekday, day, month, year = match.groups()
    return f"{f'{_WEEKDAY_NAMES[weekday]} ' if weekday else ''}{day} {_MONTH_BY_ABBREVIATION[month]} {year}"


def _full_duration(match: re.Match[str]) -> str:
    amount, unit = match.groups()
    return f"{amount} {_UNIT_NAMES[unit]}{'' if amount == '1' else 's'}"


def to_ascii(text: str) -> str:
    """Return the text in ASCII: plain quotes and dashes, letters without accents, “?” for the rest."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_ASCII_TABLE))
    return "".join(each for each in decomposed if not unicodedata.combining(each)).encode("ascii", "replace").decode()


def wrap_text(text: str, width: int) -> Iterator[str]:
    """Yield lines of at most `width` columns, broken between words only.

    A width of 0 breaks nothing. A word that is wider than the line stays whole.
    """
    for line in text.split("\n"):
        if not width:
            yield line
            continue
        current_line, columns = "", 0
        for word in line.split(" "):
            if columns and columns + 1 + display_width(word) > width:
                yield current_line
                current_line, columns = "", 0
            current_line = f"{current_line} {word}" if columns else word
            columns = display_width(current_line)
        yield current_line


def display_width(text: str) -> int:
    """Return the number of terminal columns that the text takes: wide letters two, combining marks none."""
    return sum(0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF") for each in text)
