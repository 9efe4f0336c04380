"""Define contacts: people whom the user asked about photos, by nickname, with what was recorded last."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .event import NO_ANSWER as NO_ANSWER  # noqa: PLC0414 - one of the contact kinds, imported from here with the others
from .event import Event

CONTACT = "contact/"
"""The prefix of targets that are contacts; the nickname follows."""
ASKED, AGREED, DECLINED, FORGOTTEN = "asked", "done", "declined", "forgotten"
CONTACT_KINDS = (ASKED, AGREED, DECLINED, NO_ANSWER, FORGOTTEN)
NICKNAME_LENGTH = 60
"""The greatest length of a nickname, in characters."""
FIRST_LETTER = "ask-friend"
NEXT_LETTER = {ASKED: "remind-friend", NO_ANSWER: "remind-friend", AGREED: "thank-friend"}
"""The next letter to a contact by status. For a status that is not listed it is FIRST_LETTER."""


class Contact(NamedTuple):
    """A person by nickname, with the kind and the day of the last event."""

    nickname: str
    status: str
    on: date


def contacts_from_events(events: Iterable[Event]) -> tuple[Contact, ...]:
    """Return the contacts after these events, in the order of their first event.

    The last event of a contact decides; forgotten contacts are left out.
    """
    contacts: dict[str, Contact] = {}
    for event in events:
        if event.target.startswith(CONTACT) and event.kind in CONTACT_KINDS:
            nickname = event.target.removeprefix(CONTACT)
            contacts[nickname] = Contact(nickname, event.kind, event.on)
    return tuple(contact for contact in contacts.values() if contact.status != FORGOTTEN)
