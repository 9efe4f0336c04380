"""A letter as a page to print: one file without scripts, links or external resources."""

from collections.abc import Sequence

from .blocks import Block


def letter_html(blocks: Sequence[Block], language: str, title: str) -> str:
    """Return the letter as an HTML page. The template engine is imported only when it is needed."""
    from wizard.export.html_page import render_page

    return render_page("letter", blocks=[(type(block).__name__, block) for block in blocks], language=language, title=title)
