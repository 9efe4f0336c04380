"""Words that change before a similar sound: Spanish says “Facebook e Instagram”, “plata u oro”."""

from collections.abc import Iterable

from .word_folding import without_accents


def starts_like(text: str, beginnings: Iterable[str]) -> bool:
    """Return True if the text starts with one of these letters, and with none of those after a "!"; accents do not count."""
    folded, words = without_accents(text), tuple(beginnings)
    exceptions = tuple(each[1:] for each in words if each.startswith("!"))
    return folded.startswith(tuple(each for each in words if not each.startswith("!"))) and not folded.startswith(exceptions)
