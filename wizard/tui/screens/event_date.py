"""Ask for the date of an event of a request, and for a note."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from wizard.core.date_input import DateInput, today_word
from wizard.core.unfinished_work import EMPTY, UnfinishedWork, unfinished_record
from wizard.i18n import _
from wizard.tui.keys import Key
from wizard.tui.messages import EventRecorded
from wizard.tui.page_content import STYLES
from wizard.tui.widgets.styled_text import QUIET, styled
from wizard.views import key_texts
from wizard.views.event_date import NOTE_QUESTION, OUTCOME, event_date_page, parse_event_date, understood_date
from wizard.views.page import Page

from .dialog import CLOSE, Dialog


class EventDateDialog(Dialog):
    """Asks for the date (today by default) and a note, for one request or several.

    `then` is called after the event was recorded.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "keep", key_texts.RECORD_DAY, records=True), CLOSE)

    def __init__(self, target: str, outcome: str, *more_targets: str, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._then = then
        self._targets = (target, *more_targets)
        self._outcome = outcome

    @property
    def drawn_page(self) -> Page:
        """The page with the questions for the day and for a note."""
        return event_date_page(self.wizard_app.snapshot, self._targets, self._outcome)

    @property
    def purpose(self) -> str:
        """What the dialog is for, as the help says it."""
        return self.drawn_page.help

    def _body_widgets(self) -> list[Widget]:
        page = self.drawn_page
        [happened], [note_question] = page.lines(OUTCOME), page.lines(NOTE_QUESTION)
        return [
            Static(styled(page.title, QUIET), classes="words"),
            Static(styled(happened.text), classes="big"),
            Static(styled(page.prompt), classes="words"),
            Input(value=today_word(), id="day", select_on_focus=True),
            Static(self._date_feedback(today_word()), id="understood", classes="text"),
            Static(styled(note_question.text), classes="words"),
            Input(id="note", placeholder=_(EMPTY)),
        ]

    def on_mount(self) -> None:
        """Focus the date."""
        self.query_one("#day", Input).focus()

    @on(Input.Changed, "#day")
    def _date_changed(self, event: Input.Changed) -> None:
        self.query_one("#understood", Static).update(self._date_feedback(event.value))

    def _date_feedback(self, text: str) -> Content:
        """Return which day the input means, or why it is not valid."""
        line = understood_date(self._parsed(text), self.wizard_app.session.today, is_empty=not text.strip())
        return styled(line.text, STYLES[line.tone])

    def _parsed(self, text: str) -> DateInput:
        return parse_event_date(self.wizard_app.snapshot, self._targets, self._outcome, text)

    def accepted(self) -> None:
        """Close after the event was recorded, then call `then`."""
        super().accepted()
        if self._then:
            self._then()

    @property
    def unfinished(self) -> UnfinishedWork:
        """The unrecorded event; it can be completed if the date is valid."""
        titles = [self.wizard_app.snapshot.request_title(target) for target in self._targets]
        return unfinished_record(titles, self._parsed(self.query_one("#day", Input).value).on)

    def complete(self) -> None:
        """Record the event with the current input."""
        self._record()

    @on(Input.Submitted)
    def _record(self) -> None:
        date_input = self.query_one("#day", Input)
        parsed = self._parsed(date_input.value)
        if parsed.on is None:
            date_input.focus()
            return
        note = self.query_one("#note", Input).value
        self.submit(*(EventRecorded(target, kind, note, parsed.on) for target, kind in self._recorded_events))

    @property
    def _recorded_events(self) -> tuple[tuple[str, str], ...]:
        """The target and the kind of each event to record."""
        return tuple((target, self._outcome) for target in self._targets)


class SentDateDialog(EventDateDialog):
    """Asks on which day the form of a step was sent, and records the step as done."""

    def __init__(self, step_id: str, target: str, outcome: str) -> None:
        super().__init__(target, outcome)
        self._step_id = step_id

    @property
    def _recorded_events(self) -> tuple[tuple[str, str], ...]:
        return ((self._step_id, "done"),)
