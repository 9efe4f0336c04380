"""The people whom the user asked about photos, by nickname, and what came of it."""

from wizard.core.contact import (
    AGREED,
    ASKED,
    CONTACT,
    CONTACT_KINDS,
    DECLINED,
    FIRST_LETTER,
    FORGOTTEN,
    NEXT_LETTER,
    NICKNAME_LENGTH,
    NO_ANSWER,
    Contact,
)
from wizard.core.formatting import CONTACT_STATUS, relative_days
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, ngettext

from .actions import AddContact, OpenContact, RecordEvent, WriteLetter
from .page import Page, PageChoice, PageSection, TextLine, Tone

OUTCOME_LABELS = {
    ASKED: N_("I asked, or asked again"),
    AGREED: N_("It is done"),
    DECLINED: N_("The answer was no"),
    NO_ANSWER: N_("No answer"),
    FORGOTTEN: N_("Take this person off the list"),
}
"""The label of each event kind that can be recorded for a contact, in the user's words."""


def contacts_page(snapshot: Snapshot) -> Page:
    """Return the list of contacts, with the number of contacts by status."""
    contacts = snapshot.contacts
    return Page(
        title=_("People you asked"),
        status=(ngettext("{count} person", "{count} people", len(contacts)),),
        sections=(PageSection("summary", (_summary(contacts),)),),
        prompt=_("Whom?"),
        choices=tuple(
            PageChoice(
                each.nickname,
                each.nickname,
                OpenContact(each.nickname),
                hint=f"{CONTACT_STATUS[each.status]}, {relative_days(each.on, snapshot.today)}",
            )
            for each in contacts
        ),
        tools=(PageChoice("add", _("Add someone I asked"), AddContact()),),
        help=_("The people you asked about photos. A nickname is enough, and it stays on this computer."),
    )


def contact_page(snapshot: Snapshot, nickname: str) -> Page:
    """Return the question what came of asking a contact, with the letter that may follow."""
    status = next((each.status for each in snapshot.contacts if each.nickname == nickname), "")
    outcomes = (PageChoice(kind, _(label), RecordEvent(f"{CONTACT}{nickname}", kind)) for kind, label in OUTCOME_LABELS.items())
    letter = WriteLetter(NEXT_LETTER.get(status, FIRST_LETTER), nickname=nickname)
    return Page(
        title="",
        prompt=_("What happened with {nickname}?", nickname=nickname),
        choices=(*outcomes, PageChoice("write", _("Write to {nickname}", nickname=nickname), letter)),
        help=_("Nobody has to say yes, and you need not explain anything. Recorded with today's date."),
    )


def nickname_page() -> Page:
    """Return the question for the nickname of a new contact."""
    return Page(
        title="",
        prompt=_("A nickname, so that only you know who it is:"),
        help=_("A nickname is enough. It stays on this computer, and you can take it out again."),
    )


def nickname_error(nickname: str) -> str:
    """Return why a nickname cannot be used; "" if it can. White space around it does not count."""
    excess = len(nickname.strip()) - NICKNAME_LENGTH
    if excess <= 0:
        return ""
    return ngettext(
        "A nickname has {limit} letters at most. Take {count} letter away.",
        "A nickname has {limit} letters at most. Take {count} letters away.",
        excess,
        limit=NICKNAME_LENGTH,
    )


def _summary(contacts: tuple[Contact, ...]) -> TextLine:
    """Return how many contacts have each status: "2 asked, 1 did it"."""
    statuses = [each.status for each in contacts]
    counts = (f"{statuses.count(kind)} {CONTACT_STATUS[kind]}" for kind in CONTACT_KINDS if kind in statuses)
    return TextLine(
        ", ".join(counts) or _("Nobody is on your list yet. A nickname is enough, and it stays on this computer."),
        tone=Tone.NORMAL if contacts else Tone.QUIET,
    )
