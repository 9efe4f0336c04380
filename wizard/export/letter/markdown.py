"""A letter as Markdown, in which text of the user is escaped."""

import re
from collections.abc import Iterator, Sequence

from .blocks import Block, Heading, ListBlock, Paragraph, Table

_MARKUP_CHARACTERS = re.compile(r"[\\`*_{}\[\]<>#|!~&]")
_LINE_START = re.compile(r"^(?:(?P<sign>[-+=])|(?P<number>\d+)(?P<dot>[.)])(?=\s|$))")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\\`]*[^\s<>()\[\]\\`.,;:!?'\"*_]")


def letter_markdown(blocks: Sequence[Block]) -> str:
    """Return the letter as Markdown."""
    return "\n\n".join("\n".join(_block_lines(block)) for block in blocks) + "\n"


def _block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_escape_text(block.text)}"
    elif isinstance(block, Paragraph):
        *earlier, last = map(_escape_text, block.lines)
        yield from (f"{line}\\" for line in earlier)
        yield last
    elif isinstance(block, ListBlock):
        yield from (
            f"{f'{number}.' if block.ordered else '-'} {_escape_text(item)}" for number, item in enumerate(block.items, 1)
        )
    else:
        yield from _table_lines(block)


def _table_lines(table: Table) -> Iterator[str]:
    header, *rows = (f"| {' | '.join(map(_escape_text, row))} |" for row in table.rows)
    yield header
    yield f"|{' --- |' * len(table.rows[0])}"
    yield from rows


def _escape_text(text: str) -> str:
    """Escape everything that Markdown would interpret; web addresses become links to themselves."""
    pieces: list[str] = []
    position = 0
    for match in _WEB_ADDRESS.finditer(text):
        pieces += [_escape_characters(text[position : match.start()]), f"<{match[0]}>"]
        position = match.end()
    escaped = "".join([*pieces, _escape_characters(text[position:])])
    return _LINE_START.sub(lambda match: f"\\{match['sign']}" if match["sign"] else f"{match['number']}\\{match['dot']}", escaped)


def _escape_characters(text: str) -> str:
    return _MARKUP_CHARACTERS.sub(r"\\\g<0>", text)
