"""Ask for the date of an event of an objection, and for a note."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from wizard.core.content_models import Outcome
from wizard.core.date_input import EXAMPLES, TODAY, parse_date_input
from wizard.core.formatting import format_weekday, relative_days, request_name_shown
from wizard.core.unfinished_work import EMPTY, UnfinishedWork, unfinished_record
from wizard.tui.keys import Key
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.styled_text import ALERT, QUIET, styled

from .dialog import CLOSE, Dialog


class EventDateDialog(Dialog):
    """Asks for the date (today by default) and a note, for one objection or several.

    `then` is called after the event was recorded.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "keep", "keep", "Record it with this day.", records=True), CLOSE)
    PURPOSE = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."

    def __init__(self, target: str, outcome: Outcome, *more_targets: str, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._then = then
        self._targets = (target, *more_targets)
        self._outcome = outcome

    def _body_widgets(self) -> list[Widget]:
        names = (request_name_shown(self.wizard_app.snapshot, target) for target in self._targets)
        return [
            Static(styled("; ".join(names), QUIET), classes="words"),
            Static(styled(self._outcome.label), classes="big"),
            Static(styled(f"When? Type {EXAMPLES}:"), classes="words"),
            Input(value=TODAY, id="day", select_on_focus=True),
            Static(self._date_feedback(TODAY), id="understood", classes="text"),
            Static(styled("A file number or a word about it, if you like:"), classes="words"),
            Input(id="note", placeholder=EMPTY),
        ]

    def on_mount(self) -> None:
        """Focus the date."""
        self.query_one("#day", Input).focus()

    @on(Input.Changed, "#day")
    def _date_changed(self, event: Input.Changed) -> None:
        self.query_one("#understood", Static).update(self._date_feedback(event.value))

    def _date_feedback(self, text: str) -> Content:
        """Return which day the input means, or why it is not valid."""
        today = self.wizard_app.session.today
        parsed = parse_date_input(text, today)
        if parsed.on is None:
            return styled(parsed.wrong, ALERT if text.strip() else QUIET)
        return styled(f"= {format_weekday(parsed.on)}, {relative_days(parsed.on, today)}", QUIET)

    def accepted(self) -> None:
        """Close after the event was recorded, then call `then`."""
        super().accepted()
        if self._then:
            self._then()

    @property
    def unfinished(self) -> UnfinishedWork:
        """The unrecorded event; it can be completed if the date is valid."""
        return unfinished_record(
            self._targets, parse_date_input(self.query_one("#day", Input).value, self.wizard_app.session.today).on
        )

    def complete(self) -> None:
        """Record the event with the current input."""
        self._record()

    @on(Input.Submitted)
    def _record(self) -> None:
        date_input = self.query_one("#day", Input)
        parsed = parse_date_input(date_input.value, self.wizard_app.session.today)
        if parsed.on is None:
            date_input.focus()
            return
        note = self.query_one("#note", Input).value
        self.submit(*(EventRecorded(target, self._outcome.id, note, parsed.on) for target in self._targets))
