"""Where a letter goes, and what it means for an objection case that it was sent."""

from wizard.core.case import Address, Case
from wizard.core.contact import ASKED, CONTACT
from wizard.core.law import Authority
from wizard.core.objection import THIRD_PARTY, ObjectionCase

from .draft import Draft
from .fit import NOTHING, stage
from .parts import AUTHORITY, FRIEND, Letter

SENT = "sent"
MEANS = {
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
EACH_ITS_CASE = "A letter can speak for several accounts. Each has a case of its own, with its own answer."


def office_of(letter: Letter, case: Case) -> Authority | None:
    """The office that the letter goes to, if it goes to one."""
    return case.place.authority if case.place and letter.to == AUTHORITY else None


def about_office(office: Authority) -> tuple[str, ...]:
    """What one should know of an office before one writes to it."""
    languages = f"It works in: {', '.join(office.languages)}." if office.languages else ""
    return tuple(each for each in (office.note, languages) if each)


def ways_in(letter: Letter, case: Case) -> tuple[Address, ...]:
    """The addresses where it can be sent: those of the office, or Meta's own ways in."""
    if letter.to == AUTHORITY:
        office = office_of(letter, case)
        found = [("Form", office.form), ("Site", office.url)] if office else []
        return tuple(Address(f"{label}: {office.name}", url, office.confidence) for label, url in found if office and url)
    sources = [case.library.sources[id] for id in letter.channels]
    return tuple(Address(each.title, each.url, each.confidence) for each in sources if each.url)


def cases_for(letter: Letter, case: Case, about: ObjectionCase | None) -> tuple[str, ...]:
    """The cases in which it is to be recorded that the letter was sent: that which it is about, else those it may begin."""
    if letter.family not in MEANS:
        return ()
    if about and about.events:
        return (about.target,)
    if NOTHING not in letter.after:
        return ()
    waiting = [each.target for each in case.objections if stage(each, case.today) in letter.after and each.target != THIRD_PARTY]
    begun = {each.target for each in case.objections if each.events}
    forms = dict.fromkeys(f"case/{step.means.case}" for step in case.library.steps.values() if step.means)
    used = {f"case/{service}" for service in case.answers.get("services", ())}
    return tuple(dict.fromkeys([*waiting, *(each for each in forms if each in used - begun)]))


def receivers(current: Draft) -> tuple[str, ...]:
    """Of what it is recorded that the letter was sent: of the cases, else of the person in the contact book, else of nothing."""
    friend = next(iter(current.given.get(FRIEND, ())), "").strip()
    return cases_for(current.letter, current.case, current.about) or ((f"{CONTACT}{friend}",) if friend else ())


def means(letter: Letter) -> str:
    """The event that is recorded of them: what the letter stands for in a case, or that somebody was asked."""
    return MEANS.get(letter.family, ASKED)
