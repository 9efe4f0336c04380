"""A letter as plain text: wrapped for a file or a terminal, in whole paragraphs for a mail program or a chat."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from .blocks import Block, Heading, ListBlock, Paragraph, Table

WIDTH = 78
GAP = "  "


def wrapped_text(blocks: Sequence[Block]) -> str:
    """The letter in lines of at most 78 characters."""
    return _joined(_lines(block, WIDTH) for block in blocks)


def plain_text(blocks: Sequence[Block]) -> str:
    """The letter with each paragraph on one line; only tables are laid out."""
    return _joined(_lines(block, 0) for block in blocks)


def _joined(blocks: Iterator[Iterator[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _lines(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from _wrap(block.text, "", "", width)
    elif isinstance(block, Paragraph):
        for line in block.lines:
            yield from _wrap(line, "", "", width)
    elif isinstance(block, ListBlock):
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.ordered else "- "
            yield from _wrap(item, mark, " " * len(mark), width)
    else:
        yield from _table(block)


def _wrap(text: str, first: str, rest: str, width: int) -> list[str]:
    if not width:
        return [f"{first}{text}"]
    return wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _table(table: Table) -> Iterator[str]:
    """Columns side by side; the widest takes what the others leave and is wrapped."""
    columns = tuple(zip(*table.rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    widest = widths.index(max(widths))
    others = sum(widths) - widths[widest] + len(GAP) * (len(widths) - 1)
    widths[widest] = min(widths[widest], max(10, WIDTH - others))
    for row in table.rows:
        cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = (cell[number] if number < len(cell) else "" for cell in cells)
            yield GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
