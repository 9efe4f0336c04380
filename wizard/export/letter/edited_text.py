"""A letter whose finished text was edited by hand: its lines become blocks again, so that every format can be made of it."""

import re
from collections.abc import Sequence

from wizard.core.sanitize import sanitize

from .blocks import Block, Heading, ListBlock, Paragraph
from .template import RenderedLetter

_ITEM, _STEP = re.compile(r"- +"), re.compile(r"\d+\. +")


def parse_edited_text(text: str, before: RenderedLetter) -> RenderedLetter:
    """The letter after editing; a line that was a heading before is one still."""
    headings = {block.text: block for block in before.blocks if isinstance(block, Heading)}
    groups = (tuple(group.split("\n")) for group in re.split(r"\n[ \t]*(?:\n[ \t]*)+", sanitize(text).expandtabs(4).strip()))
    blocks = tuple(_block(tuple(line.rstrip() for line in group), headings) for group in groups if any(group))
    return RenderedLetter(before.subject, before.language, blocks)


def _block(lines: Sequence[str], headings: dict[str, Heading]) -> Block:
    if len(lines) == 1 and lines[0].strip() in headings:
        return headings[lines[0].strip()]
    for mark, ordered in ((_ITEM, False), (_STEP, True)):
        if all(mark.match(line) for line in lines):
            return ListBlock(ordered, tuple(mark.sub("", line, count=1) for line in lines))
    return Paragraph(tuple(lines))
