"""Fold words for comparison, as people type them: in small letters, without accents."""

import unicodedata

_SIGNS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "’": "'", "\N{NON-BREAKING HYPHEN}": "-"})
"""Letters and signs that are typed in another way than they are printed."""


def without_accents(text: str) -> str:
    """Return the text in small letters without accents."""
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))


def fold_words(text: str) -> str:
    """Return the words in small letters without accents, and without a full stop at the end, which dictation adds."""
    return " ".join(without_accents(text).translate(_SIGNS).split()).rstrip(".")
