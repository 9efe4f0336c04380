"""Compare words as people type them: without accents, by their beginnings, or by similarity after a typing error."""

import unicodedata
from collections.abc import Iterable

_SIGNS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "’": "'", "\N{NON-BREAKING HYPHEN}": "-"})
"""Letters and signs that are typed in another way than they are printed."""


def without_accents(text: str) -> str:
    """Return the text in small letters without accents, to compare words as people type them."""
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))


def fold_words(text: str) -> str:
    """Return the words in small letters without accents, and without a full stop at the end, which dictation adds."""
    return " ".join(without_accents(text).translate(_SIGNS).split()).rstrip(".")


def starts_like(text: str, beginnings: Iterable[str]) -> bool:
    """Return True if the text starts with one of these letters, and with none of those after a "!"; accents do not count.

    So words are found that change before a similar sound: Spanish “Facebook e Instagram”.
    """
    folded, words = without_accents(text), tuple(beginnings)
    exceptions = tuple(each[1:] for each in words if each.startswith("!"))
    return folded.startswith(tuple(each for each in words if not each.startswith("!"))) and not folded.startswith(exceptions)


def closest_matches(word: str, known: Iterable[str], limit: int = 1, similarity: float = 0.6) -> list[str]:
    """Return up to `limit` known words that are similar to this one, from 0 to 1, the most similar first."""
    # Imported here because only a typing error needs it, and every command would pay for it at its start.
    from difflib import get_close_matches

    return get_close_matches(word, list(known), limit, similarity)
