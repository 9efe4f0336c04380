"""A letter as it reads, with its gaps standing out."""

import re
from collections.abc import Iterable, Iterator

from textual.content import Content

from wizard.core.letter.blanks import GAP
from wizard.export.letter.blocks import Block, Heading, Items, Lines

from .hanging import Row, row
from .prose import ALERT, STRONG, joined, said

_GAP = re.compile(f"({GAP.format('[^›]*')})")


def letter_rows(blocks: Iterable[Block]) -> Iterator[Row]:
    """The rows of a letter; a table becomes a row for each of its lines, so that it can be read in any width."""
    for number, block in enumerate(blocks):
        if number:
            yield row("")
        yield from _rows(block)


def _rows(block: Block) -> Iterator[Row]:
    if isinstance(block, Heading):
        yield row(said(block.text, STRONG))
    elif isinstance(block, Lines):
        yield from (row(_with_gaps(line)) for line in block.lines)
    elif isinstance(block, Items):
        width = len(str(len(block.items)))
        for number, item in enumerate(block.items, 1):
            yield row(_with_gaps(item), f"{number:>{width}}. " if block.ordered else "- ")
    else:
        width = max(len(cells[0]) for cells in block.rows)
        for number, (first, *others) in enumerate(block.rows):
            yield row(said(" · ".join(others), "" if number else STRONG), f"{first:<{width}}  ")


def _with_gaps(text: str) -> Content:
    return joined(*(said(piece, ALERT if number % 2 else "") for number, piece in enumerate(_GAP.split(text))))
