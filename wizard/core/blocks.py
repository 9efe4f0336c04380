"""A document as a tree of blocks, independent of its format.

Texts of the content, plans, letters, articles and audit reports are blocks. The renderers in `export/` write them as text,
Markdown, HTML or speech, and escape every text that they write.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from itertools import count
from string import Formatter
from typing import NamedTuple

from .date_format import format_date


class Kind(StrEnum):
    """What a span is. The comments say, after a colon, what its `value` holds."""

    SOURCE = "source"  # a link to a source: its id
    ANCHOR = "anchor"  # a link within the document: the id of the block
    DATE = "date"  # a day: in ISO form
    ASIDE = "aside"  # a remark, in brackets where type cannot set it apart: what is said aloud instead, or ""
    QUIET = "quiet"  # a remark that brings its own brackets
    ALERT = "alert"  # a warning within a line
    CODE = "code"  # an id to type
    USER = "user"  # text of the user
    MENU = "menu"  # words to look for on a page of Meta, in quotation marks where type cannot set them apart


class Role(StrEnum):
    """What a block is for. A renderer that has no use for a role ignores it."""

    LEAD = "lead"  # the one thing to do now
    NOTE = "note"  # a note of the user
    CHECKED = "checked"  # when something was last checked
    NOTICE = "notice"  # a remark that stands apart
    QUIET = "quiet"  # a remark that does not
    WARNING = "warning"
    STANDING = "standing"  # that a step is done, or not for the user
    FIRST = "first"  # what has to be done before
    ADDRESS = "address"  # an address alone, which is not said aloud
    PLAIN = "plain"  # a list that needs no bullets
    DATES = "dates"  # a list of dates
    OVERDUE = "late"  # a date that has passed
    AUTHORITY = "authority"  # the links of an authority, each on one line
    SOURCES = "sources"  # the sources of a document


class Span(NamedTuple):
    """A piece of a line."""

    text: str
    strong: bool = False
    kind: str = ""
    value: str = ""


Line = tuple[Span, ...]
"""A line of text. Renderers wrap it; a line break that must stay begins another line."""


class Heading(NamedTuple):
    """The title of what follows, up to the next heading of the same or a higher level; level 1 is the highest."""

    level: int
    line: Line


class Paragraph(NamedTuple):
    """Lines that belong together: usually one, or several as in an address."""

    lines: tuple[Line, ...]
    role: str = ""


class ListItem(NamedTuple):
    """An item of a list with the number printed before it, or "", and the notes of the user below it."""

    line: Line
    number: str = ""
    notes: tuple[Paragraph, ...] = ()
    role: str = ""


class ListBlock(NamedTuple):
    """A list, or a run of numbered instructions."""

    items: tuple[ListItem, ...]
    role: str = ""


class Quote(NamedTuple):
    """A quotation, for example from a law."""

    lines: tuple[Line, ...]


class Table(NamedTuple):
    """A table; the first row holds the column titles."""

    rows: tuple[tuple[Line, ...], ...]


class LinkItem(NamedTuple):
    """A page on the web with a label, a remark and a marker such as "1. "; `url` is "" if the address is not recorded."""

    label: str
    url: str
    note: Line = ()
    marker: str = ""
    id: str = ""


class LinkList(NamedTuple):
    """Pages on the web."""

    items: tuple[LinkItem, ...]
    role: str = ""


class Section(NamedTuple):
    """A part with a title. Level 2 is a main part, level 3 a part of it, level 4 a part of a step."""

    level: int
    line: Line
    blocks: "Blocks"
    id: str = ""
    role: str = ""


class CheckItem(NamedTuple):
    """Something to do: its status, its title, facts such as how long it takes, and what there is to know about it."""

    status: str
    line: Line
    facts: tuple[Line, ...]
    blocks: "Blocks"
    id: str = ""


TextBlock = Heading | Paragraph | ListBlock | Quote
"""The blocks of a text of the content."""
Block = TextBlock | Table | LinkList | Section | CheckItem
Blocks = tuple[Block, ...]


def filled_line(message: str, /, **values: "Span | str") -> Line:
    """Return a translated message as a line, with spans or texts in place of its placeholders."""
    spans: list[Span] = []
    for literal, name, _format, _conversion in Formatter().parse(message):
        spans += [Span(literal)] if literal else []
        if name is not None:
            value = values[name]
            spans += [value if isinstance(value, Span) else Span(value)]
    return tuple(spans)


def paragraph(text: str, role: str = "", *, strong: bool = False) -> Paragraph:
    """Return a paragraph of one plain line."""
    return Paragraph(((Span(text, strong),),), role)


def build_list(texts: Iterable[str], *, numbered: bool = False) -> ListBlock:
    """Return a list of plain texts, numbered from 1 if asked for."""
    return ListBlock(
        tuple(ListItem(plain_line(text), str(position) if numbered else "") for position, text in enumerate(texts, 1))
    )


def plain_line(text: str) -> Line:
    """Return a text without emphasis or links as a line."""
    return (Span(text),)


def date_span(day: date, text: str = "", *, strong: bool = False) -> Span:
    """Return a day as a span, in the usual form or as `text`."""
    return Span(text or format_date(day), strong, Kind.DATE, day.isoformat())


def line_text(line: Line) -> str:
    """Return the text of a line on one line, without emphasis and links; asides stand in brackets."""
    return "".join(map(_span_text, line))


def with_quoted_menu_words(line: Line, quoted: str) -> Line:
    """Return a line with its menu words in quotation marks; `quoted` is the message that puts them around a `text`."""
    return tuple(span._replace(text=quoted.format(text=span.text)) if span.kind == Kind.MENU else span for span in line)


def _span_text(span: Span) -> str:
    if span.kind == Kind.USER:
        return " ".join(span.text.split())
    return f" ({span.text})" if span.kind == Kind.ASIDE else span.text


def block_lines(blocks: Iterable[Block]) -> Iterator[tuple[str, Line]]:
    """Yield each line of a text of the content with the number printed before it, else ""."""
    for block in blocks:
        if isinstance(block, ListBlock):
            yield from ((item.number, item.line) for item in block.items)
        elif isinstance(block, Heading):
            yield "", block.line
        elif isinstance(block, Paragraph | Quote):
            yield from (("", line) for line in block.lines)


def opening_text(blocks: Iterable[Block]) -> str:
    """Return the text of the first paragraph; "" if there is none."""
    return next((line_text(block.lines[0]) for block in blocks if isinstance(block, Paragraph)), "")


def map_lines(blocks: Iterable[TextBlock], change: Callable[[Line], Line]) -> Iterator[TextBlock]:
    """Yield the blocks of a text with each of their lines changed."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block._replace(line=change(block.line))
        elif isinstance(block, ListBlock):
            yield block._replace(items=tuple(item._replace(line=change(item.line)) for item in block.items))
        else:
            yield block._replace(lines=tuple(map(change, block.lines)))


def join_blocks(parts: Iterable[tuple[TextBlock, ...]]) -> tuple[TextBlock, ...]:
    """Join several texts into one. Numbered lists that meet become one, and all numbers count from 1."""
    joined: list[TextBlock] = []
    numbers = count(1)
    for block in (block for part in parts for block in part):
        if not (isinstance(block, ListBlock) and block.items[0].number):
            joined.append(block)
            continue
        items = tuple(item._replace(number=str(next(numbers))) if item.number else item for item in block.items)
        previous = joined[-1] if joined else None
        if isinstance(previous, ListBlock) and previous.items[0].number:
            joined[-1] = ListBlock(previous.items + items)
        else:
            joined.append(ListBlock(items))
    return tuple(joined)
