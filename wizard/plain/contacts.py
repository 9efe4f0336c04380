"""People you asked: whom the person asked about photos, by nickname, and what came of it."""

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
from wizard.core.user_messages import recorded_message

from .conversation import Conversation
from .letters import compose_letter
from .prompter import Choice

NEW, WRITE = "new someone", "write to"
HELP = "Whom you asked about photos, by a nickname of your own. It stays on this computer."


def show_contacts(talk: Conversation) -> None:
    """Everyone on the list; each can be changed, and someone can be added."""
    while True:
        case = talk.case
        talk.teller.title("People you asked")
        if not case.contacts:
            talk.say("Nobody is on your list yet.")
        rows = [
            Choice(each.nickname, each.nickname, f"{CONTACT_STATUS[each.status]}, {relative_days(each.on, case.today)}")
            for each in case.contacts
        ]
        chosen = talk.select("Whom?", [Choice(NEW, "Add someone I asked"), *rows], HELP)
        if chosen is None:
            return
        if chosen == NEW:
            _add(talk)
        else:
            _change(talk, next(each for each in case.contacts if each.nickname == chosen))


def _add(talk: Conversation) -> None:
    while nickname := talk.ask_text("A nickname, so that only you know who it is:", help=HELP, why=HELP, unfinished=NICKNAME):
        if len(nickname.strip()) <= NICKNAME_LENGTH:
            _record(talk, nickname, ASKED)
            return
        talk.say(TOO_LONG)


def _change(talk: Conversation, someone: Contact) -> None:
    rows = [Choice(kind, CONTACT_OUTCOME_LABELS[kind]) for kind in CONTACT_KINDS] + [
        Choice(WRITE, f"Write to {someone.nickname}")
    ]
    chosen = talk.select(f"What came of it with {someone.nickname}?", rows, HELP)
    if chosen == WRITE:
        compose_letter(talk, NEXT_LETTER.get(someone.status, FIRST_LETTER), friend=someone.nickname)
    elif chosen:
        _record(talk, someone.nickname, chosen)


def _record(talk: Conversation, nickname: str, kind: str) -> None:
    if talk.run_or_report(lambda: talk.session.record_contact(nickname, kind)):
        talk.say(recorded_message(talk.case, f"{CONTACT}{nickname}", kind, ""))
