"""The plan as a document: seen before it is saved."""

import re
from functools import partial
from typing import ClassVar

from textual.widget import Widget

from wizard.core.case import Case
from wizard.export.papers import PAPERS, preview
from wizard.export.text import WIDTH
from wizard.tui.keys import BACK, Key
from wizard.tui.widgets.hanging import Hanging, Row, row

from .base import SCROLLING, CaseScreen

MARGINS = 8
_LEAD = re.compile(r" *(?:[-*] |\d+\. )?(?:\[.\] )?")


class PaperScreen(CaseScreen):
    """Preview of the plan in each format."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("s", "save", "save", "Save the document to a file."),
        Key("f", "turn", "other format", "Turn through a page to print, plain text, Markdown, JSON and calendar."),
        BACK,
        Key("down,j", "scroll_line(1)", "", "Scroll down.", shown=False),
        Key("up,k", "scroll_line(-1)", "", "Scroll up.", shown=False),
        *SCROLLING,
    )
    PURPOSE = "Your plan and its dates as documents. Nothing is written before you say where."

    def __init__(self) -> None:
        super().__init__()
        self._format = next(iter(PAPERS))

    def _parts(self) -> list[Widget]:
        return [Hanging(id="document")]

    def _show(self, case: Case) -> None:
        paper = PAPERS[self._format]
        self.title_line.say("Plan on paper", paper.words)
        shown = preview(paper, case, min(WIDTH, self.size.width - MARGINS))
        self.query_one("#document", Hanging).say(_row(line) for line in shown.splitlines())

    def action_turn(self) -> None:
        """Show the next format."""
        names = list(PAPERS)
        self._format = names[(names.index(self._format) + 1) % len(names)]
        self._show(self.wizard.case)
        self.query_one("#body").scroll_home(animate=False)

    def action_save(self) -> None:
        """Ask where to, then save."""
        paper = PAPERS[self._format]
        self.wizard.go("ask.SaveDialog", paper.file, partial(paper.make, self.wizard.case))

    def action_scroll_line(self, rows: int) -> None:
        """Scroll the text by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


def _row(line: str) -> Row:
    """A line of the document; what is indented, or stands beside a box or a dash, stays so where it wraps."""
    lead = _LEAD.match(line)
    margin = lead[0] if lead else ""
    return row(line[len(margin) :], margin)
