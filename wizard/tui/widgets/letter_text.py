"""A letter as rows, with its placeholders highlighted."""

import re
from collections.abc import Iterable, Iterator

from textual.content import Content

from wizard.core.blocks import Block, Heading, ListBlock, Paragraph, Table, line_text
from wizard.core.letter.field_values import PLACEHOLDER

from .hanging_text import Row, hanging_row
from .styled_text import ALERT, STRONG, concat, styled

_PLACEHOLDERS = re.compile(f"({PLACEHOLDER.format('[^›]*')})")


def letter_rows(blocks: Iterable[Block]) -> Iterator[Row]:
    """Yield the rows of a letter; each line of a table becomes a row, so that it fits any width."""
    for index, block in enumerate(blocks):
        if index:
            yield hanging_row("")
        yield from _block_rows(block)


def _block_rows(block: Block) -> Iterator[Row]:
    if isinstance(block, Heading):
        yield hanging_row(styled(line_text(block.line), STRONG))
    elif isinstance(block, Paragraph):
        yield from (hanging_row(_highlight_placeholders(line_text(line))) for line in block.lines)
    elif isinstance(block, ListBlock):
        width = max(len(item.number) for item in block.items)
        for item in block.items:
            yield hanging_row(_highlight_placeholders(line_text(item.line)), f"{item.number:>{width}}. " if item.number else "- ")
    elif isinstance(block, Table):
        rows = [[line_text(cell) for cell in row] for row in block.rows]
        width = max(len(cells[0]) for cells in rows)
        for number, (first, *more_cells) in enumerate(rows):
            yield hanging_row(styled(" · ".join(more_cells), "" if number else STRONG), f"{first:<{width}}  ")


def _highlight_placeholders(text: str) -> Content:
    return concat(*(styled(piece, ALERT if index % 2 else "") for index, piece in enumerate(_PLACEHOLDERS.split(text))))
