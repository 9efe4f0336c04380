"""Ask when something happened to a request, and for a note about it, and record the event."""

from collections.abc import Callable
from datetime import date
from functools import partial

from wizard.core.date_input import DateInput, today_word
from wizard.core.formatting import format_weekday
from wizard.core.unfinished_work import unfinished_record
from wizard.views.event_date import NOTE_QUESTION, OUTCOME, event_date_page, parse_event_date
from wizard.views.page import Page

from .conversation import Conversation


class DayQuestion:
    """The question for the day of an event. Whoever comes back to it is offered the day that was typed before."""

    def __init__(self, conversation: Conversation, page: Page, parse: Callable[[str], DateInput]) -> None:
        self._conversation, self._page, self._parse, self._proposed = conversation, page, parse, today_word()

    def ask(self) -> date | None:
        """Ask until a day is given, and say it back in full; return None if the user goes back."""
        [happened], help = self._page.lines(OUTCOME), self._page.help
        question = f"{happened.text}. {self._page.prompt}"
        while (text := self._conversation.ask_text(question, help=help, why=help, default=self._proposed)) is not None:
            day, error, _ = self._parse(text)
            if day is None:
                self._conversation.say(error)
                continue
            if text.casefold() not in ("today", today_word().casefold()):
                self._conversation.say(f"{format_weekday(day)}.")
            self._proposed = text
            return day
        return None


def ask_outcome_date(conversation: Conversation, target: str, kind: str) -> None:
    """Ask for the day of an outcome and record it."""
    ask_event_date(conversation, (target,), kind)


def ask_sent_day(conversation: Conversation, step_id: str, target: str, kind: str) -> bool:
    """Ask on which day the form of a step was sent, and record the step as done. Returns True if it was recorded."""
    return ask_event_date(conversation, (target,), kind, ((step_id, "done"),))


def ask_event_date(
    conversation: Conversation, targets: tuple[str, ...], kind: str, events: tuple[tuple[str, str], ...] = ()
) -> bool:
    """Ask for the day of an event and for a note, then record it for all targets, or `events` in its place.

    Returns True if it was recorded.
    """
    events = events or tuple((target, kind) for target in targets)
    page = event_date_page(conversation.snapshot, targets, kind)
    [note_question] = page.lines(NOTE_QUESTION)
    titles = [conversation.snapshot.request_title(target) for target in targets]
    with conversation.begun(unfinished_record(titles)) as open_work:
        day_question = DayQuestion(conversation, page, partial(parse_event_date, conversation.snapshot, targets, kind))
        while (day := day_question.ask()) is not None:
            open_work.work = unfinished_record(titles, day)
            open_work.complete = partial(_record_events, conversation, events, "", day)
            note = conversation.ask_text(note_question.text, help=page.help, why=page.help, optional=True)
            if note is not None and _record_events(conversation, events, note, day):
                return True
            open_work.work, open_work.complete = unfinished_record(titles), None
        return False


def _record_events(conversation: Conversation, events: tuple[tuple[str, str], ...], note: str, day: date) -> bool:
    return all(conversation.mark(target, kind, note, day) for target, kind in events)
