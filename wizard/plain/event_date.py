"""Ask when something happened to a request, and for a note about it, and record the event."""

from datetime import date
from functools import partial

from wizard.core.date_input import parse_date_input, today_word
from wizard.core.formatting import format_weekday
from wizard.core.unfinished_work import unfinished_record
from wizard.views.event_date import NOTE_QUESTION, OUTCOME, event_date_page
from wizard.views.page import Page

from .conversation import Conversation


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
        while (day := _ask_day(conversation, page)) is not None:
            open_work.work = unfinished_record(titles, day)
            open_work.complete = partial(_record_events, conversation, events, "", day)
            note = conversation.ask_text(note_question.text, help=page.help, why=page.help, optional=True)
            if note is not None and _record_events(conversation, events, note, day):
                return True
            open_work.work, open_work.complete = unfinished_record(titles), None
        return False


def _ask_day(conversation: Conversation, page: Page) -> date | None:
    """Ask for the day of the event; return None if the user goes back."""
    [happened] = page.lines(OUTCOME)
    question = f"{happened.text}. {page.prompt}"
    while (text := conversation.ask_text(question, help=page.help, why=page.help, default=today_word())) is not None:
        day, error, _ = parse_date_input(text, conversation.session.today)
        if day is None:
            conversation.say(error)
            continue
        if text.casefold() not in ("today", today_word().casefold()):
            conversation.say(f"{format_weekday(day)}.")
        return day
    return None


def _record_events(conversation: Conversation, events: tuple[tuple[str, str], ...], note: str, day: date) -> bool:
    return all(conversation.mark(target, kind, note, day) for target, kind in events)
