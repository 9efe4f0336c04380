"""Record that a letter was sent: for one objection, for several, or to a contact."""

from wizard.core.contact import ASKED
from wizard.core.letter.delivery import event_for_letter, recorded_targets
from wizard.views.letter import sent_page
from wizard.views.letter_actions import RecordSentTo

from .event_date import ask_event_date
from .letter_session import LetterSession
from .pages import choose_action


def record_letter_sent(letter_session: LetterSession) -> None:
    """Record that the letter was sent, after asking for the accounts and the day where needed."""
    conversation, draft = letter_session.conversation, letter_session.draft
    targets, kind = recorded_targets(draft), event_for_letter(draft.letter, draft.snapshot.library)
    if kind == ASKED:
        if conversation.mark(targets[0], ASKED):
            letter_session.handed_out()
        return
    if len(targets) > 1:
        chosen = choose_action(conversation, sent_page(conversation.snapshot, targets))
        if not isinstance(chosen, RecordSentTo):
            return
        targets = chosen.targets
    if ask_event_date(conversation, targets, kind):
        letter_session.handed_out()
