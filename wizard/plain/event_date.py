"""When something happened to an objection, and a word about it."""

from datetime import date
from functools import partial

from wizard.core.date_input import EXAMPLES, TODAY, parse_date_input
from wizard.core.formatting import format_weekday
from wizard.core.unfinished_work import unfinished_record

from .conversation import Conversation

FORMS = f"Type {EXAMPLES}:"
DAY_HELP = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."


def ask_event_date(talk: Conversation, targets: tuple[str, ...], kind: str) -> bool:
    """Ask for the day of an event and for a word about it, then record it. Tell whether it was recorded."""
    with talk.begun(unfinished_record(targets)) as record:
        while (on := _day(talk, kind)) is not None:
            record.work = unfinished_record(targets, on)
            record.complete = partial(_record, talk, targets, kind, "", on)
            note = talk.ask_text("A file number or a word about it, if you like:", help=DAY_HELP, why=DAY_HELP, optional=True)
            if note is not None and _record(talk, targets, kind, note, on):
                return True
            record.work, record.complete = unfinished_record(targets), None
        return False


def _day(talk: Conversation, kind: str) -> date | None:
    """The day of the event; None when the user goes back."""
    label = talk.case.library.outcomes[kind].label
    while (text := talk.ask_text(f"{label}. When? {FORMS}", help=DAY_HELP, why=DAY_HELP, default=TODAY)) is not None:
        on, wrong = parse_date_input(text, talk.session.today)
        if on is None:
            talk.say(wrong)
            continue
        if text.casefold() != TODAY:
            talk.say(f"{format_weekday(on)}.")
        return on
    return None


def _record(talk: Conversation, targets: tuple[str, ...], kind: str, note: str, on: date) -> bool:
    return all(talk.mark(target, kind, note, on) for target in targets)
