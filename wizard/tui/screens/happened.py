"""When it happened: the day of an event of an objection case, and a word about it."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from wizard.core.library import Outcome
from wizard.tui.keys import Key
from wizard.tui.messages import Marked
from wizard.tui.widgets.prose import said

from .dialog import CLOSE, Dialog


class HappenedDialog(Dialog):
    """Asks for the day, today unless told otherwise, and for a file number or the like; for one case, or for several."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "keep", "keep", "Record it with this day."), CLOSE)
    PURPOSE = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."

    def __init__(self, target: str, outcome: Outcome, *others: str) -> None:
        super().__init__()
        self._targets = (target, *others)
        self._outcome = outcome

    def _parts(self) -> list[Widget]:
        today = self.wizard.session.today.isoformat()
        return [
            Static(said(self._outcome.label), classes="big"),
            Static(said("When? Year, month, day:"), classes="words"),
            Input(value=today, id="day", select_on_focus=False),
            Static(said("A file number or a word about it, if you like:"), classes="words"),
            Input(id="note"),
            Static("", id="wrong", classes="quiet"),
        ]

    def on_mount(self) -> None:
        """The day first."""
        self.query_one("#day", Input).focus()

    @on(Input.Submitted)
    def _keep(self) -> None:
        text = self.query_one("#day", Input).value.strip()
        try:
            on = date.fromisoformat(text)
        except ValueError:
            self.query_one("#wrong", Static).update(said("This is not a day. Write it like 2026-11-23."))
            return
        for target in self._targets:
            self.app.post_message(Marked(target, self._outcome.id, self.query_one("#note", Input).value, on))
