"""Ask when something happened to an objection, and for a note about it, and record the event."""

from datetime import date
from functools import partial

from wizard.core.date_input import EXAMPLES, TODAY, parse_date_input
from wizard.core.formatting import format_weekday
from wizard.core.request_kinds import find_outcome, request_title
from wizard.core.unfinished_work import unfinished_record

from .conversation import Conversation

DATE_PROMPT = f"Type {EXAMPLES}:"
DAY_HELP = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."


def ask_outcome_date(conversation: Conversation, target: str, kind: str) -> None:
    """Ask for the day of an outcome and record it."""
    ask_event_date(conversation, (target,), kind)


def ask_event_date(conversation: Conversation, targets: tuple[str, ...], kind: str) -> bool:
    """Ask for the day of an event and for a note, then record it for all targets.

    Returns True if it was recorded.
    """
    titles = [request_title(conversation.snapshot.library, target) for target in targets]
    with conversation.begun(unfinished_record(titles)) as open_work:
        while (day := _ask_day(conversation, targets[0], kind)) is not None:
            open_work.work = unfinished_record(titles, day)
            open_work.complete = partial(_record_event, conversation, targets, kind, "", day)
            note = conversation.ask_text(
                "A file number or a word about it, if you like:", help=DAY_HELP, why=DAY_HELP, optional=True
            )
            if note is not None and _record_event(conversation, targets, kind, note, day):
                return True
            open_work.work, open_work.complete = unfinished_record(titles), None
        return False


def _ask_day(conversation: Conversation, target: str, kind: str) -> date | None:
    """Ask for the day of the event; return None if the user goes back."""
    outcome = find_outcome(conversation.snapshot.library, target, kind)
    label = outcome.label if outcome else kind
    while (
        text := conversation.ask_text(f"{label}. When? {DATE_PROMPT}", help=DAY_HELP, why=DAY_HELP, default=TODAY)
    ) is not None:
        day, error = parse_date_input(text, conversation.session.today)
        if day is None:
            conversation.say(error)
            continue
        if text.casefold() != TODAY:
            conversation.say(f"{format_weekday(day)}.")
        return day
    return None


def _record_event(conversation: Conversation, targets: tuple[str, ...], kind: str, note: str, day: date) -> bool:
    return all(conversation.mark(target, kind, note, day) for target in targets)
