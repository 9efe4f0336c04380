"""That a letter was sent: in one objection case, in several, or of somebody in the contact book."""

from wizard.core.case import Case
from wizard.core.contact import ASKED, CONTACT
from wizard.core.letter.draft import Draft
from wizard.core.letter.post import MEANS, cases_for
from wizard.core.objection import about

from .happened import happened
from .teller import Row
from .writing import FRIEND, Writing

HELP = "A letter can speak for several accounts. Each has a case of its own, with its own answer."
EVERY = "every"


def receivers(case: Case, current: Draft) -> tuple[str, ...]:
    """The cases, or the person in the contact book, of whom it is recorded that the letter was sent."""
    friend = next(iter(current.given.get(FRIEND, ())), "").strip()
    return cases_for(current.letter, case, current.about) or ((f"{CONTACT}{friend}",) if friend else ())


def sent(writing: Writing) -> None:
    """Record that the letter was sent: in the contact book, or in one case or several."""
    talk, current = writing.talk, writing.draft
    targets = receivers(talk.case, current)
    if current.letter.family not in MEANS:
        talk.mark(targets[0], ASKED)
        return
    if len(targets) > 1:
        rows = [Row(EVERY, "For all of these"), *(Row(each, about(each)) for each in targets)]
        chosen = talk.pick("For which accounts did you send it?", rows, HELP)
        if chosen is None:
            return
        targets = targets if chosen == EVERY else (chosen,)
    happened(talk, targets, MEANS[current.letter.family])
