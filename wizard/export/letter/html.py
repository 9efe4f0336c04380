"""A letter as a page to print: one file that loads nothing, runs nothing and links to nothing."""

from collections.abc import Sequence

from .blocks import Block


def letter_html(blocks: Sequence[Block], language: str, title: str) -> str:
    """The letter as a page of its own; what draws it is loaded only now."""
    from wizard.export.html_page import render_page

    return render_page("letter", blocks=[(type(block).__name__, block) for block in blocks], language=language, title=title)
