"""Name unfinished work before the conversation ends, and offer to complete it."""

from functools import partial

from wizard.core.letter.open_letters import OpenLetter
from wizard.core.unfinished_work import LEAVE_ANYWAY, LEAVE_HELP, STAY, leave_label, unfinished_letter, unfinished_summary
from wizard.i18n import _

from .conversation import Conversation, OpenWork
from .prompter import Choice

STAY_ID, LEAVE_ID = "stay", "leave"


class Leaving:
    """Ask before leaving. A second request to leave during that question is granted at once."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._asking = False

    def __call__(self) -> bool:
        """Return True if the conversation may end."""
        if self._asking:
            return True
        self._asking = True
        try:
            return self._ask()
        finally:
            self._asking = False

    def _ask(self) -> bool:
        conversation = self._conversation
        while unfinished := conversation.unfinished:
            completable = {each.work.completion: each for each in _completable_work(conversation)}
            rows = [Choice(label, label) for label in completable]
            rows += [Choice(STAY_ID, _(STAY)), Choice(LEAVE_ID, leave_label(unfinished))]
            chosen = conversation.select(f"{unfinished_summary(unfinished)} {_(LEAVE_ANYWAY)}", rows, _(LEAVE_HELP))
            if chosen in (None, STAY_ID, LEAVE_ID):
                return chosen == LEAVE_ID
            _complete(conversation, completable[str(chosen)])
        return True


def _completable_work(conversation: Conversation) -> list[OpenWork]:
    """Return the work that can be completed now: records with a known day, and letters."""
    letters = conversation.open_letters.unsaved(
        conversation.letter_input, conversation.edited, conversation.session.saved_letter_fields
    )
    letter_work = (OpenWork(unfinished_letter(each.title), partial(_complete_letter, conversation, each)) for each in letters)
    return [*(each for each in conversation.open_work if each.complete), *letter_work]


def _complete(conversation: Conversation, open_work: OpenWork) -> None:
    if open_work.complete and open_work.complete() and open_work in conversation.open_work:
        conversation.open_work.remove(open_work)


def _complete_letter(conversation: Conversation, letter: OpenLetter) -> bool:
    """Ask for missing fields of the letter, then offer what can be done with it. Always returns True."""
    from wizard.core.letter.letter_request import LetterRequest  # late, like the others: only when there is a letter

    from .letter_actions import offer_letter_actions
    from .letter_fields import ask_missing_fields
    from .letter_session import LetterSession

    letter_session = LetterSession(conversation, LetterRequest(*letter.arguments))
    if conversation.run_or_report(lambda: letter_session.draft) and (
        letter_session.edited is not None or ask_missing_fields(letter_session)
    ):
        offer_letter_actions(letter_session)
    return True
