"""What somebody may have meant who made a typing error."""

from collections.abc import Iterable


def closest_matches(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known words most like this one, the best first; what compares them is loaded only for a mistake."""
    from difflib import get_close_matches

    return get_close_matches(word, list(known), most)
