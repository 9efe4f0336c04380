"""People you asked: whom the person asked about photos, by nickname, and what came of it."""

from wizard.core.contact import (
    ASKED,
    CAME_OF_IT,
    CONTACT,
    CONTACT_KINDS,
    FIRST_LETTER,
    NEXT_LETTER,
    NICKNAME_LENGTH,
    TOO_LONG,
    Contact,
)
from wizard.core.sentences import recorded
from wizard.core.unfinished import NICKNAME
from wizard.core.words import CONTACT_STATUS, distance

from .letters import write
from .talk import Talk
from .teller import Row

NEW, WRITE = "new someone", "write to"
HELP = "Whom you asked about photos, by a nickname of your own. It stays on this computer."


def contacts(talk: Talk) -> None:
    """Everyone on the list; each can be changed, and someone can be added."""
    while True:
        case = talk.case
        talk.teller.title("People you asked")
        if not case.contacts:
            talk.say("Nobody is on your list yet.")
        rows = [
            Row(each.nickname, each.nickname, f"{CONTACT_STATUS[each.status]}, {distance(each.on, case.today)}")
            for each in case.contacts
        ]
        chosen = talk.pick("Whom?", [Row(NEW, "Add someone I asked"), *rows], HELP)
        if chosen is None:
            return
        if chosen == NEW:
            _add(talk)
        else:
            _change(talk, next(each for each in case.contacts if each.nickname == chosen))


def _add(talk: Talk) -> None:
    while nickname := talk.text("A nickname, so that only you know who it is:", help=HELP, why=HELP, unfinished=NICKNAME):
        if len(nickname.strip()) <= NICKNAME_LENGTH:
            _record(talk, nickname, ASKED)
            return
        talk.say(TOO_LONG)


def _change(talk: Talk, someone: Contact) -> None:
    rows = [Row(kind, CAME_OF_IT[kind]) for kind in CONTACT_KINDS] + [Row(WRITE, f"Write to {someone.nickname}")]
    chosen = talk.pick(f"What came of it with {someone.nickname}?", rows, HELP)
    if chosen == WRITE:
        write(talk, NEXT_LETTER.get(someone.status, FIRST_LETTER), friend=someone.nickname)
    elif chosen:
        _record(talk, someone.nickname, chosen)


def _record(talk: Talk, nickname: str, kind: str) -> None:
    if talk.attempt(lambda: talk.session.contact(nickname, kind)):
        talk.say(recorded(talk.case, f"{CONTACT}{nickname}", kind, ""))
