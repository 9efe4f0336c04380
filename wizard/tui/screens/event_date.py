"""When it happened: the day of an event of an objection case, and a word about it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from wizard.core.content_models import Outcome
from wizard.core.date_input import EXAMPLES, TODAY, parse_date_input
from wizard.core.formatting import format_weekday, relative_days
from wizard.core.objection import objection_title
from wizard.core.unfinished_work import EMPTY, UnfinishedWork, unfinished_record
from wizard.tui.keys import Key
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.styled_text import ALERT, QUIET, styled

from .dialog import CLOSE, Dialog


class EventDateDialog(Dialog):
    """Asks for the day, today unless told otherwise, and for a file number or the like; for one case, or for several."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "keep", "keep", "Record it with this day.", records=True), CLOSE)
    PURPOSE = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."

    def __init__(self, target: str, outcome: Outcome, *others: str, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._then = then
        self._targets = (target, *others)
        self._outcome = outcome

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(styled("; ".join(map(objection_title, self._targets)), QUIET), classes="words"),
            Static(styled(self._outcome.label), classes="big"),
            Static(styled(f"When? Type {EXAMPLES}:"), classes="words"),
            Input(value=TODAY, id="day", select_on_focus=True),
            Static(self._understood(TODAY), id="understood", classes="text"),
            Static(styled("A file number or a word about it, if you like:"), classes="words"),
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
        today = self.wizard_app.session.today
        found = parse_date_input(text, today)
        if found.on is None:
            return styled(found.wrong, ALERT if text.strip() else QUIET)
        return styled(f"= {format_weekday(found.on)}, {relative_days(found.on, today)}", QUIET)

    def accepted(self) -> None:
        """It is recorded: go on with what follows."""
        super().accepted()
        if self._then:
            self._then()

    @property
    def unfinished(self) -> UnfinishedWork:
        """That it is not recorded; it can be once the day is understood."""
        return unfinished_record(
            self._targets, parse_date_input(self.query_one("#day", Input).value, self.wizard_app.session.today).on
        )

    def complete(self) -> None:
        """Record it with what stands in the fields."""
        self._keep()

    @on(Input.Submitted)
    def _keep(self) -> None:
        day = self.query_one("#day", Input)
        found = parse_date_input(day.value, self.wizard_app.session.today)
        if found.on is None:
            day.focus()
            return
        note = self.query_one("#note", Input).value
        self.submit(*(EventRecorded(target, self._outcome.id, note, found.on) for target in self._targets))
