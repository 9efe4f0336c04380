"""An entry of the list “worst first”: what was found, and beside it the step that resolves it."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from .hanging_text import HangingOption, Row, wrap_hanging
from .styled_text import concat

BESIDE_FROM = 84
"""From this width on the step stands beside what it resolves, else below it."""
_LEFT_SHARE = 0.56
_GAP = 2
_NOTHING = Content("")


class AdviceOption(HangingOption):
    """Hanging rows, and a step beside them where there is room."""

    def __init__(self, rows: Sequence[Row], step: Row | None) -> None:
        margin = " " * rows[0][0].cell_length
        super().__init__(*rows, *([(concat(margin, step[0]), step[1])] if step else []))
        self._findings, self._step = rows, step

    def _wrapped(self, width: int) -> list[Content]:
        if self._step is None or width < BESIDE_FROM:
            return super()._wrapped(width)
        left = int(width * _LEFT_SHARE)
        findings = [line for row in self._findings for line in wrap_hanging(row, left)]
        steps = wrap_hanging(self._step, width - left - _GAP)
        pairs = zip_longest(findings, steps, fillvalue=_NOTHING)
        return [concat(finding, " " * (left + _GAP - finding.cell_length), step) for finding, step in pairs]
