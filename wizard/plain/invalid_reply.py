"""What is said to a typed line that is no answer."""

COMMANDS = frozenset("bswq?.")


class InvalidReplyError(Exception):
    """The line was no answer; the sentence says why, or says what was asked for."""


def unescape_reply(text: str) -> str:
    r"""The text; `\b` stands for the letter b, where b alone would go back."""
    return text[1:] if len(text) == 2 and text[0] == "\\" and text[1].casefold() in COMMANDS else text
