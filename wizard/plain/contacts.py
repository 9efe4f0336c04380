"""The contact book: whom the person asked about photos, by nickname, and what came of it."""

from wizard.core.contact import ASKED, CONTACT_KINDS
from wizard.core.words import CONTACT_STATUS, distance

from .talk import Talk
from .teller import Row

NEW = "new someone"
HELP = "Whom you asked about photos, by a nickname of your own. It stays on this computer."


def contacts(talk: Talk) -> None:
    """Everyone in the book; each can be changed, and someone can be added."""
    while True:
        case = talk.case
        talk.teller.title("Contact book")
        if not case.contacts:
            talk.say("Nobody is in the book yet.")
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
            _change(talk, chosen)


def _add(talk: Talk) -> None:
    nickname = talk.text("A nickname, so that only you know who it is:", help=HELP)
    if nickname:
        _record(talk, nickname, ASKED)


def _change(talk: Talk, nickname: str) -> None:
    rows = [Row(kind, CONTACT_STATUS[kind].capitalize()) for kind in CONTACT_KINDS]
    kind = talk.pick(f"What came of it with {nickname}?", rows, HELP)
    if kind:
        _record(talk, nickname, kind)


def _record(talk: Talk, nickname: str, kind: str) -> None:
    if talk.attempt(lambda: talk.session.contact(nickname, kind)):
        talk.say(f"Recorded. {nickname}: {CONTACT_STATUS[kind]}.")
