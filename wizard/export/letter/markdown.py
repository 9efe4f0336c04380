"""A letter as Markdown; words of the person stay words."""

import re
from collections.abc import Iterator, Sequence

from .blocks import Block, Heading, ListBlock, Paragraph, Table

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|!~&]")
_START = re.compile(r"^(?:(?P<sign>[-+=])|(?P<number>\d+)(?P<dot>[.)])(?=\s|$))")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\\`]*[^\s<>()\[\]\\`.,;:!?'\"*_]")


def letter_markdown(blocks: Sequence[Block]) -> str:
    """The letter as Markdown."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_safe(block.text)}"
    elif isinstance(block, Paragraph):
        *others, last = map(_safe, block.lines)
        yield from (f"{line}\\" for line in others)
        yield last
    elif isinstance(block, ListBlock):
        yield from (f"{f'{number}.' if block.ordered else '-'} {_safe(item)}" for number, item in enumerate(block.items, 1))
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    head, *rows = (f"| {' | '.join(map(_safe, row))} |" for row in table.rows)
    yield head
    yield f"|{' --- |' * len(table.rows[0])}"
    yield from rows


def _safe(text: str) -> str:
    """The text without any sign that Markdown would act on; web addresses become links to themselves."""
    pieces: list[str] = []
    end = 0
    for found in _ADDRESS.finditer(text):
        pieces += [_escaped(text[end : found.start()]), f"<{found[0]}>"]
        end = found.end()
    whole = "".join([*pieces, _escaped(text[end:])])
    return _START.sub(lambda found: f"\\{found['sign']}" if found["sign"] else f"{found['number']}\\{found['dot']}", whole)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
