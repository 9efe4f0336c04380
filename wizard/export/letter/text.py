"""A letter as plain text: wrapped for files and terminals, unwrapped for mails and chats."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from .blocks import Block, Heading, ListBlock, Paragraph, Table

LETTER_WIDTH = 78
"""Characters per line."""
GAP = "  "
"""The space between two columns of a table."""


def wrapped_text(blocks: Sequence[Block]) -> str:
    """Return the letter in lines of at most LETTER_WIDTH characters."""
    return _join_blocks(_block_lines(block, LETTER_WIDTH) for block in blocks)


def plain_text(blocks: Sequence[Block]) -> str:
    """Return the letter with each paragraph on one line; only tables are laid out."""
    return _join_blocks(_block_lines(block, 0) for block in blocks)


def _join_blocks(blocks: Iterator[Iterator[str]]) -> str:
    """Join blocks of lines with an empty line between them."""
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _block_lines(block: Block, width: int) -> Iterator[str]:
    """Yield the lines of a block; a `width` of 0 means that its paragraphs are not wrapped."""
    if isinstance(block, Heading):
        yield from _wrap(block.text, "", "", width)
    elif isinstance(block, Paragraph):
        for line in block.lines:
            yield from _wrap(line, "", "", width)
    elif isinstance(block, ListBlock):
        for number, item in enumerate(block.items, 1):
            marker = f"{number}. " if block.ordered else "- "
            yield from _wrap(item, marker, " " * len(marker), width)
    else:
        yield from _table_lines(block)


def _wrap(text: str, first: str, rest: str, width: int) -> list[str]:
    if not width:
        return [f"{first}{text}"]
    return wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _table_lines(table: Table) -> Iterator[str]:
    """Yield the table with aligned columns; the widest one is wrapped into the width that is left."""
    columns = tuple(zip(*table.rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    widest = widths.index(max(widths))
    other_widths = sum(widths) - widths[widest] + len(GAP) * (len(widths) - 1)
    widths[widest] = min(widths[widest], max(10, LETTER_WIDTH - other_widths))
    for row in table.rows:
        cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for line_index in range(max(map(len, cells))):
            cell_lines = (cell[line_index] if line_index < len(cell) else "" for cell in cells)
            yield GAP.join(cell_line.ljust(width) for cell_line, width in zip(cell_lines, widths, strict=True)).rstrip()
