"""Turn the text of a letter that was edited by hand into blocks again, for every format."""

import re
from collections.abc import Sequence

from wizard.core.blocks import Block, Heading, Paragraph, build_list, line_text, plain_line
from wizard.core.sanitize import sanitize

from .template import RenderedLetter

_BULLET, _NUMBER = re.compile(r"- +"), re.compile(r"\d+\. +")


def parse_edited_text(text: str, original: RenderedLetter) -> RenderedLetter:
    """Return the letter after editing. A line equal to a heading of `original` stays a heading."""
    # Editors add spaces to empty lines and use tabs; both are normalized before the text is split at empty lines.
    headings = {line_text(block.line): block for block in original.blocks if isinstance(block, Heading)}
    paragraphs = (
        tuple(paragraph.split("\n")) for paragraph in re.split(r"\n[ \t]*(?:\n[ \t]*)+", sanitize(text).expandtabs(4).strip())
    )
    blocks = tuple(
        _build_block(tuple(line.rstrip() for line in paragraph), headings) for paragraph in paragraphs if any(paragraph)
    )
    return RenderedLetter(original.subject, original.language, blocks)


def _build_block(lines: Sequence[str], headings: dict[str, Heading]) -> Block:
    if len(lines) == 1 and lines[0].strip() in headings:
        return headings[lines[0].strip()]
    for marker, is_numbered in ((_BULLET, False), (_NUMBER, True)):
        if all(marker.match(line) for line in lines):
            texts = (marker.sub("", line, count=1) for line in lines)
            return build_list(texts, numbered=is_numbered)
    return Paragraph(tuple(map(plain_line, lines)))
