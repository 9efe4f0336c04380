"""Text as it was meant: Meta writes each byte of UTF-8 as a character of its own, and translates its labels."""

import re
from unicodedata import normalize

_BETWEEN = re.compile(r"[\W_]+")


def fix_mojibake(text: str) -> str:
    """The text with Meta's odd encoding undone; text that is already right stays as it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def normalize_label(text: str) -> str:
    """A label in the form in which labels are compared: repaired, without case, punctuation and kinds of spaces."""
    return _BETWEEN.sub(" ", normalize("NFKC", fix_mojibake(text)).casefold()).strip()
