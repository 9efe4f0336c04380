"""Keep durations and percentages on one line wherever a document is wrapped."""

import re

NO_BREAK = "\u00a0"
_BREAKABLE_SPACE = re.compile(r"(?<=\d) (?=h\b|min\b|%)|(?<=\d h) (?=\d+ min\b)")


def nonbreaking(text: str, space: str = NO_BREAK) -> str:
    """Replace the spaces inside "3 h 33 min" and "61 %" by spaces that do not break."""
    return _BREAKABLE_SPACE.sub(space, text)
