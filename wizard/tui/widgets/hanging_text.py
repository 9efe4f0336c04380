"""Lines with a hanging indent: a number, sign or key in the margin, the text in its own column."""

import re
from collections.abc import Iterable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from wizard.core.blocks import Blocks, block_lines

from .styled_text import ACCENT, SECONDARY, UNBROKEN, concat, stack_lines, styled, styled_line

LEAST = 12
GAP = "  "
_LONG_WORD = re.compile(r"[!-~]{12,}")
"""A word in Latin letters that may be longer than a line, such as an address; other scripts may be broken anywhere."""
_BREAK_AFTER = "/-.?&=_"
"""Where such a word is broken rather than within its parts."""
CONTINUED = "  "
"""The indent of the further lines of a row in a list, so that they do not look like a row of their own."""
Row = tuple[Content, Content]


class HangingText(Static):
    """Rows of lead and text; the wrapped lines of a text stay in its column."""

    def __init__(self, rows: Iterable[Row] = (), *, id: str | None = None, classes: str = "text") -> None:
        super().__init__(id=id, classes=classes)
        self._rows = list(rows)
        self._wrap_cache: tuple[int, list[Content]] = (0, [])

    def say(self, rows: Iterable[Row]) -> None:
        """Show other rows; without rows the widget takes no room."""
        self._rows = list(rows)
        self._wrap_cache = (0, [])
        self.set_class(not self._rows, "gone")
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._wrapped(width))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return max((lead.cell_length + text.cell_length for lead, text in self._rows), default=0)

    def render(self) -> Content:
        return stack_lines(self._wrapped(self.content_size.width))

    def _wrapped(self, width: int) -> list[Content]:
        if self._wrap_cache[0] != width:
            self._wrap_cache = (width, [line for each in self._rows for line in wrap_hanging(each, width)])
        return self._wrap_cache[1]


class HangingOption(Visual):
    """Hanging rows as a list option, with a hint beside them.

    The hint is moved to its own line rather than split, or left out if it `may_go`.
    """

    def __init__(self, *rows: Row, hint: str = "", may_go: bool = False) -> None:
        self._rows = rows
        self._may_go = may_go
        self._hint = styled(hint, SECONDARY)

    @property
    def plain(self) -> str:
        """The text without leads."""
        return GAP.join(each.plain for each in (*(text for _, text in self._rows), self._hint) if each)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return stack_lines(self._wrapped(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        widest = max(lead.cell_length + text.cell_length for lead, text in self._rows)
        return widest + (len(GAP) + self._hint.cell_length if self._hint else 0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self._wrapped(width))

    def _wrapped(self, width: int) -> list[Content]:
        lines = [line for each in self._rows for line in _wrap_option_row(each, width)]
        if not self._hint:
            return lines
        joined = concat(lines[-1].rstrip(), self._hint, by=GAP)
        if joined.cell_length <= width:
            return [*lines[:-1], joined]
        if self._may_go:
            return lines
        return [*lines, *wrap_hanging((_margin(self._rows[-1][0]) or styled(CONTINUED), self._hint), width)]


def _wrap_option_row(row: Row, width: int) -> list[Content]:
    """Return the lines of a row in a list; without a lead, those after the first are indented."""
    lines = wrap_hanging(row, width)
    if row[0] or len(lines) == 1:
        return lines
    first, *others = wrap_hanging(row, width - len(CONTINUED))
    return [first, *(concat(CONTINUED, line) for line in others)]


def wrap_hanging(row: Row, width: int) -> list[Content]:
    """Return the lines of a row in this width."""
    lead, text = row
    width_left = max(LEAST, width - lead.cell_length)
    is_whole = text.cell_length <= width_left and "\n" not in text.plain
    if is_whole:
        lines = [_exchange(text, UNBROKEN, " ")]
    else:
        lines = [_exchange(line, UNBROKEN, " ") for line in _break_long_words(text, width_left).wrap(width_left)]
    return [Content.assemble(_margin(lead) if index else lead, line) for index, line in enumerate(lines)]


def _exchange(text: Content, old: str, new: str) -> Content:
    """Exchange one character for another of the same width; the styles stay where they are."""
    return Content(text.plain.replace(old, new), list(text.spans)) if old in text.plain else text


def _break_long_words(text: Content, width: int) -> Content:
    """End lines after a slash, hyphen or dot of words that are longer than a line, where there is one near its end."""
    ends: list[int] = []
    for word in _LONG_WORD.finditer(text.plain):
        start = word.start()
        while word.end() - start > width:
            nearest = range(start + width, start + width // 2, -1)
            start = next((end for end in nearest if text.plain[end - 1] in _BREAK_AFTER), start + width)
            ends.append(start)
    return Content("\n").join(text.divide(ends)) if ends else text


def _margin(lead: Content) -> Content:
    return styled(" " * lead.cell_length)


def hanging_row(text: Content | str, lead: Content | str = "") -> Row:
    """Make a row from plain texts or styled contents."""
    return (lead if isinstance(lead, Content) else styled(lead)), (text if isinstance(text, Content) else styled(text))


def section_rows(blocks: Blocks) -> list[Row]:
    """Return the rows of a section: paragraphs, and instructions with their numbers in the margin."""
    rows: list[Row] = []
    after_numbered = False
    for number, line in block_lines(blocks):
        if after_numbered and not number:
            rows.append(hanging_row(""))
        rows.append(hanging_row(styled_line(line), styled(f"{number:>2}  ", ACCENT) if number else ""))
        after_numbered = bool(number)
    return rows
