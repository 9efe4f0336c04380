"""A filled-in letter in blocks: headings, lines, lists and tables, whatever document it is to become."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

VALUE_MARK, EMPTY_MARK = "\x01", "\x02"
"""What stands before each line that comes from a value, and what a value leaves behind that is empty."""
_ENDINGS = (".", "!", "?", ":")
_MARKS = re.compile(r"(?P<heading>##? )|(?P<item>- )|(?P<step>\d+\. )|(?P<row>\|)")


@dataclass(frozen=True, slots=True)
class Heading:
    """The subject (level 1) or the title of a part (level 2)."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that stand one under the other: a paragraph, an address."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, with numbers where it is `ordered`."""

    ordered: bool
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first row is the head."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | ListBlock | Table


def to_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a filled-in text. Only what stands in the letter itself is markup, never what came in with a value."""
    lines = [line.rstrip() for line in text.split("\n") if EMPTY_MARK not in line]
    return tuple(block for kind, group in groupby(lines, _kind) for block in _blocks(kind, tuple(group)))


def _kind(line: str) -> str:
    found = _MARKS.match(line)
    return (found.lastgroup or "") if found else ("line" if _strip_marks(line) else "")


def _blocks(kind: str, lines: Sequence[str]) -> Iterator[Block]:
    if kind == "heading":
        for line in lines:
            mark, _, text = line.partition(" ")
            yield Heading(len(mark), _strip_marks(text))
    elif kind in ("item", "step"):
        yield ListBlock(kind == "step", tuple(_strip_marks(line.partition(" ")[2]) for line in lines))
    elif kind == "row":
        yield Table(tuple(tuple(_strip_marks(cell) for cell in line.strip("|").split("|")) for line in lines))
    elif kind == "line":
        yield Paragraph(tuple(_strip_marks(line) for line in _join_sentences(lines)))


def _join_sentences(lines: Sequence[str]) -> list[str]:
    """Sentences of the letter that stand on lines of their own make one paragraph; what came in with a value stays as it is."""
    found: list[str] = []
    for line in lines:
        if found and found[-1].endswith(_ENDINGS) and not (found[-1].startswith(VALUE_MARK) or line.startswith(VALUE_MARK)):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _strip_marks(text: str) -> str:
    return " ".join(text.replace(VALUE_MARK, "").split())
