"""A letter as a page to print: one file that loads nothing, runs nothing and links to nothing."""

from collections.abc import Sequence

from .blocks import Block


def html(blocks: Sequence[Block], language: str, title: str) -> str:
    """The letter as a page of its own; what draws it is loaded only now."""
    from wizard.export.page import render

    return render("letter", blocks=[(type(block).__name__, block) for block in blocks], language=language, title=title)
