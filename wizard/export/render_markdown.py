"""Render blocks as Markdown. Every text is escaped, so that it can never become markup."""

import re
from collections.abc import Iterable, Iterator

from wizard.core.blocks import (
    Block,
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
    Span,
    Table,
)
from wizard.core.formatting import NO_ADDRESS, STATUS_MARKS
from wizard.i18n import _, labelled, with_colon

from .nonbreaking import nonbreaking

_USER_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|!~&]")
"""The characters of a text of the user that Markdown could interpret somewhere."""
_MARKUP = re.compile(r"[\\`*\[\]<>|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
"""The characters of a text of the content that Markdown would interpret; all others stay readable."""
_LINE_START = re.compile(r"^(?:(?P<sign>[-+=#])|(?P<number>\d+)(?P<dot>[.)])(?=\s|$))")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\\`]*[^\s<>()\[\]\\`.,;:!?'\"*_]")


def render_markdown(blocks: Iterable[Block], *, by_user: bool = False) -> str:
    """Return the blocks as Markdown. `by_user` is True if the user wrote any of the text, as in a letter."""
    return "\n\n".join(_MarkdownWriter(by_user=by_user).pieces(blocks)) + "\n"


class _MarkdownWriter:
    """Writes blocks as pieces of Markdown, which are separated by empty lines."""

    def __init__(self, *, by_user: bool) -> None:
        self._by_user = by_user

    def pieces(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the pieces of the blocks in order."""
        for block in blocks:
            if isinstance(block, Heading):
                yield f"{'#' * block.level} {self._inline(block.line)}"
            elif isinstance(block, Paragraph):
                yield self._paragraph(block)
            elif isinstance(block, Quote):
                yield "\n>\n".join(f"> {self._line(line)}" for line in block.lines)
            elif isinstance(block, ListBlock):
                yield "\n".join(self._list_lines(block))
            elif isinstance(block, LinkList):
                yield "\n".join(map(self._link, block.items))
            elif isinstance(block, Table):
                yield "\n".join(self._table_lines(block))
            elif isinstance(block, Section):
                yield self._section_title(block)
                yield from self.pieces(block.blocks)
            else:
                yield f"### [{STATUS_MARKS[block.status]}] {self._inline(block.line)}"
                yield " · ".join(map(self._inline, block.facts))
                yield from self.pieces(block.blocks)

    def _paragraph(self, block: Paragraph) -> str:
        text = "\\\n".join(map(self._line, block.lines))
        return f"> {text}" if block.role == Role.NOTE else f"*{text}*" if block.role == Role.CHECKED else text

    def _list_lines(self, block: ListBlock) -> Iterator[str]:
        for item in block.items:
            marker = f"{item.number}. " if item.number else "- "
            yield f"{marker}{self._line(item.line)}"
            for note in item.notes:
                yield from ("", f"{' ' * len(marker)}{self._paragraph(note)}")

    def _link(self, item: LinkItem) -> str:
        address = f"<{item.url}>" if item.url else f"({_(NO_ADDRESS)})"
        label, note = self._escape(item.label), self._inline(item.note)
        if item.marker:
            return f"{item.marker}{label} {address}{', ' if note else ''}{note}"
        return f"- {labelled(f'{label} {note}'.rstrip(), address)}"

    def _table_lines(self, table: Table) -> Iterator[str]:
        header, *rows = (f"| {' | '.join(map(self._line, row))} |" for row in table.rows)
        yield header
        yield f"|{' --- |' * len(table.rows[0])}"
        yield from rows

    def _section_title(self, block: Section) -> str:
        title = self._inline(block.line)
        if block.level == 2:
            return f"## {title}"
        return f"**{title}**" if block.level == 4 else title if title.endswith((".", "?", "!")) else with_colon(title)

    def _line(self, line: Line) -> str:
        """Return a line that begins a block: what would make it a list or a heading is escaped."""
        return _LINE_START.sub(
            lambda match: f"\\{match['sign']}" if match["sign"] else f"{match['number']}\\{match['dot']}", self._inline(line)
        )

    def _inline(self, line: Line) -> str:
        """Return a line with its emphasis. Strong spans that touch are one."""
        pieces: list[str] = []
        is_strong = False
        for span in line:
            pieces += ["**"] if span.strong != is_strong else []
            is_strong = span.strong
            pieces.append(self._span(span))
        return "".join([*pieces, "**" if is_strong else ""])

    def _span(self, span: Span) -> str:
        if span.kind == Kind.CODE:
            return f"`{span.text}`"
        if span.kind == Kind.USER:
            return _USER_MARKUP.sub(r"\\\g<0>", " ".join(span.text.split()))
        text = self._escape(span.text)
        return f" ({text})" if span.kind == Kind.ASIDE else text

    def _escape(self, text: str) -> str:
        """Escape everything that Markdown would interpret; web addresses become links to themselves."""
        markup = _USER_MARKUP if self._by_user else _MARKUP
        pieces: list[str] = []
        position = 0
        for match in _WEB_ADDRESS.finditer(text):
            pieces += [markup.sub(r"\\\g<0>", text[position : match.start()]), f"<{match[0]}>"]
            position = match.end()
        escaped = "".join([*pieces, markup.sub(r"\\\g<0>", text[position:])])
        return escaped if self._by_user else nonbreaking(escaped)
