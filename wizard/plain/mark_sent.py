"""That a letter was sent: in one objection case, in several, or of somebody in the contact book."""

from wizard.core.contact import ASKED
from wizard.core.letter.delivery import (
    ALL_ACCOUNTS,
    ONE_OBJECTION_PER_ACCOUNT,
    WHICH_ACCOUNTS,
    event_for_letter,
    recorded_targets,
)
from wizard.core.objection import objection_title

from .event_date import ask_event_date
from .letter_session import LetterSession
from .prompter import Choice

EVERY = "every"


def record_letter_sent(writing: LetterSession) -> None:
    """Record that the letter was sent: in the contact book, or in one case or several."""
    talk, current = writing.talk, writing.draft
    targets, kind = recorded_targets(current), event_for_letter(current.letter)
    if kind == ASKED:
        if talk.mark(targets[0], ASKED):
            writing.handed_out()
        return
    if len(targets) > 1:
        rows = [Choice(EVERY, ALL_ACCOUNTS), *(Choice(each, objection_title(each)) for each in targets)]
        chosen = talk.select(WHICH_ACCOUNTS, rows, ONE_OBJECTION_PER_ACCOUNT)
        if chosen is None:
            return
        targets = targets if chosen == EVERY else (chosen,)
    if ask_event_date(talk, targets, kind):
        writing.handed_out()
