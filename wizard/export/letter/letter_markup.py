"""Split the text of a rendered letter into blocks."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wizard.core.blocks import Block, Heading, Line, Paragraph, Table, build_list, plain_line

VALUE_MARK, EMPTY_MARK = "\x01", "\x02"
"""VALUE_MARK precedes each line that comes from a value, EMPTY_MARK replaces an empty value.

Only unmarked lines are markup, so the input of the user can never become a heading, a list or a table.
"""
_SENTENCE_ENDINGS = (".", "!", "?", ":")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
"""Spaces at which a line may break. Others stay: French has one before a colon."""
_LINE_MARKERS = re.compile(r"(?P<heading>##? )|(?P<item>- )|(?P<step>\d+\. )|(?P<row>\|)")


def one_line(text: str) -> str:
    """Return a text on one line, with one space between its words."""
    return _SPACES.sub(" ", text).strip(" ")


def to_blocks(text: str) -> tuple[Block, ...]:
    """Split the rendered text into blocks; lines with an empty value are dropped."""
    # Consecutive lines of one kind form a block. An empty line has the kind "" and forms none, but it separates two
    # paragraphs or lists. A line with an empty value is dropped before grouping, so that it separates nothing: a letter
    # without a telephone number keeps its address in one paragraph.
    lines = [line.rstrip() for line in text.split("\n") if EMPTY_MARK not in line]
    return tuple(block for kind, group in groupby(lines, _line_kind) for block in _build_blocks(kind, tuple(group)))


def _line_kind(line: str) -> str:
    """Return the kind of an unmarked line by its marker, "line" for plain text, "" for an empty line."""
    match = _LINE_MARKERS.match(line)
    return (match.lastgroup or "") if match else ("line" if _strip_marks(line) else "")


def _build_blocks(kind: str, lines: Sequence[str]) -> Iterator[Block]:
    if kind == "heading":
        for line in lines:
            marker, _, text = line.partition(" ")
            yield Heading(len(marker), _plain_line(text))
    elif kind in ("item", "step"):
        yield build_list((_strip_marks(line.partition(" ")[2]) for line in lines), numbered=kind == "step")
    elif kind == "row":
        yield Table(tuple(tuple(_plain_line(cell) for cell in line.strip("|").split("|")) for line in lines))
    elif kind == "line":
        yield Paragraph(tuple(_plain_line(line) for line in _join_sentences(lines)))


def _join_sentences(lines: Sequence[str]) -> list[str]:
    """Join sentences of the template into one paragraph; lines that come from a value stay as they are."""
    joined: list[str] = []
    for line in lines:
        from_value = line.startswith(VALUE_MARK) or (joined and joined[-1].startswith(VALUE_MARK))
        if joined and joined[-1].endswith(_SENTENCE_ENDINGS) and not from_value:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _plain_line(text: str) -> Line:
    return plain_line(_strip_marks(text))


def _strip_marks(text: str) -> str:
    return one_line(text.replace(VALUE_MARK, ""))
