"""Before the conversation ends: what is unfinished is named, and asked about once."""

from functools import partial

from wizard.core.letter.open_letters import OpenLetter
from wizard.core.unfinished_work import LEAVE_ANYWAY, LEAVE_HELP, STAY, leave_label, unfinished_letter, unfinished_summary

from .conversation import Conversation, OpenWork
from .prompter import Choice

STAYING, LEAVING = "stay", "leave"


class Leaving:
    """Asks before leaving; who wants to leave while being asked leaves."""

    def __init__(self, talk: Conversation) -> None:
        self._talk = talk
        self._asking = False

    def __call__(self) -> bool:
        """Tell whether the conversation may end."""
        if self._asking:
            return True
        self._asking = True
        try:
            return self._ask()
        finally:
            self._asking = False

    def _ask(self) -> bool:
        talk = self._talk
        while works := talk.unfinished:
            completable = {each.work.completion: each for each in _completable(talk)}
            rows = [Choice(words, words) for words in completable]
            rows += [Choice(STAYING, STAY), Choice(LEAVING, leave_label(works))]
            chosen = talk.select(f"{unfinished_summary(works)} {LEAVE_ANYWAY}", rows, LEAVE_HELP)
            if chosen in (None, STAYING, LEAVING):
                return chosen == LEAVING
            _complete(talk, completable[str(chosen)])
        return True


def _completable(talk: Conversation) -> list[OpenWork]:
    """What can be completed now: records whose day is known, and letters."""
    letters = talk.open_letters.unsaved(talk.letter_input, talk.edited, talk.session.saved_letter_fields)
    reopened = (OpenWork(unfinished_letter(each.title), partial(_hand_out, talk, each)) for each in letters)
    return [*(each for each in talk.open_work if each.complete), *reopened]


def _complete(talk: Conversation, open_work: OpenWork) -> None:
    if open_work.complete and open_work.complete() and open_work in talk.open_work:
        talk.open_work.remove(open_work)


def _hand_out(talk: Conversation, letter: OpenLetter) -> bool:
    """Ask for what the letter still needs, then do with it what the user chooses."""
    from .letter_actions import offer_letter_actions
    from .letter_fields import ask_missing_fields  # letters are loaded when one is written
    from .letter_session import LetterSession

    writing = LetterSession(talk, letter.sitting)
    if talk.run_or_report(lambda: writing.draft) and (writing.edited is not None or ask_missing_fields(writing)):
        offer_letter_actions(writing)
    return True
