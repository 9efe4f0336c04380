"""Where a letter goes, and what it means for an objection case that it was sent."""

from wizard.core.contact import ASKED, CONTACT
from wizard.core.jurisdiction import Authority
from wizard.core.objection import THIRD_PARTY, Objection
from wizard.core.snapshot import ResolvedLink, Snapshot

from .applicability import NOTHING, objection_stage
from .draft import Draft
from .models import AUTHORITY, FRIEND, Letter

SENT = "sent"
EVENT_BY_FAMILY = {
    "objection": SENT,
    "objection-form-text": SENT,
    "follow-up": "follow-up",
    "complaint-to-meta": "complaint-meta",
    "complaint-to-authority": "complaint",
    "complaint-short": "complaint",
}
"""The event that a letter of this family stands for once it is sent; the others belong to no case."""
WHICH_ACCOUNTS = "For which accounts did you send it?"
ALL_ACCOUNTS = "For all of these"
ONE_OBJECTION_PER_ACCOUNT = "A letter can speak for several accounts. Each has a case of its own, with its own answer."


def authority_for_letter(letter: Letter, case: Snapshot) -> Authority | None:
    """The office that the letter goes to, if it goes to one."""
    return case.place.authority if case.place and letter.recipient == AUTHORITY else None


def authority_notes(office: Authority) -> tuple[str, ...]:
    """What one should know of an office before one writes to it."""
    languages = f"It works in: {', '.join(office.languages)}." if office.languages else ""
    return tuple(each for each in (office.note, languages) if each)


def delivery_channels(letter: Letter, case: Snapshot) -> tuple[ResolvedLink, ...]:
    """The addresses where it can be sent: those of the office, or Meta's own ways in."""
    if letter.recipient == AUTHORITY:
        office = authority_for_letter(letter, case)
        found = [("Form", office.form), ("Site", office.url)] if office else []
        return tuple(ResolvedLink(f"{label}: {office.name}", url, office.confidence) for label, url in found if office and url)
    sources = [case.library.sources[id] for id in letter.channels]
    return tuple(ResolvedLink(each.title, each.url, each.confidence) for each in sources if each.url)


def objections_for_letter(letter: Letter, case: Snapshot, about: Objection | None) -> tuple[str, ...]:
    """The cases in which it is to be recorded that the letter was sent: that which it is about, else those it may begin."""
    if letter.family not in EVENT_BY_FAMILY:
        return ()
    if about and about.events:
        return (about.target,)
    if NOTHING not in letter.after_events:
        return ()
    waiting = [
        each.target
        for each in case.objections
        if objection_stage(each, case.today) in letter.after_events and each.target != THIRD_PARTY
    ]
    begun = {each.target for each in case.objections if each.events}
    forms = dict.fromkeys(f"case/{step.records.case}" for step in case.library.steps.values() if step.records)
    used = {f"case/{service}" for service in case.answers.get("services", ())}
    return tuple(dict.fromkeys([*waiting, *(each for each in forms if each in used - begun)]))


def recorded_targets(current: Draft) -> tuple[str, ...]:
    """Of what it is recorded that the letter was sent: of the cases, else of the person in the contact book, else of nothing."""
    friend = next(iter(current.given.get(FRIEND, ())), "").strip()
    return objections_for_letter(current.letter, current.snapshot, current.objection) or (
        (f"{CONTACT}{friend}",) if friend else ()
    )


def event_for_letter(letter: Letter) -> str:
    """The event that is recorded of them: what the letter stands for in a case, or that somebody was asked."""
    return EVENT_BY_FAMILY.get(letter.family, ASKED)
