"""Contacts: the people whom the user asked about photos, by nickname, and what came of it."""

from wizard.core.contact import (
    ASKED,
    CONTACT,
    CONTACT_KINDS,
    CONTACT_OUTCOME_LABELS,
    FIRST_LETTER,
    NEXT_LETTER,
    NICKNAME_LENGTH,
    TOO_LONG,
    Contact,
)
from wizard.core.formatting import CONTACT_STATUS, relative_days
from wizard.core.unfinished_work import NICKNAME
from wizard.views.user_messages import recorded_message

from .conversation import Conversation
from .letters import compose_letter
from .prompter import Choice

NEW, WRITE = "new someone", "write to"
HELP = "Whom you asked about photos, by a nickname of your own. It stays on this computer."


def show_contacts(conversation: Conversation) -> None:
    """List all contacts; add a new one or change one, until the user goes back."""
    while True:
        snapshot = conversation.snapshot
        conversation.prompter.title("People you asked")
        if not snapshot.contacts:
            conversation.say("Nobody is on your list yet.")
        rows = [
            Choice(each.nickname, each.nickname, f"{CONTACT_STATUS[each.status]}, {relative_days(each.on, snapshot.today)}")
            for each in snapshot.contacts
        ]
        chosen = conversation.select("Whom?", [Choice(NEW, "Add someone I asked"), *rows], HELP)
        if chosen is None:
            return
        if chosen == NEW:
            _add_contact(conversation)
        else:
            _update_contact(conversation, next(each for each in snapshot.contacts if each.nickname == chosen))


def _add_contact(conversation: Conversation) -> None:
    while nickname := conversation.ask_text(
        "A nickname, so that only you know who it is:", help=HELP, why=HELP, unfinished=NICKNAME
    ):
        if len(nickname.strip()) <= NICKNAME_LENGTH:
            _record_contact(conversation, nickname, ASKED)
            return
        conversation.say(TOO_LONG)


def _update_contact(conversation: Conversation, contact: Contact) -> None:
    rows = [Choice(kind, CONTACT_OUTCOME_LABELS[kind]) for kind in CONTACT_KINDS] + [
        Choice(WRITE, f"Write to {contact.nickname}")
    ]
    outcome = conversation.select(f"What came of it with {contact.nickname}?", rows, HELP)
    if outcome == WRITE:
        compose_letter(conversation, NEXT_LETTER.get(contact.status, FIRST_LETTER), friend=contact.nickname)
    elif outcome:
        _record_contact(conversation, contact.nickname, outcome)


def _record_contact(conversation: Conversation, nickname: str, kind: str) -> None:
    if conversation.run_or_report(lambda: conversation.session.record_contact(nickname, kind)):
        conversation.say(recorded_message(conversation.snapshot, f"{CONTACT}{nickname}", kind, ""))
