"""A bar chart of numbers by year, as wide as the page allows."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from wizard.export.audit.text import text_bar

from .styled_text import ACCENT, QUIET, concat, stack_lines, styled

WIDEST = 60
LEAST = 4
BLOCK = "▆"
"""Lower than a full block, so that the bars of adjacent years do not merge."""


class YearChart(Static):
    """One line with bar and number for each year; the longest bar belongs to the highest number."""

    def __init__(self, years: Sequence[tuple[int, int]]) -> None:
        super().__init__(classes="text")
        self._years = years

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._years)

    def render(self) -> Content:
        maximum = max((value for _, value in self._years), default=0)
        digits = len(f"{maximum:,}")
        width = max(LEAST, min(WIDEST, self.content_size.width - digits - len("2026    ")))
        return stack_lines(
            concat(
                styled(f"{year}  ", QUIET),
                f"{value:>{digits},}  ",
                styled(text_bar(value, maximum, width, BLOCK), ACCENT),
            )
            for year, value in self._years
        )
