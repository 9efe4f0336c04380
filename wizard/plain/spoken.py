"""Text for the line face: cleaned, without signs that a voice stumbles over, and in letters that the terminal can show."""

import unicodedata
from collections.abc import Iterator, Mapping

from wizard.core.clean import clean

_SPOKEN = str.maketrans({"·": ",", "→": "to", "✓": "done:", "–": "-", "\u00a0": " ", "\u202f": " ", "\u00ad": None})
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
_LETTERS = {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_ASCII = str.maketrans({**_QUOTES, **_LETTERS, "…": "...", "—": "-", "€": "EUR", "§": "section "})


def knows_letters(env: Mapping[str, str], encoding: str | None) -> bool:
    """Tell whether the terminal shows letters beyond ASCII: both the locale and the stream must know UTF-8."""
    named = next((env[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if env.get(name)), "")
    return "utf" in named.casefold() and "utf" in (encoding or "").casefold()


def spoken(text: str) -> str:
    """The text with words or commas for signs."""
    return clean(text).replace(" · ", ", ").translate(_SPOKEN)


def in_ascii(text: str) -> str:
    """The text in ASCII: typographic signs by their plain cousins, letters without their marks, “?” for the rest."""
    bare = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(each for each in bare if not unicodedata.combining(each)).encode("ascii", "replace").decode()


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most this width, broken between words only; a width of nought breaks nothing."""
    for line in text.split("\n"):
        if not width:
            yield line
            continue
        words, length = [""], 0
        for word in line.split(" "):
            if length and length + 1 + cells(word) > width:
                yield words[-1]
                words, length = [""], 0
            words.append(f"{words[-1]} {word}" if length else word)
            length = cells(words[-1])
        yield words[-1]


def cells(text: str) -> int:
    """How many columns the text takes in a terminal."""
    return sum(0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF") for each in text)
