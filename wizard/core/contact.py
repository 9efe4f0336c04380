"""People you asked: whom the person asked about photos, by a nickname of their own, and what came of it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .event import Event

CONTACT = "contact/"
ASKED, AGREED, DECLINED, NO_ANSWER, FORGOTTEN = "asked", "done", "declined", "no-answer", "forgotten"
CONTACT_KINDS = (ASKED, AGREED, DECLINED, NO_ANSWER, FORGOTTEN)
NICKNAME_LENGTH = 60
TOO_LONG = f"A nickname has {NICKNAME_LENGTH} letters at most."
CONTACT_OUTCOME_LABELS = {
    ASKED: "I asked, or asked again",
    AGREED: "It is done",
    DECLINED: "The answer was no",
    NO_ANSWER: "No answer",
    FORGOTTEN: "Take this person off the list",
}
"""What can be recorded of someone, as the person would say it."""
FIRST_LETTER = "ask-friend"
NEXT_LETTER = {ASKED: "remind-friend", NO_ANSWER: "remind-friend", AGREED: "thank-friend"}
"""What one writes next; to everybody else one writes the first message."""


class Contact(NamedTuple):
    """Someone by nickname, what was recorded last, and on which day."""

    nickname: str
    status: str
    on: date


def contacts_from_events(events: Iterable[Event]) -> tuple[Contact, ...]:
    """Everyone on the list after these events, the latest event deciding; who was forgotten is no longer on it."""
    found: dict[str, Contact] = {}
    for event in events:
        if event.target.startswith(CONTACT) and event.kind in CONTACT_KINDS:
            nickname = event.target.removeprefix(CONTACT)
            found[nickname] = Contact(nickname, event.kind, event.on)
    return tuple(each for each in found.values() if each.status != FORGOTTEN)
