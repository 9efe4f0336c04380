"""When it happened: the day of an event of an objection case, and a word about it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from wizard.core.library import Outcome
from wizard.core.objection import about
from wizard.core.typed_day import EXAMPLES, TODAY, typed_day
from wizard.core.unfinished import EMPTY, UnfinishedWork, unfinished_record
from wizard.core.words import distance, weekday
from wizard.tui.keys import Key
from wizard.tui.messages import Marked
from wizard.tui.widgets.prose import ALERT, QUIET, said

from .dialog import CLOSE, Dialog


class HappenedDialog(Dialog):
    """Asks for the day, today unless told otherwise, and for a file number or the like; for one case, or for several."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "keep", "keep", "Record it with this day.", records=True), CLOSE)
    PURPOSE = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."

    def __init__(self, target: str, outcome: Outcome, *others: str, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._then = then
        self._targets = (target, *others)
        self._outcome = outcome

    def _parts(self) -> list[Widget]:
        return [
            Static(said("; ".join(map(about, self._targets)), QUIET), classes="words"),
            Static(said(self._outcome.label), classes="big"),
            Static(said(f"When? Type {EXAMPLES}:"), classes="words"),
            Input(value=TODAY, id="day", select_on_focus=True),
            Static(self._understood(TODAY), id="understood", classes="text"),
            Static(said("A file number or a word about it, if you like:"), classes="words"),
            Input(id="note", placeholder=EMPTY),
        ]

    def on_mount(self) -> None:
        """The day first."""
        self.query_one("#day", Input).focus()

    @on(Input.Changed, "#day")
    def _typed(self, event: Input.Changed) -> None:
        self.query_one("#understood", Static).update(self._understood(event.value))

    def _understood(self, text: str) -> Content:
        """Which day that is, or why it is none."""
        today = self.wizard.session.today
        found = typed_day(text, today)
        if found.on is None:
            return said(found.wrong, ALERT if text.strip() else QUIET)
        return said(f"= {weekday(found.on)}, {distance(found.on, today)}", QUIET)

    def accepted(self) -> None:
        """It is recorded: go on with what follows."""
        super().accepted()
        if self._then:
            self._then()

    @property
    def unfinished(self) -> UnfinishedWork:
        """That it is not recorded; it can be once the day is understood."""
        return unfinished_record(self._targets, typed_day(self.query_one("#day", Input).value, self.wizard.session.today).on)

    def complete(self) -> None:
        """Record it with what stands in the fields."""
        self._keep()

    @on(Input.Submitted)
    def _keep(self) -> None:
        day = self.query_one("#day", Input)
        found = typed_day(day.value, self.wizard.session.today)
        if found.on is None:
            day.focus()
            return
        note = self.query_one("#note", Input).value
        self.submit(*(Marked(target, self._outcome.id, note, found.on) for target in self._targets))
