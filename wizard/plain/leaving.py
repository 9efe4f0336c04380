"""Before the conversation ends: what is unfinished is named, and asked about once."""

from functools import partial

from wizard.core.letter.open_letters import OpenLetter
from wizard.core.unfinished import LEAVE_ANYWAY, LEAVE_HELP, STAY, leave_label, unfinished_letter, unfinished_summary

from .talk import OpenWork, Talk
from .teller import Row

STAYING, LEAVING = "stay", "leave"


class Leaving:
    """Asks before leaving; who wants to leave while being asked leaves."""

    def __init__(self, talk: Talk) -> None:
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
            rows = [Row(words, words) for words in completable]
            rows += [Row(STAYING, STAY), Row(LEAVING, leave_label(works))]
            chosen = talk.pick(f"{unfinished_summary(works)} {LEAVE_ANYWAY}", rows, LEAVE_HELP)
            if chosen in (None, STAYING, LEAVING):
                return chosen == LEAVING
            _complete(talk, completable[str(chosen)])
        return True


def _completable(talk: Talk) -> list[OpenWork]:
    """What can be completed now: records whose day is known, and letters."""
    letters = talk.open_letters.unsaved(talk.typed, talk.edited, talk.session.kept_fields)
    reopened = (OpenWork(unfinished_letter(each.title), partial(_hand_out, talk, each)) for each in letters)
    return [*(each for each in talk.open_work if each.complete), *reopened]


def _complete(talk: Talk, open_work: OpenWork) -> None:
    if open_work.complete and open_work.complete() and open_work in talk.open_work:
        talk.open_work.remove(open_work)


def _hand_out(talk: Talk, letter: OpenLetter) -> bool:
    """Ask for what the letter still needs, then do with it what the user chooses."""
    from .blanks import complete  # letters are loaded when one is written
    from .handing import hand_out
    from .writing import Writing

    writing = Writing(talk, letter.sitting)
    if talk.attempt(lambda: writing.draft) and (writing.edited is not None or complete(writing)):
        hand_out(writing)
    return True
