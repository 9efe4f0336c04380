"""Where a letter goes, and what it means for an objection case that it was sent."""

from wizard.core.case import Address, Case
from wizard.core.objection import THIRD_PARTY, ObjectionCase

from .fit import NOTHING, stage
from .parts import AUTHORITY, Letter

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


def ways_in(letter: Letter, case: Case) -> tuple[Address, ...]:
    """The addresses where it can be sent: those of the office, or Meta's own ways in."""
    office = case.place.authority if case.place else None
    if letter.to == AUTHORITY:
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
