"""Sanitize text that comes from users, files and terminals, and escape text that goes to a terminal."""

import re

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
"""The code points that Unicode keeps free for ever; HTML forbids them."""
_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    f"\ud800-\udfff\U000e0000-\U000e0fff{_NONCHARACTERS}]"
)
"""Characters that control a terminal, change the direction of text, are invisible or belong to no script.

The joiners U+200C and U+200D and the variation selectors U+FE0E and U+FE0F are not included: scripts and emoji need them.
"""
_HARMFUL_BUT_PRINTABLE = "[\U000e0100-\U000e01ef]"
"""The characters of _HARMFUL for which `str.isprintable` is True."""
_LINE_ENDS = "\r\n?|\u2028|\u2029"
_SURROGATE_BYTES = range(0xDC80, 0xDD00)
"""The surrogates by which Python represents the undecodable bytes of a file name (`surrogateescape`)."""


def sanitize(text: str) -> str:
    """Remove control characters (except newline and tab), bidirectional marks and invisible characters.

    Every kind of line end becomes a newline.
    """
    if text.isprintable() and (text.isascii() or not re.search(_HARMFUL_BUT_PRINTABLE, text)):
        return text  # the usual case: a printable text has nothing to remove and no line end
    return re.sub(_HARMFUL, "", re.sub(_LINE_ENDS, "\n", text))


def sanitize_line(text: str, limit: int = 1000) -> str:
    """Return the sanitized text on one line, cut at `limit` characters.

    Runs of spaces, tabs and line ends become one space.
    """
    if len(text) <= limit and " " not in text and text.isprintable():
        return sanitize(text)  # ids and dates, the usual case: no spaces to collapse
    # Sanitizing a huge text only to cut it would be slow. Four times the limit leaves room for what is removed.
    return " ".join(sanitize(text[: limit * 4]).split())[:limit].rstrip()


def escape_line(text: object) -> str:
    r"""Return the full text on one line, with escapes like \x1b for what `sanitize` would remove.

    Tabs and line ends are escaped too. Used for file names, and for sentences that can contain one: the user can
    still tell which file is meant.
    """
    line = str(text)
    if line.isprintable() and (line.isascii() or not re.search(_HARMFUL_BUT_PRINTABLE, line)):
        return line
    return re.sub(rf"{_HARMFUL}|[\t\n]", lambda match: _escape(ord(match[0])), line)


def _escape(code_point: int) -> str:
    r"""Return the escape as Python and most shells write it: \n, \x1b, \u202e, \U000e0041."""
    if code_point in (9, 10, 13):
        return {9: r"\t", 10: r"\n", 13: r"\r"}[code_point]
    if code_point in _SURROGATE_BYTES:
        code_point -= 0xDC00
    if code_point <= 0xFF:
        return f"\\x{code_point:02x}"
    return f"\\u{code_point:04x}" if code_point <= 0xFFFF else f"\\U{code_point:08x}"


def escape_json(data: str, *, ascii_only: bool = False) -> str:
    """Return the JSON text with escapes for what `sanitize` would remove, or for all that is not ASCII.

    Programs read the same value, and the text is safe to print on a terminal.
    """
    return re.sub(r"[^\x00-\x7f]" if ascii_only else _HARMFUL, lambda match: _escape_json(match[0]), data)


def _escape_json(character: str) -> str:
    r"""Return the JSON escape of one character; above U+FFFF it consists of two surrogates."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
