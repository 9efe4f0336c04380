"""Preview of the plan as a document, before it is saved."""

import re
from functools import partial
from typing import ClassVar

from textual.widget import Widget

from wizard.core.snapshot import Snapshot
from wizard.export.documents import DOCUMENTS, preview_document
from wizard.export.render_text import WIDTH
from wizard.tui.keys import BACK, Key
from wizard.tui.widgets.hanging_text import LEAST, HangingText, Row, hanging_row

from .base import SCROLLING, WizardScreen

MARGINS = 8
_MARGIN = re.compile(r" *(?:[-*] |\d+\. )?(?:\[.\] )?")


class DocumentScreen(WizardScreen):
    """Shows the plan in each format."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("s", "save", "save", "Save the document to a file."),
        Key("f", "turn", "other format", "Turn through a page to print, plain text, Markdown, JSON and calendar."),
        BACK,
        Key("down,j", "scroll_line(1)", "", "Scroll down.", in_bar=False),
        Key("up,k", "scroll_line(-1)", "", "Scroll up.", in_bar=False),
        *SCROLLING,
    )
    PURPOSE = "Your plan and its dates as documents. Nothing is written before you say where."

    def __init__(self) -> None:
        super().__init__()
        self._format = next(iter(DOCUMENTS))
        self._wrapped_at = 0

    def _body_widgets(self) -> list[Widget]:
        return [HangingText(id="document")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        document = DOCUMENTS[self._format]
        self.title_line.say("Plan on paper", document.title)
        self._wrapped_at = self._preview_width
        preview = preview_document(document, snapshot, self._wrapped_at)
        self.query_one("#document", HangingText).say(_document_row(line) for line in preview.splitlines())

    @property
    def _preview_width(self) -> int:
        return max(LEAST, min(WIDTH, self.size.width - MARGINS))

    def on_resize(self) -> None:
        """Wrap the preview for the new width."""
        if self._wrapped_at not in (0, self._preview_width):
            self._show_snapshot(self.wizard_app.snapshot)

    def action_turn(self) -> None:
        """Show the next format."""
        names = list(DOCUMENTS)
        self._format = names[(names.index(self._format) + 1) % len(names)]
        self._show_snapshot(self.wizard_app.snapshot)
        self.query_one("#body").scroll_home(animate=False)

    def action_save(self) -> None:
        """Ask for the path, then save."""
        document = DOCUMENTS[self._format]
        self.wizard_app.open_screen("dialogs.SaveDialog", document.file, partial(document.render, self.wizard_app.snapshot))

    def action_scroll_line(self, rows: int) -> None:
        """Scroll by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


def _document_row(line: str) -> Row:
    """Return a line of the document; its indent, bullet, number or box becomes the hanging indent."""
    match = _MARGIN.match(line)
    margin = match[0] if match else ""
    return hanging_row(line[len(margin) :], margin)
