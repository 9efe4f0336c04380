"""Prepare text for line mode: words instead of signs, ASCII where needed, lines of a given width."""

import unicodedata
from collections.abc import Iterator, Mapping

from wizard.core.sanitize import sanitize
from wizard.i18n import pgettext

from .spelled_out import spell_out

_SIGNS = str.maketrans({"·": ",", "–": "-", "\u00a0": " ", "\u202f": " ", "\u00ad": None})
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
_ASCII_TABLE = str.maketrans({**_ASCII_QUOTES, **_ASCII_LETTERS, "…": "...", "—": "-", "€": "EUR"})


def supports_unicode(env: Mapping[str, str], encoding: str | None) -> bool:
    """Return True if both the locale and the encoding of the output stream are UTF-8."""
    locale_name = next((env[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if env.get(name)), "")
    return "utf" in locale_name.casefold() and "utf" in (encoding or "").casefold()


def to_speech(text: str) -> str:
    """Return the text with words for signs, and with dates and durations in full, for screen readers."""
    plain_text = sanitize(text).replace(" · ", ", ").translate(_SIGNS)
    plain_text = plain_text.replace("→", pgettext("sign", "to")).replace("✓", pgettext("sign", "done:"))
    return spell_out(plain_text)


def to_ascii(text: str) -> str:
    """Return the text in ASCII: plain quotes and dashes, letters without accents, “?” for the rest."""
    plain_text = text.translate(_ASCII_TABLE).replace("§", pgettext("sign", "section") + " ")
    decomposed = unicodedata.normalize("NFKD", plain_text)
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
