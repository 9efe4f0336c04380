"""Render blocks in words for screen readers, one line for each thing that is said: no boxes, columns, ids or bare addresses."""

from collections.abc import Iterable, Iterator

from wizard.core.blocks import (
    Block,
    Heading,
    Kind,
    Line,
    LinkList,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Section,
    Table,
    with_quoted_menu_words,
)
from wizard.core.formatting import NO_ADDRESS, QUOTED
from wizard.core.progress import DONE, OPEN, SKIPPED
from wizard.i18n import N_, MessageTable, _, labelled, with_colon

_CLOSING = " \u00a0\u202f\"'”’»)"
"""What may close a text after its full stop: spaces, quotation marks and brackets."""
SPOKEN_STATUS = MessageTable({OPEN: N_("To do"), DONE: N_("Done"), SKIPPED: N_("Not for you")})


def spoken_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what is said."""
    for block in blocks:
        if isinstance(block, Heading):
            yield spoken_line(block.line)
        elif isinstance(block, Paragraph | Quote):
            if not (isinstance(block, Paragraph) and block.role == Role.ADDRESS):
                yield from map(_sentence, block.lines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield f"{item.number}. {_sentence(item.line)}" if item.number else _sentence(item.line)
                yield from spoken_lines(item.notes)
        elif isinstance(block, LinkList):
            for link in block.items:
                label = f"{link.marker}{link.label} {spoken_line(link.note)}".rstrip()
                yield labelled(label, link.url or _(NO_ADDRESS))
        elif isinstance(block, Table):
            yield from (", ".join(map(spoken_line, row)) for row in block.rows)
        elif isinstance(block, Section):
            title = spoken_line(block.line)
            yield title if title.endswith((".", "?", "!")) else with_colon(title)
            yield from spoken_lines(block.blocks)
        else:
            facts = (spoken_line(fact) for fact in block.facts if all(span.kind != Kind.CODE for span in fact))
            yield f"{', '.join((labelled(SPOKEN_STATUS[block.status], spoken_line(block.line)), *facts))}."
            yield from spoken_lines(block.blocks)


def spoken_line(line: Line) -> str:
    """Return a line as it is said; menu words are quoted, an aside follows after a comma."""
    quoted = with_quoted_menu_words(line, _(QUOTED))
    spans = (f", {span.value or span.text}" if span.kind == Kind.ASIDE else span.text for span in quoted)
    return " ".join("".join(spans).split())


def _sentence(line: Line) -> str:
    """Return a line with a full stop at its end, at which a voice pauses."""
    text = spoken_line(line)
    return text if text.rstrip(_CLOSING).endswith((".", "!", "?", ":")) else f"{text}."
