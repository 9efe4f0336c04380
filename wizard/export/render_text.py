"""Render blocks as plain text in lines of a given width, without tables of characters, colours or markup."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple

from wizard.core.blocks import (
    Block,
    CheckItem,
    Heading,
    Kind,
    Line,
    LinkItem,
    LinkList,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Section,
    Table,
    line_text,
    with_quoted_menu_words,
)
from wizard.core.formatting import NO_ADDRESS, QUOTED, STATUS_MARKS
from wizard.i18n import _, labelled, with_colon

from .nonbreaking import nonbreaking

WIDTH = 72
"""Characters per line, unless a caller gives another width."""
LETTER_WIDTH = 78
"""Characters per line of a letter."""
INDENT = "  "
GAP = "  "
"""The space between two columns of a table."""
NARROWEST_COLUMN = 10
"""The width that the widest column of a table keeps."""
_APART = frozenset({Role.NOTE, Role.CHECKED, Role.NOTICE, Role.WARNING})
"""The roles of paragraphs that stand apart from the text before them."""
_GLUE = "\x1f"
"""Stands for a space that must not become a line break. `wrap` does not count it as a space."""


class TextLayout(NamedTuple):
    """How blocks become lines.

    A `width` of 0 wraps nothing. `indent` precedes every line except headings. In a `compact` text nothing but titles of
    sections is preceded by an empty line. `flows` is True inside of a section, where paragraphs and lists follow one
    another without one.
    """

    width: int = WIDTH
    indent: str = ""
    compact: bool = False
    flows: bool = False

    def inside(self, indent: str = "") -> "TextLayout":
        """Return the layout of what belongs to a section or a step."""
        return self._replace(indent=self.indent + indent, flows=True)


UNWRAPPED = TextLayout(0)
"""Each paragraph on one line, for forms, chats and mails; only tables are laid out."""


def render_text(blocks: Iterable[Block], layout: TextLayout) -> str:
    """Return the blocks as text that ends with a line break."""
    return "\n".join(text_lines(blocks, layout)) + "\n"


def text_lines(blocks: Iterable[Block], layout: TextLayout, *, after: Block | None = None) -> Iterator[str]:
    """Yield the blocks as lines; `after` is the block before the first one."""
    previous = after
    for block in blocks:
        yield from [""] * (_gap(previous, block, layout) if previous else 0)
        yield from _block_lines(block, layout)
        previous = block


def wrap_line(text: str, width: int, first: str = "", rest: str | None = None, *, breaks_words: bool = False) -> list[str]:
    """Return the text in lines of at most `width`, the first one after `first`, all others after `rest`.

    A width of 0 wraps nothing. Durations are never broken, and words and addresses only if asked for: whatever the width,
    a line can be wider.
    """
    if not width:
        return [f"{first}{text}"]
    lines = wrap(
        nonbreaking(text, _GLUE),
        max(1, width),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=breaks_words,
        break_on_hyphens=False,
    )
    return [line.replace(_GLUE, " ") for line in lines]


def _gap(previous: Block, block: Block, layout: TextLayout) -> int:
    """Return the number of empty lines between two blocks."""
    if isinstance(block, Section):
        return 2 if block.level == 2 and not layout.compact else 1
    if not layout.flows or isinstance(previous, Heading):
        return 1
    if isinstance(block, Paragraph) and block.role in _APART:
        return 1
    if layout.compact:
        return 0
    if isinstance(block, Paragraph | ListBlock) or (isinstance(block, LinkList) and block.role):
        return 1 if isinstance(previous, Section) else 0
    return 1


def _block_lines(block: Block, layout: TextLayout) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from wrap_line(_plain_text(block.line), layout.width)
    elif isinstance(block, Paragraph | Quote):
        indent = layout.indent + (INDENT if isinstance(block, Quote) or block.role == Role.LEAD else "")
        for line in block.lines:
            yield from wrap_line(_plain_text(line), layout.width, indent)
    elif isinstance(block, ListBlock):
        yield from _list_lines(block, layout)
    elif isinstance(block, LinkList):
        yield from _link_list_lines(block, layout)
    elif isinstance(block, Table):
        yield from _table_lines(block, layout)
    elif isinstance(block, Section):
        yield from wrap_line(_plain_text(block.line), layout.width, layout.indent)
        yield from text_lines(block.blocks, layout.inside(), after=Paragraph(()))
    else:
        yield from _check_item_lines(block, layout)


def _list_lines(block: ListBlock, layout: TextLayout) -> Iterator[str]:
    for item in block.items:
        marker = f"{item.number}. " if item.number else INDENT if block.role in (Role.PLAIN, Role.DATES) else "- "
        margin = layout.indent + " " * len(marker)
        yield from wrap_line(_plain_text(item.line), layout.width, layout.indent + marker, margin)
        for note in item.notes:
            yield from wrap_line(_plain_text(note.lines[0]), layout.width, margin)


def _link_list_lines(block: LinkList, layout: TextLayout) -> Iterator[str]:
    for position, item in enumerate(block.items):
        if position and not block.role:
            yield ""
        margin = layout.indent + " " * len(item.marker)
        if block.role == Role.AUTHORITY:
            yield f"{margin}{labelled(item.label, item.url)}"
        else:
            yield from wrap_line(_link_label(item), layout.width, layout.indent + item.marker, margin)
            yield f"{margin}{item.url or _(NO_ADDRESS)}"


def _link_label(item: LinkItem) -> str:
    note = _plain_text(item.note)
    separator = "" if not note else ", " if item.marker else " "
    label = f"{item.label}{separator}{note}"
    return label if item.marker else with_colon(label)


def _check_item_lines(block: CheckItem, layout: TextLayout) -> Iterator[str]:
    box, margin = f"[{STATUS_MARKS[block.status]}] ", layout.indent + " " * 4
    facts = [_plain_text(fact) for fact in block.facts if not _is_code(fact)]  # ids are for Markdown and JSON
    if layout.compact:
        margin += INDENT
        title = f"{_plain_text(block.line)} ({', '.join(facts)})"
        yield from wrap_line(title, layout.width, f"{layout.indent}{INDENT}{box}", margin)
    else:
        yield from wrap_line(_plain_text(block.line), layout.width, layout.indent + box, margin)
        yield from wrap_line(", ".join(facts), layout.width, margin)
    yield from text_lines(block.blocks, layout.inside(margin.removeprefix(layout.indent)), after=Paragraph(()))


def _is_code(line: Line) -> bool:
    return any(span.kind == Kind.CODE for span in line)


def _table_lines(table: Table, layout: TextLayout) -> Iterator[str]:
    """Yield the table with aligned columns; the widest one is wrapped into the width that is left."""
    rows = [[_plain_text(cell) for cell in row] for row in table.rows]
    columns = tuple(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    widest = widths.index(max(widths))
    other_widths = sum(widths) - widths[widest] + len(GAP) * (len(widths) - 1)
    widths[widest] = min(widths[widest], max(NARROWEST_COLUMN, (layout.width or LETTER_WIDTH) - other_widths))
    for row in rows:
        cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for line_index in range(max(map(len, cells))):
            cell_lines = (cell[line_index] if line_index < len(cell) else "" for cell in cells)
            yield GAP.join(cell_line.ljust(width) for cell_line, width in zip(cell_lines, widths, strict=True)).rstrip()


def _plain_text(line: Line) -> str:
    """Return a line as plain text. Menu words, which are bold elsewhere, are in quotation marks."""
    return line_text(with_quoted_menu_words(line, _(QUOTED)))
