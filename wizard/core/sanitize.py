"""The one door through which text from people, files and terminals comes in, and by which names of files go out."""

import re

_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""What steers a terminal, turns the direction of text or cannot be seen. The joiners U+200C and U+200D and the variation
selectors U+FE0E and U+FE0F are no part of it: scripts and emoji need them."""
_PRINTABLE = "[\U000e0100-\U000e01ef]"
"""The part of it that `str.isprintable` lets pass."""
_ENDS = "\r\n?|\u2028|\u2029"
_LEFT_OVER = range(0xDC80, 0xDD00)
"""How Python holds the bytes of a file name that are no text."""


def sanitize(text: str) -> str:
    """Drop what could steer a terminal or hide text: control characters but newline and tab, bidi marks, invisible signs."""
    if text.isprintable() and (text.isascii() or not re.search(_PRINTABLE, text)):
        return text  # as nearly all text is: nothing that is dropped, and no end of a line
    return re.sub(_HARMFUL, "", re.sub(_ENDS, "\n", text))


def sanitize_line(text: str, limit: int = 1000) -> str:
    """The same for text that must stay on one line, cut at `limit` characters."""
    if len(text) <= limit and " " not in text and text.isprintable():
        return sanitize(text)
    return " ".join(sanitize(text[: limit * 4]).split())[:limit].rstrip()


def escape_line(text: object) -> str:
    r"""Return the text on one line, in full: what `clean` would drop, tabs and line breaks stand as escapes like \x1b.

    This is for names of files, and for sentences that may hold one. The name can still be told, and hides nothing.
    """
    line = str(text)
    if line.isprintable() and (line.isascii() or not re.search(_PRINTABLE, line)):
        return line
    return re.sub(rf"{_HARMFUL}|[\t\n]", lambda found: _escape(ord(found[0])), line)


def _escape(number: int) -> str:
    r"""Return the escape that Python and most shells know: \n, \x1b, \u202e, \U000e0041."""
    if number in (9, 10, 13):
        return {9: r"\t", 10: r"\n", 13: r"\r"}[number]
    if number in _LEFT_OVER:
        number -= 0xDC00
    return f"\\x{number:02x}" if number <= 0xFF else f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def escape_json(data: str) -> str:
    """JSON in which all that `clean` would drop stands as an escape: the same for programs, and harmless on a terminal."""
    return re.sub(_HARMFUL, lambda found: _escape_json(found[0]), data)


def _escape_json(character: str) -> str:
    r"""Return the escape of one character in JSON, which writes those above U+FFFF as two halves."""
    halves = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{halves[at : at + 4]}" for at in range(0, len(halves), 4))
