"""Words that change before a similar sound: Spanish says “Facebook e Instagram”, “plata u oro”."""

import unicodedata
from collections.abc import Iterable


def without_accents(text: str) -> str:
    """Return the text in small letters without accents, to compare words as people type them."""
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))


def starts_like(text: str, beginnings: Iterable[str]) -> bool:
    """Return True if the text starts with one of these letters, and with none of those after a "!"; accents do not count."""
    folded, words = without_accents(text), tuple(beginnings)
    exceptions = tuple(each[1:] for each in words if each.startswith("!"))
    return folded.startswith(tuple(each for each in words if not each.startswith("!"))) and not folded.startswith(exceptions)
