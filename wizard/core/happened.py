"""What the person is asked about an objection case: what they did, what came back, and which events that can be."""

from .case import Case
from .library import OBJECTION
from .objection import ObjectionCase

CAME_BACK = (
    ("nothing", "Nothing yet, or only a receipt"),
    ("good", "A mail that confirms it"),
    ("bad", "A mail that refuses"),
    ("other", "A mail that asks for something, or something else"),
)
"""The answers to "What came back?"; each leads to the events whose `question` it is."""
BEFORE_SENT = ("sent", "prepared")
AFTER_SENT = ("follow-up", "appeal", "grievance", "complaint-meta", "complaint", "authority-answer", "closed")
RUNG_FOR = {"follow-up": "remind", "complaint-meta": "complain-meta", "complaint": "authority", "authority-answer": "authority"}
"""The rung of the ladder that an act of the person belongs to, where it has another name."""
SECOND = "follow-up"
"""How the names of all letters begin with which one answers Meta or reminds it."""
WRITE = {
    OBJECTION: "Write the objection as a letter",
    "complaint-to-meta": "Write the complaint to Meta",
    "complaint-to-authority": "Write the letter to the authority",
}
FIRST, THEN = "What did you do?", "What came back, or what did you do?"


def is_sent(found: ObjectionCase) -> bool:
    """Tell whether the objection was sent, so that something can come back."""
    return any(event.kind in ("sent", "receipt") for event in found.events)


def writes_first(found: ObjectionCase) -> bool:
    """Tell whether the thing to do is to write: then the letter stands before everything that can be recorded."""
    return found.letter not in ("", OBJECTION) and is_sent(found) and found.needs_you


def letter_words(found: ObjectionCase) -> str:
    """What to do with the letter that the case calls for: "Write the second letter"."""
    if found.letter.startswith(SECOND):
        return "Write the second letter"
    return WRITE.get(found.letter, "Write the letter that fits")


def acts(case: Case, found: ObjectionCase) -> tuple[tuple[str, str], ...]:
    """What the person can have done: the id of the event and its words, as far as the place has such a step."""
    known = case.library.outcomes
    place = found.place or case.place
    rungs = {each.id for each in place.regime.escalations} if place else set()
    after = (id for id in AFTER_SENT if RUNG_FOR.get(id, id) in rungs or id == "closed")
    return tuple((id, known[id].label) for id in (after if is_sent(found) else BEFORE_SENT) if id in known)


def came_back(case: Case, answer: str) -> tuple[tuple[str, str], ...]:
    """The events that an answer to "What came back?" can mean: id and words."""
    return tuple((each.id, each.label) for each in case.library.outcomes.values() if each.question == answer)
