"""The one door through which text from people, files and terminals comes in."""

import re

_HARMFUL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
_ENDS = "\r\n?|\u2028|\u2029"


def clean(text: str) -> str:
    """Drop what could steer a terminal or hide text: control characters but newline and tab, bidi marks, lone surrogates."""
    if text.isprintable():  # as nearly all text is: nothing that is dropped, and no end of a line
        return text
    return re.sub(_HARMFUL, "", re.sub(_ENDS, "\n", text))


def clean_line(text: str, limit: int = 1000) -> str:
    """The same for text that must stay on one line, cut at `limit` characters."""
    if len(text) <= limit and " " not in text and text.isprintable():
        return text
    return " ".join(clean(text[: limit * 4]).split())[:limit].rstrip()


def escaped(data: str) -> str:
    """JSON in which all that `clean` would drop stands as an escape: the same for programs, and harmless on a terminal."""
    return re.sub(_HARMFUL, lambda found: f"\\u{ord(found[0]):04x}", data)
