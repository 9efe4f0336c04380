"""A letter as a document: the text with its values, in each format."""

from collections.abc import Callable

from wizard.core.blocks import Heading
from wizard.export.render_markdown import render_markdown
from wizard.export.render_text import LETTER_WIDTH, UNWRAPPED, TextLayout, render_text
from wizard.i18n import language_tag

from .mail import mail_draft, mailto_url
from .rendering import final_letter, preview_letter, too_long_error
from .template import RenderedLetter, character_count, render_letter, word_count


def _letter_html(rendered: RenderedLetter) -> str:
    """Return the letter as a page to print. The template engine is imported only when it is needed."""
    from wizard.export.html_page import render_page

    has_heading = any(isinstance(block, Heading) and block.level == 1 for block in rendered.blocks)
    return render_page(
        "letter",
        blocks=rendered.blocks,
        language=language_tag(rendered.language),
        title=rendered.subject,
        has_heading=has_heading,
    )


def letter_pdf(rendered: RenderedLetter, country: str = "") -> bytes:
    """Return the letter as a PDF, on the paper of the user's country. Raises WizardError as `render_pdf` does."""
    from wizard.export.render_pdf import PdfDocument, paper_size, render_pdf

    tag = language_tag(rendered.language)
    return render_pdf(PdfDocument(rendered.subject, tag, rendered.blocks, paper_size(country), is_letter=True))


LETTER_FORMATS: dict[str, Callable[[RenderedLetter], str]] = {
    "txt": lambda rendered: render_text(rendered.blocks, TextLayout(LETTER_WIDTH)),
    "md": lambda rendered: render_markdown(rendered.blocks, by_user=True),
    "html": _letter_html,
    "eml": lambda rendered: mail_draft(rendered.blocks, rendered.subject, language_tag(rendered.language)),
}
"""The formats of a letter by file extension: each function takes the rendered letter."""
PDF = "pdf"
"""The extension of a PDF, which is not a text and needs the paper size of the country."""


def check_letter_format(format: str) -> bool:
    """Return True. Raises WizardError if letters cannot be written in this format on this computer."""
    if format == PDF:
        from wizard.export.render_pdf import require_pdf_package

        require_pdf_package()
    return True


def letter_document(rendered: RenderedLetter, format: str, country: str = "") -> str | bytes:
    """Return the letter in a format of LETTER_FORMATS or as a PDF. Raises WizardError if no PDF can be made."""
    return letter_pdf(rendered, country) if format == PDF else LETTER_FORMATS[format](rendered)


def mail_address(rendered: RenderedLetter) -> str:
    """Return the `mailto:` address that opens the letter in a mail program."""
    return mailto_url(rendered.blocks, rendered.subject)


def paste_text(rendered: RenderedLetter) -> str:
    """Return the text for a form, a chat or the clipboard: each paragraph is one line."""
    return render_text(rendered.blocks, UNWRAPPED)


__all__ = [
    "LETTER_FORMATS",
    "PDF",
    "RenderedLetter",
    "character_count",
    "check_letter_format",
    "final_letter",
    "letter_document",
    "letter_pdf",
    "mail_address",
    "paste_text",
    "preview_letter",
    "render_letter",
    "too_long_error",
    "word_count",
]
