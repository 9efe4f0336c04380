"""A letter as a document: the text with its blanks filled in, then the format that is wanted."""

from collections.abc import Callable

from .html import html
from .mail import draft, mailto
from .markdown import markdown
from .ready import finished, preview, too_long
from .template import Written, characters, words, write_letter
from .text import plain_text, wrapped_text

LETTER_FORMATS: dict[str, Callable[[Written], str]] = {
    "txt": lambda written: wrapped_text(written.blocks),
    "md": lambda written: markdown(written.blocks),
    "html": lambda written: html(written.blocks, written.language, written.subject),
    "eml": lambda written: draft(written.blocks, written.subject),
}
"""Each format of a letter: a function of the letter that was written."""
FORMAT_WORDS = {
    "txt": "Plain text, for a form, a chat or to print",
    "html": "A page to print, which opens in your browser",
    "eml": "A mail draft, which opens in your mail program",
    "md": "Markdown",
}
"""What each is good for, in the order in which they are offered."""


def mail_address(written: Written) -> str:
    """The `mailto:` address that opens the letter in the mail program."""
    return mailto(written.blocks, written.subject)


def paste_text(written: Written) -> str:
    """The text for a form, a chat or the clipboard: paragraphs in one line each."""
    return plain_text(written.blocks)


__all__ = [
    "FORMAT_WORDS",
    "LETTER_FORMATS",
    "Written",
    "characters",
    "finished",
    "mail_address",
    "paste_text",
    "preview",
    "too_long",
    "words",
    "write_letter",
]
