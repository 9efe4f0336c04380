"""Lengths of time and shares that stay on one line wherever a document is wrapped."""

import re

NO_BREAK = "\u00a0"
_INSIDE = re.compile(r"(?<=\d) (?=h\b|min\b|%)|(?<=\d h) (?=\d+ min\b)")


def nonbreaking(text: str) -> str:
    """The text with blanks that do not break inside "3 h 33 min" and "61 %"."""
    return _INSIDE.sub(NO_BREAK, text)
