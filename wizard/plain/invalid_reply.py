"""Typed lines that are not an answer, and letters that are escaped with a backslash."""

COMMANDS = frozenset("bswq?.")


class InvalidReplyError(Exception):
    """The typed line is no answer; the message says why, or gives the help that was asked for."""


def unescape_reply(text: str) -> str:
    r"""Return the text without an escape: `\b` is the letter b, because b alone goes back."""
    return text[1:] if len(text) == 2 and text[0] == "\\" and text[1].casefold() in COMMANDS else text
