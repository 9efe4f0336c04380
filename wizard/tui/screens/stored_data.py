"""What is stored, in words; export, merge or remove it."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from wizard.core.sanitize import escape_line
from wizard.core.snapshot import Snapshot
from wizard.storage.people import first_person_path
from wizard.storage.state_report import BEYOND, describe_state, export_state
from wizard.system.desktop import documents_folder
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.messages import MergeRequested
from wizard.tui.page_content import page_rows
from wizard.tui.widgets.hanging_text import HangingText, hanging_row
from wizard.tui.widgets.styled_text import styled
from wizard.views import key_texts
from wizard.views.actions import Action, ExportState, ShowStoredData
from wizard.views.page import Page
from wizard.views.stored_data import EXPORT_FILE, import_page, stored_data_page, wipe_page

from .base import SCROLLING
from .dialog import CLOSE, Dialog
from .page import PageScreen
from .page_dialog import PageDialog

ENTRY = "  ·  "
"""The sign before what belongs to the line above: its further lines must not look like other entries."""


class StoredDataScreen(PageScreen):
    """Shows everything that is stored about the user, and what they can do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "choose", key_texts.TAKE_ROW), BACK, LEAVE, *SCROLLING)

    def make_page(self, snapshot: Snapshot) -> Page:
        session = self.wizard_app.session
        page = stored_data_page(session.person if first_person_path(session.store.path) else None)
        choices = tuple(choice for choice in page.choices if not isinstance(choice.action, ShowStoredData))  # it is shown below
        return page._replace(status=(escape_line(self.wizard_app.session.store.path.name),), choices=choices)

    def _body_widgets(self) -> list[Widget]:
        return [*super()._body_widgets(), HangingText(id="stored")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        super()._show_snapshot(snapshot)
        session = self.wizard_app.session
        lines = self.wizard_app.run_or_report(lambda: list(describe_state(session))) if snapshot is session.snapshot else None
        self.query_one("#stored", HangingText).say(
            hanging_row(line.strip(), ENTRY if line.startswith(" ") else "") for line in lines or ()
        )

    def perform(self, action: Action) -> None:
        """Write the copy only once the user has named a file for it."""
        if not isinstance(action, ExportState):
            super().perform(action)
            return
        text = self.wizard_app.run_or_report(lambda: export_state(self.wizard_app.session))
        if text is not None:
            self.wizard_app.open_screen("dialogs.SaveDialog", EXPORT_FILE, text)


class MergeDialog(Dialog):
    """Asks for the file to merge."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "merge", key_texts.MERGE, records=True), CLOSE)

    @property
    def purpose(self) -> str:
        """What the dialog is for."""
        return import_page().help

    def _body_widgets(self) -> list[Widget]:
        page = import_page()
        return [
            Static(styled(page.prompt), classes="big"),
            Input(value=str(documents_folder() / EXPORT_FILE), id="path", select_on_focus=True),
            HangingText(page_rows(page), classes="quiet"),
        ]

    @on(Input.Submitted)
    def _merge(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.submit(MergeRequested(event.value.strip()))


class WipeDialog(PageDialog):
    """Asks whether to remove everything."""

    def make_page(self, snapshot: Snapshot) -> Page:
        return wipe_page(self.wizard_app.session.store.path, BEYOND)
