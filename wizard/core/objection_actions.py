"""Offer what a user can record about an objection: their own actions, and the reply of Meta."""

from .content_models import OBJECTION
from .objection import Objection
from .snapshot import Snapshot

REPLIES = (
    ("nothing", "Nothing yet, or only a receipt"),
    ("good", "A mail that confirms it"),
    ("bad", "A mail that refuses"),
    ("other", "A mail that asks for something, or something else"),
)
"""The answers to "What came back?", as id and label. Each leads to the outcomes whose `question` is this id."""
BEFORE_SENT = ("sent", "prepared")
AFTER_SENT = ("follow-up", "appeal", "grievance", "complaint-meta", "complaint", "authority-answer", "closed")
ESCALATION_FOR_EVENT = {
    "follow-up": "remind",
    "complaint-meta": "complain-meta",
    "complaint": "authority",
    "authority-answer": "authority",
}
"""The escalation that an event kind belongs to. Event kinds that are not listed have the id of their escalation."""
FOLLOW_UP_PREFIX = "follow-up"
"""The prefix of all letter kinds that answer or remind Meta."""
LETTER_ACTION_LABELS = {
    OBJECTION: "Write the objection as a letter",
    "complaint-to-meta": "Write the complaint to Meta",
    "complaint-to-authority": "Write the letter to the authority",
}
PROMPT_BEFORE_SENT, PROMPT_AFTER_SENT = "What did you do?", "What came back, or what did you do?"


def is_sent(objection: Objection) -> bool:
    """Return True if the objection was sent, so that a reply is possible."""
    return any(event.kind in ("sent", "receipt") for event in objection.events)


def letter_first(objection: Objection) -> bool:
    """Return True if the recommended next action is to write a letter. The letter is then listed first."""
    return objection.letter not in ("", OBJECTION) and is_sent(objection) and objection.needs_action


def letter_action_label(objection: Objection) -> str:
    """Return the label of the action that opens the recommended letter: "Write the second letter"."""
    if objection.letter.startswith(FOLLOW_UP_PREFIX):
        return "Write the second letter"
    return LETTER_ACTION_LABELS.get(objection.letter, "Write the letter that fits")


def available_actions(snapshot: Snapshot, objection: Objection) -> tuple[tuple[str, str], ...]:
    """Return what the user can record about their own part, as event kind and label.

    After sending, only actions that the place has an escalation for, and closing, are offered.
    """
    outcomes = snapshot.library.outcomes
    place = objection.place or snapshot.place
    escalation_ids = {escalation.id for escalation in place.regime.escalations} if place else set()
    after_sent = (kind for kind in AFTER_SENT if ESCALATION_FOR_EVENT.get(kind, kind) in escalation_ids or kind == "closed")
    kinds = after_sent if is_sent(objection) else BEFORE_SENT
    return tuple((kind, outcomes[kind].label) for kind in kinds if kind in outcomes)


def outcomes_for_reply(snapshot: Snapshot, answer: str) -> tuple[tuple[str, str], ...]:
    """Return the outcomes that an answer to "What came back?" can mean, as event kind and label."""
    return tuple((outcome.id, outcome.label) for outcome in snapshot.library.outcomes.values() if outcome.question == answer)
