"""What is stored, in words; a copy of it, another copy merged in, all of it removed."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case
from wizard.core.clean import escape_line
from wizard.services.outbox import documents
from wizard.services.stored import BEYOND, copy_of, stored_in_words
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.messages import MergeWanted, WipeWanted
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.hanging import Hanging, row
from wizard.tui.widgets.prose import said

from .base import SCROLLING, CaseScreen
from .dialog import CLOSE, Dialog

ACTS = {
    "export": "Write a copy to a file",
    "import": "Merge another copy in; nothing is lost",
    "wipe": "Remove everything",
}
COPY = "my-photo-state.json"


class KeptScreen(CaseScreen):
    """Everything that is kept of the person, and what they can do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "choose", "choose", "Do what is under the cursor."), BACK, LEAVE, *SCROLLING)
    PURPOSE = (
        "Your answers and what you did are kept in one file on this computer. See all of it, take it elsewhere, or remove it."
    )

    def _parts(self) -> list[Widget]:
        return [Static("What is stored", classes="big"), PlainList("acts"), Hanging(id="stored")]

    def _show(self, case: Case) -> None:
        session = self.wizard.session
        self.title_line.say("What is stored", escape_line(session.store.path.name))
        self.query_one(PlainList).show(Option(said(words), id=id) for id, words in ACTS.items())
        lines: list[str] = []
        if case is session.case:
            self.wizard.attempt(lambda: lines.extend(stored_in_words(session)))
        self.query_one("#stored", Hanging).say(row(line.strip(), "  " if line.startswith(" ") else "") for line in lines)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "export":
            self.wizard.attempt(lambda: self.wizard.go("ask.SaveDialog", COPY, copy_of(self.wizard.session)))
        else:
            self.wizard.go("kept.MergeDialog" if event.option_id == "import" else "kept.WipeDialog")


class MergeDialog(Dialog):
    """Which other copy is to be merged in."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "merge", "merge", "Merge this copy in.", records=True), CLOSE)
    PURPOSE = "What both copies hold stays once; of two answers the later one counts. Nothing is removed."

    def _parts(self) -> list[Widget]:
        return [
            Static("Which file holds the other copy?", classes="big"),
            Input(value=str(documents() / COPY), id="path", select_on_focus=True),
            Static("Nothing is removed.", classes="quiet"),
        ]

    @on(Input.Submitted)
    def _merge(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.submit(MergeWanted(event.value.strip()))


class WipeDialog(Dialog):
    """Whether everything is really to be removed."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Do what is under the cursor.", records=True), CLOSE)
    PURPOSE = "Removed is removed: there is no undo."

    def _parts(self) -> list[Widget]:
        return [
            Static("Remove everything for good?", classes="big"),
            PlainList("sure"),
            Static(said(f"This removes {escape_line(self.wizard.session.store.path)} and its backup."), classes="quiet"),
            Static(said(BEYOND), classes="quiet"),
        ]

    def on_mount(self) -> None:
        """What does nothing comes first."""
        self.query_one(PlainList).show([Option(said("No, keep it"), id="no"), Option(said("Yes, remove it"), id="yes")])

    @on(OptionList.OptionSelected)
    def _sure(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "yes":
            self.submit(WipeWanted())
        else:
            self.leave()
