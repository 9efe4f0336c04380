"""Repair text in exports: Meta writes each byte of UTF-8 as a separate character."""

import re
from unicodedata import normalize

_SEPARATORS = re.compile(r"[\W_]+")


def fix_mojibake(text: str) -> str:
    """Return the text with Meta's wrong encoding undone; correct text is returned unchanged."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def normalize_label(text: str) -> str:
    """Return a label for comparison: repaired, in lower case, without punctuation or special spaces."""
    return _SEPARATORS.sub(" ", normalize("NFKC", fix_mojibake(text)).casefold()).strip()
