"""What the person is asked about an objection case: what they did, what came back, and which events that can be."""

from .content_models import OBJECTION
from .objection import Objection
from .snapshot import Snapshot

REPLIES = (
    ("nothing", "Nothing yet, or only a receipt"),
    ("good", "A mail that confirms it"),
    ("bad", "A mail that refuses"),
    ("other", "A mail that asks for something, or something else"),
)
"""The answers to "What came back?"; each leads to the events whose `question` it is."""
BEFORE_SENT = ("sent", "prepared")
AFTER_SENT = ("follow-up", "appeal", "grievance", "complaint-meta", "complaint", "authority-answer", "closed")
ESCALATION_FOR_EVENT = {
    "follow-up": "remind",
    "complaint-meta": "complain-meta",
    "complaint": "authority",
    "authority-answer": "authority",
}
"""The rung of the ladder that an act of the person belongs to, where it has another name."""
FOLLOW_UP_PREFIX = "follow-up"
"""How the names of all letters begin with which one answers Meta or reminds it."""
LETTER_ACTION_LABELS = {
    OBJECTION: "Write the objection as a letter",
    "complaint-to-meta": "Write the complaint to Meta",
    "complaint-to-authority": "Write the letter to the authority",
}
PROMPT_BEFORE_SENT, PROMPT_AFTER_SENT = "What did you do?", "What came back, or what did you do?"


def is_sent(found: Objection) -> bool:
    """Tell whether the objection was sent, so that something can come back."""
    return any(event.kind in ("sent", "receipt") for event in found.events)


def letter_first(found: Objection) -> bool:
    """Tell whether the thing to do is to write: then the letter stands before everything that can be recorded."""
    return found.letter not in ("", OBJECTION) and is_sent(found) and found.needs_action


def letter_action_label(found: Objection) -> str:
    """What to do with the letter that the case calls for: "Write the second letter"."""
    if found.letter.startswith(FOLLOW_UP_PREFIX):
        return "Write the second letter"
    return LETTER_ACTION_LABELS.get(found.letter, "Write the letter that fits")


def available_actions(case: Snapshot, found: Objection) -> tuple[tuple[str, str], ...]:
    """What the person can have done: the id of the event and its words, as far as the place has such a step."""
    known = case.library.outcomes
    place = found.place or case.place
    rungs = {each.id for each in place.regime.escalations} if place else set()
    after = (id for id in AFTER_SENT if ESCALATION_FOR_EVENT.get(id, id) in rungs or id == "closed")
    return tuple((id, known[id].label) for id in (after if is_sent(found) else BEFORE_SENT) if id in known)


def outcomes_for_reply(case: Snapshot, answer: str) -> tuple[tuple[str, str], ...]:
    """The events that an answer to "What came back?" can mean: id and words."""
    return tuple((each.id, each.label) for each in case.library.outcomes.values() if each.question == answer)
