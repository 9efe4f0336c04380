"""Preview of the plan as a document, before it is saved."""

import re
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.widget import Widget

from wizard.core.snapshot import PersonSnapshot, Snapshot
from wizard.export.render_text import WIDTH
from wizard.export.shared_documents import document_preview, render_document
from wizard.storage.everyone import people_here
from wizard.storage.people import has_other_people
from wizard.tui.keys import BACK, Key
from wizard.tui.widgets.hanging_text import LEAST, HangingText, Row, hanging_row
from wizard.views import key_texts
from wizard.views.documents import DOCUMENT_KINDS, document_kind, document_page, offered_documents, preview_help, preview_title

from .base import SCROLLING, WizardScreen

MARGINS = 8
_MARGIN = re.compile(r" *(?:[-*] |\d+\. )?(?:\[.\] )?")


class DocumentScreen(WizardScreen):
    """Shows the plan in each format."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("s", "save", key_texts.SAVE_DOCUMENT),
        Key("f", "turn", key_texts.OTHER_FORMAT),
        BACK,
        Key("down,j", "scroll_line(1)", key_texts.SCROLL_DOWN, in_bar=False),
        Key("up,k", "scroll_line(-1)", key_texts.SCROLL_UP, in_bar=False),
        *SCROLLING,
    )

    def __init__(self) -> None:
        super().__init__()
        self._format = next(iter(DOCUMENT_KINDS))
        self._wrapped_at = 0

    @property
    def purpose(self) -> str:
        """What the previews are for, as the help says it."""
        return preview_help()

    def _body_widgets(self) -> list[Widget]:
        return [HangingText(id="document")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say(preview_title(), *document_page(self._format).status)
        self._wrapped_at = self._preview_width
        preview = document_preview(self._format, snapshot, self._everybody, self._wrapped_at)
        self.query_one("#document", HangingText).say(_document_row(line) for line in preview.splitlines())

    def _everybody(self) -> Sequence[PersonSnapshot]:
        return people_here(self.wizard_app.session)

    @property
    def _preview_width(self) -> int:
        return max(LEAST, min(WIDTH, self.size.width - MARGINS))

    def on_resize(self) -> None:
        """Wrap the preview for the new width."""
        if self._wrapped_at not in (0, self._preview_width):
            self._show_snapshot(self.wizard_app.snapshot)

    def action_turn(self) -> None:
        """Show the next format."""
        has_others = has_other_people(self.wizard_app.session.store.path)
        names = list(offered_documents(has_others=has_others))
        self._format = names[(names.index(self._format) + 1) % len(names)]
        self._show_snapshot(self.wizard_app.snapshot)
        self.query_one("#body").scroll_home(animate=False)

    def action_save(self) -> None:
        """Ask for the path, then save."""
        render = partial(render_document, self._format, self.wizard_app.snapshot, self._everybody)
        self.wizard_app.open_screen("dialogs.SaveDialog", document_kind(self._format).file, render)

    def action_scroll_line(self, rows: int) -> None:
        """Scroll by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


def _document_row(line: str) -> Row:
    """Return a line of the document; its indent, bullet, number or box becomes the hanging indent."""
    match = _MARGIN.match(line)
    margin = match[0] if match else ""
    return hanging_row(line[len(margin) :], margin)
