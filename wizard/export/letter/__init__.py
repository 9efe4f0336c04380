"""A letter as a document: the text with its blanks filled in, then the format that is wanted."""

from collections.abc import Callable

from .html import letter_html
from .mail import mail_draft, mailto_url
from .markdown import letter_markdown
from .rendering import final_letter, preview_letter, too_long_error
from .template import RenderedLetter, character_count, render_letter, word_count
from .text import plain_text, wrapped_text

LETTER_FORMATS: dict[str, Callable[[RenderedLetter], str]] = {
    "txt": lambda written: wrapped_text(written.blocks),
    "md": lambda written: letter_markdown(written.blocks),
    "html": lambda written: letter_html(written.blocks, written.language, written.subject),
    "eml": lambda written: mail_draft(written.blocks, written.subject),
}
"""Each format of a letter: a function of the letter that was written."""
FORMAT_WORDS = {
    "txt": "Plain text, for a form, a chat or to print",
    "html": "A page to print, which opens in your browser",
    "eml": "A mail draft, which opens in your mail program",
    "md": "Markdown",
}
"""What each is good for, in the order in which they are offered."""


def mail_address(written: RenderedLetter) -> str:
    """The `mailto:` address that opens the letter in the mail program."""
    return mailto_url(written.blocks, written.subject)


def paste_text(written: RenderedLetter) -> str:
    """The text for a form, a chat or the clipboard: paragraphs in one line each."""
    return plain_text(written.blocks)


__all__ = [
    "FORMAT_WORDS",
    "LETTER_FORMATS",
    "RenderedLetter",
    "character_count",
    "final_letter",
    "mail_address",
    "paste_text",
    "preview_letter",
    "render_letter",
    "too_long_error",
    "word_count",
]
