"""Numbers by year as bars, as wide as the page has room for, each with its number beside it."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from wizard.export.audit.text import text_bar

from .styled_text import ACCENT, QUIET, concat, stack_lines, styled

WIDEST = 60
LEAST = 4
BLOCK = "▆"
"""Not the full height, so that each year is a bar of its own."""


class YearChart(Static):
    """A line for each year; the most fills the room."""

    def __init__(self, years: Sequence[tuple[int, int]]) -> None:
        super().__init__(classes="text")
        self._years = years

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._years)

    def render(self) -> Content:
        most = max((value for _, value in self._years), default=0)
        longest = len(f"{most:,}")
        room = max(LEAST, min(WIDEST, self.content_size.width - longest - len("2026    ")))
        return stack_lines(
            concat(styled(f"{year}  ", QUIET), f"{value:>{longest},}  ", styled(text_bar(value, most, room, BLOCK), ACCENT))
            for year, value in self._years
        )
