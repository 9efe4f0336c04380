"""The plan and its dates as documents: which there are, and what each holds, before it is saved."""

import re
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.snapshot import PersonSnapshot, Snapshot
from wizard.export.documents import check_document
from wizard.export.render_text import WIDTH
from wizard.export.shared_documents import document_preview, render_document
from wizard.i18n import _, capitalized
from wizard.storage.everyone import people_here
from wizard.storage.people import has_other_people
from wizard.tui.keys import BACK, QUIET_LEAVE, Key
from wizard.tui.widgets.hanging_text import LEAST, HangingOption, HangingText, Row, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.views import key_texts
from wizard.views.documents import (
    DOCUMENT_KINDS,
    document_kind,
    document_page,
    documents_page,
    offered_documents,
    preview_help,
    preview_title,
)

from .base import SCROLLING, WizardScreen

MARGINS = 8
FRAME = 2
SIDE_BY_SIDE, KINDS_WIDTH = 118, 40
"""From which width on the preview stands beside the list, and how wide the list is there."""
_MARGIN = re.compile(r" *(?:[-*] |\d+\. )?(?:\[.\] )?")


class DocumentScreen(WizardScreen):
    """Lists the documents, and shows what the one under the cursor holds."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("s", "save", key_texts.SAVE_DOCUMENT, "enter"),
        Key("f", "turn", key_texts.OTHER_FORMAT),
        BACK,
        QUIET_LEAVE,
        Key("j", "scroll_line(1)", key_texts.SCROLL_DOWN, in_bar=False),
        Key("k", "scroll_line(-1)", key_texts.SCROLL_UP, in_bar=False),
        *SCROLLING,
    )

    def __init__(self) -> None:
        super().__init__()
        self._wrapped_at = 0

    @property
    def purpose(self) -> str:
        """What the previews are for, as the help says it."""
        return preview_help()

    def _body_widgets(self) -> list[Widget]:
        left = Vertical(Static(documents_page().prompt, classes="big"), ItemList("kinds"), id="kinds-side")
        return [Horizontal(left, HangingText(id="document"), id="papers")]

    def on_mount(self) -> None:
        """List the documents."""
        offered = offered_documents(has_others=has_other_people(self.wizard_app.session.store.path))
        self.query_one(ItemList).show(
            Option(HangingOption(hanging_row(capitalized(_(kind.title)))), id=id) for id, kind in offered.items()
        )

    @property
    def _document_id(self) -> str:
        """The id of the document under the cursor."""
        highlighted = self.query_one(ItemList).highlighted_option
        return (highlighted.id if highlighted else None) or next(iter(DOCUMENT_KINDS))

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say(preview_title(), *document_page(self._document_id).status)
        self.query_one("#papers").styles.layout = "horizontal" if self._is_beside else "vertical"
        self.query_one("#kinds-side").styles.width = KINDS_WIDTH if self._is_beside else "100%"
        self._wrapped_at = self._preview_width
        preview = document_preview(self._document_id, snapshot, self._everybody, self._wrapped_at)
        self.query_one("#document", HangingText).say(_document_row(line) for line in preview.splitlines())

    def _everybody(self) -> Sequence[PersonSnapshot]:
        return people_here(self.wizard_app.session)

    @property
    def _is_beside(self) -> bool:
        """Whether the preview stands beside the list."""
        return self.size.width >= SIDE_BY_SIDE

    @property
    def _preview_width(self) -> int:
        beside = KINDS_WIDTH + FRAME if self._is_beside else 0
        return max(LEAST, min(WIDTH, self.size.width - beside - MARGINS))

    @on(OptionList.OptionHighlighted)
    def _show_document(self) -> None:
        """Show what the document under the cursor holds."""
        self._show_snapshot(self.wizard_app.snapshot)

    def on_resize(self) -> None:
        """Wrap the preview for the new width."""
        self._fit_window(self.size)
        if self._wrapped_at not in (0, self._preview_width):
            self._show_snapshot(self.wizard_app.snapshot)

    def action_turn(self) -> None:
        """Go to the next document."""
        kinds = self.query_one(ItemList)
        kinds.highlighted = ((kinds.highlighted or 0) + 1) % kinds.option_count
        self.query_one("#body").scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Ask for the path, then save."""
        id, app = self._document_id, self.wizard_app
        if app.run_or_report(lambda: check_document(id)):
            render = partial(render_document, id, app.snapshot, self._everybody)
            app.open_screen("dialogs.SaveDialog", document_kind(id).file, render)

    def action_scroll_line(self, rows: int) -> None:
        """Scroll by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


def _document_row(line: str) -> Row:
    """Return a line of the document; its indent, bullet, number or box becomes the hanging indent."""
    match = _MARGIN.match(line)
    margin = match[0] if match else ""
    return hanging_row(line[len(margin) :], margin)
