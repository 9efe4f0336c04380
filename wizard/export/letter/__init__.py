"""A letter as a document: the text with its values, in each format."""

from collections.abc import Callable

from .html import letter_html
from .mail import mail_draft, mailto_url
from .markdown import letter_markdown
from .rendering import final_letter, preview_letter, too_long_error
from .template import RenderedLetter, character_count, render_letter, word_count
from .text import plain_text, wrapped_text

LETTER_FORMATS: dict[str, Callable[[RenderedLetter], str]] = {
    "txt": lambda rendered: wrapped_text(rendered.blocks),
    "md": lambda rendered: letter_markdown(rendered.blocks),
    "html": lambda rendered: letter_html(rendered.blocks, rendered.language, rendered.subject),
    "eml": lambda rendered: mail_draft(rendered.blocks, rendered.subject),
}
"""The formats of a letter by file extension: each function takes the rendered letter."""
FORMAT_WORDS = {
    "txt": "Plain text, for a form, a chat or to print",
    "html": "A page to print, which opens in your browser",
    "eml": "A mail draft, which opens in your mail program",
    "md": "Markdown",
}
"""What each format is good for, in the order in which they are offered."""


def mail_address(rendered: RenderedLetter) -> str:
    """Return the `mailto:` address that opens the letter in a mail program."""
    return mailto_url(rendered.blocks, rendered.subject)


def paste_text(rendered: RenderedLetter) -> str:
    """Return the text for a form, a chat or the clipboard: each paragraph is one line."""
    return plain_text(rendered.blocks)


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
