"""Numbers drawn as bars: one line for each, as wide as the page allows, or all of them in one line of small columns."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from wizard.export.audit.text import text_bar

from .styled_text import ACCENT, QUIET, concat, stack_lines, styled

WIDEST = 60
LEAST = 4
BLOCK = "▆"
"""Lower than a full block, so that the bars of adjacent lines do not merge."""
_COLUMNS = "▁▂▃▄▅▆▇█"
_GAPS = 4
"""Cells between label, number and bar."""


class BarChart(Static):
    """One line with label, number and bar for each value; the longest bar belongs to the highest number."""

    def __init__(self, values: Sequence[tuple[str, int]]) -> None:
        super().__init__(classes="text")
        self._values = [(styled(label, QUIET), value) for label, value in values]
        self._label_width = max((label.cell_length for label, _ in self._values), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return stack_lines(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        """Return the lines; a label that leaves no room for the bar has a line of its own."""
        maximum = max((value for _, value in self._values), default=0)
        digits = len(f"{maximum:,}")
        beside = width - self._label_width - digits - _GAPS
        bar_width = max(LEAST, min(WIDEST, beside if beside >= LEAST else width - digits - _GAPS))
        lines = []
        for label, value in self._values:
            drawn = concat(f"{value:>{digits},}  ", styled(text_bar(value, maximum, bar_width, BLOCK), ACCENT))
            if beside >= LEAST:
                lines.append(concat(label, " " * (self._label_width - label.cell_length + 2), drawn))
            else:
                lines += [*label.wrap(max(1, width)), concat("  ", drawn)]
        return lines


def small_columns(values: Sequence[int]) -> str:
    """Return the values as columns of one line; any value above zero is visible."""
    maximum = max(values, default=0)
    top = len(_COLUMNS) - 1
    return "".join(_COLUMNS[max(1, round(value * top / maximum))] if value else _COLUMNS[0] for value in values)
