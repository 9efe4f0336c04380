"""Where a letter can be sent, and which events record that it was sent."""

from wizard.core.contact import ASKED, CONTACT
from wizard.core.content_models import OBJECTION, Library
from wizard.core.jurisdiction import Authority
from wizard.core.language_names import language_names
from wizard.core.plan_entries import ResolvedLink
from wizard.core.request import Request
from wizard.core.request_kinds import kinds_begun_by
from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .applicability import NOTHING, request_stage
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
"""The event that records that a letter of this kind was sent. Other kinds belong to no request."""


def authority_for_letter(letter: Letter, snapshot: Snapshot) -> Authority | None:
    """Return the authority that the letter goes to, or None if it goes elsewhere or none is known."""
    return snapshot.place.authority if snapshot.place and letter.recipient == AUTHORITY else None


def authority_notes(authority: Authority) -> tuple[str, ...]:
    """Return what the user should know about an authority before writing to it, one sentence each."""
    languages = _("It works in: {languages}.", languages=language_names(authority.languages)) if authority.languages else ""
    return tuple(each for each in (authority.note, languages) if each)


def delivery_channels(letter: Letter, snapshot: Snapshot) -> tuple[ResolvedLink, ...]:
    """Return the links where the letter can be sent: those of the authority, or Meta's own channels."""
    if letter.recipient == AUTHORITY:
        authority = authority_for_letter(letter, snapshot)
        if authority is None:
            return ()
        links = (
            (_("Form: {authority}", authority=authority.name), authority.form),
            (_("Site: {authority}", authority=authority.name), authority.url),
        )
        return tuple(ResolvedLink(label, url, authority.confidence) for label, url in links if url)
    sources = [snapshot.library.sources[id] for id in letter.channels]
    return tuple(ResolvedLink(source.title, source.url, source.confidence) for source in sources if source.url)


def requests_for_letter(letter: Letter, snapshot: Snapshot, request: Request | None) -> tuple[str, ...]:
    """Return the targets of the requests for which sending this letter is to be recorded.

    That is the request that the letter is about if it has begun, or if a letter takes the place of the form for its
    account; else those that the letter may start. The result is empty if the letter kind records no event.
    """
    begun = kinds_begun_by(snapshot.library, letter.id, letter.family)
    if event_for_letter(letter, snapshot.library) == ASKED:
        return ()
    is_begun = request and request.events and (letter.after_events or request.kind in begun)
    if request and (is_begun or snapshot.accounts.needs_letter(request.target)):
        return (request.target,)
    if begun:
        return tuple(kind.target for kind in begun)
    if NOTHING not in letter.after_events:
        return ()
    matching = [
        each.target
        for each in snapshot.requests
        if request_stage(each, snapshot.today) in letter.after_events and each.kind.group == OBJECTION and each.kind.account
    ]
    started = {each.target for each in snapshot.requests if each.events}
    form_targets = dict.fromkeys(f"case/{step.records.case}" for step in snapshot.library.steps.values() if step.records)
    own_targets = {f"case/{service}" for service in snapshot.answers.get("services", ())}
    return tuple(dict.fromkeys([*matching, *(each for each in form_targets if each in own_targets - started)]))


def recorded_targets(draft: Draft) -> tuple[str, ...]:
    """Return the targets for which sending this draft is to be recorded.

    These are requests, else the contact named in the draft; empty if there is neither.
    """
    friend = next(iter(draft.given.get(FRIEND, ())), "").strip()
    return requests_for_letter(draft.letter, draft.snapshot, draft.request) or ((f"{CONTACT}{friend}",) if friend else ())


def event_for_letter(letter: Letter, library: Library) -> str:
    """Return the kind of event to record: that of the letter or its kind, or that a contact was asked."""
    event = letter.event or EVENT_BY_FAMILY.get(letter.family)
    return event or (SENT if kinds_begun_by(library, letter.id, letter.family) else ASKED)
