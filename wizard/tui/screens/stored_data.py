"""What is stored, in words; export, merge or remove it."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.sanitize import escape_line
from wizard.core.snapshot import Snapshot
from wizard.storage.state_report import BEYOND, describe_state, export_state
from wizard.system.desktop import documents_folder
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.messages import MergeRequested, WipeRequested
from wizard.tui.widgets.hanging_text import HangingText, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled

from .base import SCROLLING, WizardScreen
from .dialog import CLOSE, Dialog

ACTS = {
    "export": "Write a copy to a file",
    "import": "Merge another copy in; nothing is lost",
    "wipe": "Remove everything",
}
COPY = "my-photo-state.json"


class StoredDataScreen(WizardScreen):
    """Shows everything that is stored about the user, and what they can do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "choose", "choose", "Do what is under the cursor."), BACK, LEAVE, *SCROLLING)
    PURPOSE = (
        "Your answers and what you did are kept in one file on this computer. See all of it, take it elsewhere, or remove it."
    )

    def _body_widgets(self) -> list[Widget]:
        return [Static("What is stored", classes="big"), ItemList("acts"), HangingText(id="stored")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        session = self.wizard_app.session
        self.title_line.say("What is stored", escape_line(session.store.path.name))
        self.query_one(ItemList).show(Option(styled(label), id=id) for id, label in ACTS.items())
        lines = self.wizard_app.run_or_report(lambda: list(describe_state(session))) if snapshot is session.case else None
        self.query_one("#stored", HangingText).say(
            hanging_row(line.strip(), "  " if line.startswith(" ") else "") for line in lines or ()
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "export":
            text = self.wizard_app.run_or_report(lambda: export_state(self.wizard_app.session))
            if text is not None:
                self.wizard_app.open_screen("dialogs.SaveDialog", COPY, text)
        else:
            self.wizard_app.open_screen("stored_data.MergeDialog" if event.option_id == "import" else "stored_data.WipeDialog")


class MergeDialog(Dialog):
    """Asks for the file to merge."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "merge", "merge", "Merge this copy in.", records=True), CLOSE)
    PURPOSE = "What both copies hold stays once; of two answers the later one counts. Nothing is removed."

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("Which file holds the other copy?", classes="big"),
            Input(value=str(documents_folder() / COPY), id="path", select_on_focus=True),
            Static("Nothing is removed.", classes="quiet"),
        ]

    @on(Input.Submitted)
    def _merge(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.submit(MergeRequested(event.value.strip()))


class WipeDialog(Dialog):
    """Asks whether to remove everything."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Do what is under the cursor.", records=True), CLOSE)
    PURPOSE = "Removed is removed: there is no undo."

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("Remove everything for good?", classes="big"),
            ItemList("sure"),
            Static(styled(f"This removes {escape_line(self.wizard_app.session.store.path)} and its backup."), classes="quiet"),
            Static(styled(BEYOND), classes="quiet"),
        ]

    def on_mount(self) -> None:
        """List the choices; the one that changes nothing comes first."""
        self.query_one(ItemList).show([Option(styled("No, keep it"), id="no"), Option(styled("Yes, remove it"), id="yes")])

    @on(OptionList.OptionSelected)
    def _choice_made(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "yes":
            self.submit(WipeRequested())
        else:
            self.leave()
