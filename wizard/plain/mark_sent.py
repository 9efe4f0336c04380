"""Record that a letter was sent: for one objection, for several, or to a contact."""

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

ALL_TARGETS = "every"


def record_letter_sent(letter_session: LetterSession) -> None:
    """Record that the letter was sent, after asking for the accounts and the day where needed."""
    conversation, draft = letter_session.conversation, letter_session.draft
    targets, kind = recorded_targets(draft), event_for_letter(draft.letter)
    if kind == ASKED:
        if conversation.mark(targets[0], ASKED):
            letter_session.handed_out()
        return
    if len(targets) > 1:
        rows = [Choice(ALL_TARGETS, ALL_ACCOUNTS), *(Choice(each, objection_title(each)) for each in targets)]
        chosen = conversation.select(WHICH_ACCOUNTS, rows, ONE_OBJECTION_PER_ACCOUNT)
        if chosen is None:
            return
        targets = targets if chosen == ALL_TARGETS else (chosen,)
    if ask_event_date(conversation, targets, kind):
        letter_session.handed_out()
