"""Suggest what the user may have meant after a typing error."""

from collections.abc import Iterable


def closest_matches(word: str, known: Iterable[str], limit: int = 1, similarity: float = 0.6) -> list[str]:
    """Return up to `limit` known words that are similar to this one, from 0 to 1, the most similar first."""
    # Imported here because only a typing error needs it, and every command would pay for it at its start.
    from difflib import get_close_matches

    return get_close_matches(word, list(known), limit, similarity)
