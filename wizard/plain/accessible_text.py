"""Text for the line face: cleaned, without signs that a voice stumbles over, and in letters that the terminal can show."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from wizard.core.sanitize import sanitize

_SPOKEN = str.maketrans({"·": ",", "→": "to", "✓": "done:", "–": "-", "\u00a0": " ", "\u202f": " ", "\u00ad": None})
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
_LETTERS = {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_ASCII = str.maketrans({**_QUOTES, **_LETTERS, "…": "...", "—": "-", "€": "EUR", "§": "section "})

_DAYS = {name[:3]: name for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
_MONTH_NAMES = "January February March April May June July August September October November December"
_MONTHS = {name[:3]: name for name in _MONTH_NAMES.split()}
_DATE = re.compile(rf"(?:\b({'|'.join(_DAYS)}) )?\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_LENGTH = re.compile(r"\b(\d+) (h|min)\b")
_SHARE = re.compile(r"(\d) ?%")
_UNITS = {"h": "hour", "min": "minute"}


def supports_unicode(env: Mapping[str, str], encoding: str | None) -> bool:
    """Tell whether the terminal shows letters beyond ASCII: both the locale and the stream must know UTF-8."""
    named = next((env[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if env.get(name)), "")
    return "utf" in named.casefold() and "utf" in (encoding or "").casefold()


def to_speech(text: str) -> str:
    """The text with words for signs, and days and lengths of time in full, as a voice needs them."""
    bare = sanitize(text).replace(" · ", ", ").translate(_SPOKEN)
    return _SHARE.sub(r"\1 percent", _LENGTH.sub(_length, _DATE.sub(_date, bare)))


def _date(found: re.Match[str]) -> str:
    weekday, day, month, year = found.groups()
    return f"{f'{_DAYS[weekday]} ' if weekday else ''}{day} {_MONTHS[month]} {year}"


def _length(found: re.Match[str]) -> str:
    number, unit = found.groups()
    return f"{number} {_UNITS[unit]}{'' if number == '1' else 's'}"


def to_ascii(text: str) -> str:
    """The text in ASCII: typographic signs by their plain cousins, letters without their marks, “?” for the rest."""
    bare = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(each for each in bare if not unicodedata.combining(each)).encode("ascii", "replace").decode()


def wrap_text(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most this width, broken between words only; a width of nought breaks nothing."""
    for line in text.split("\n"):
        if not width:
            yield line
            continue
        words, length = [""], 0
        for word in line.split(" "):
            if length and length + 1 + display_width(word) > width:
                yield words[-1]
                words, length = [""], 0
            words.append(f"{words[-1]} {word}" if length else word)
            length = display_width(words[-1])
        yield words[-1]


def display_width(text: str) -> int:
    """How many columns the text takes in a terminal."""
    return sum(0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF") for each in text)
