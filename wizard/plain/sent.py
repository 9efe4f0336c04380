"""That a letter was sent: in one objection case, in several, or of somebody in the contact book."""

from wizard.core.contact import ASKED
from wizard.core.letter.post import ALL_ACCOUNTS, EACH_ITS_CASE, WHICH_ACCOUNTS, means, receivers
from wizard.core.objection import about

from .happened import happened
from .teller import Row
from .writing import Writing

EVERY = "every"


def sent(writing: Writing) -> None:
    """Record that the letter was sent: in the contact book, or in one case or several."""
    talk, current = writing.talk, writing.draft
    targets, kind = receivers(current), means(current.letter)
    if kind == ASKED:
        if talk.mark(targets[0], ASKED):
            writing.handed_out()
        return
    if len(targets) > 1:
        rows = [Row(EVERY, ALL_ACCOUNTS), *(Row(each, about(each)) for each in targets)]
        chosen = talk.pick(WHICH_ACCOUNTS, rows, EACH_ITS_CASE)
        if chosen is None:
            return
        targets = targets if chosen == EVERY else (chosen,)
    if happened(talk, targets, kind):
        writing.handed_out()
