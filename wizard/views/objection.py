"""The pages of the requests: objections and others, what was sent, what came back, what follows and by when."""

from collections.abc import Iterator

from wizard.core.content_models import OBJECTION
from wizard.core.escalation import EVENT_FOR_ESCALATION
from wizard.core.formatting import format_date
from wizard.core.objection import Objection
from wizard.core.request_kinds import (
    AFTER_SENT,
    AUTHORITY_REPLY,
    BEFORE_SENT,
    REMIND,
    REPLY_KINDS,
    START,
    OutcomesOfKind,
    offered_kinds,
    recordable_outcomes,
)
from wizard.core.request_models import Outcome, RequestKind
from wizard.core.request_target import REQUEST_PREFIX, base_target
from wizard.core.residence import sent_from
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.core.urls import is_web_address
from wizard.i18n import N_, _

from .account import add_account_choice
from .account_actions import AskMove, OpenAccount, OpenAccounts
from .actions import AskFormResult, AskOutcome, OpenLink, OpenObjection, RecordOutcome, UndoLast, WriteLetter, WriteNote
from .deadline_text import deadline_line, objection_progress, objection_status_line
from .move import unexplained_requests
from .objection_stages import is_sent
from .page import Page, PageBlock, PageChoice, PageSection, TextLine, TimelineEvent, Tone, message_page
from .unanswered import unanswered_page

REPLY_LABELS = (
    N_("Nothing yet, or only a receipt"),
    N_("A mail that confirms it"),
    N_("A mail that refuses"),
    N_("A mail that asks for something, or something else"),
    N_("News from the authority"),
)
REPLIES = tuple(zip(REPLY_KINDS, REPLY_LABELS, strict=True))
"""The answers to "What came back?", as id and label. Each leads to the outcomes whose `question` is this id."""
COMPLAINT = "complaint"
"""The event of a complaint to an authority."""
AFTER_EVENT = {"status-asked": "complaint", "settlement-declined": "settlement-offered"}
"""The event that must come before another one."""
FOLLOW_UP_PREFIX = "follow-up"
"""The prefix of all letter kinds that answer or remind Meta."""
LETTER_CHOICE_LABELS = {
    OBJECTION: N_("Write the objection as a letter"),
    FOLLOW_UP_PREFIX: N_("Write the second letter"),
    "complaint-to-meta": N_("Write the complaint to Meta"),
    "complaint-to-authority": N_("Write the letter to the authority"),
    "complaint-status": N_("Ask the authority how it stands"),
    "decline-settlement": N_("Write that you don't agree"),
}
STATUS, TIMELINE, RECOMMENDATION, ADVICE, NOTES = "status", "timeline", "recommendation", "advice", "notes"


def objections_page(snapshot: Snapshot) -> Page:
    """Return the list of all requests: objections, one for each account, others that have begun, and those that can begin."""
    title, status = _("Your requests"), (snapshot.place.law,) if snapshot.place else ()
    offered = tuple(_offers(snapshot))
    if snapshot.place is None:
        return unanswered_page(snapshot, title)
    if not snapshot.objections:
        none = _("No objection is in your plan: no form is known for your place, or you have no account.")
        opened = PageChoice("form", _("Tell whether Meta's form opened"), AskFormResult())
        return message_page(title, none, status)._replace(
            prompt=_("What now?"), choices=(opened, *offered), tools=_account_tools(snapshot)
        )
    begun = (
        PageChoice(
            each.target,
            each.label,
            OpenObjection(each.target),
            hint=objection_status_line(each, snapshot.today),
            summary=each.recommendation,
        )
        for each in snapshot.objections
    )
    return Page(
        title=title,
        status=status,
        prompt=_("Which one?"),
        choices=(*begun, *offered),
        tools=_account_tools(snapshot),
        help=_("Each request has its own line: prepared is not sent, and sent is not granted."),
    )


def _offers(snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the kinds of request that have not begun and that the user can begin."""
    begun = {each.kind.id for each in snapshot.objections}
    for kind in offered_kinds(snapshot.library, snapshot.place, snapshot.interview.facts, snapshot.today):
        if kind.id not in begun and not complaint_within(snapshot, kind):
            yield PageChoice(kind.target, kind.name, OpenObjection(kind.target), hint=_("if you need it"), summary=kind.summary)


def complaint_within(snapshot: Snapshot, kind: RequestKind) -> Objection | None:
    """Return the request with which a complaint to an authority is followed already; None for kinds that are no complaint."""
    if kind.sent_as != COMPLAINT:
        return None
    return next((each for each in snapshot.objections if each.kind != kind and COMPLAINT in _recorded_kinds(each)), None)


def objection_page(snapshot: Snapshot, target: str) -> Page:
    """Return the page of one request; only a sentence if an answer has removed the objection from the plan."""
    objection = snapshot.request(target)
    if objection is None:
        return message_page(_("Your requests"), _("This objection is no longer in your plan."))
    progress = objection_progress(objection, snapshot.today)
    return Page(
        title=objection.name,
        status=progress,
        sections=(
            PageSection(STATUS, (TextLine(f"{', '.join(progress)}.", _("Where it stands:")),)),
            PageSection(TIMELINE, tuple(_timeline(objection, snapshot))),
            PageSection(RECOMMENDATION, (TextLine(objection.recommendation, _("What to do:"), Tone.STRONG),)),
            PageSection(ADVICE, tuple(_interim_advice(objection))),
            PageSection(NOTES, tuple(_notes(snapshot, target))),
        ),
        prompt=_("What came back, or what did you do?") if is_sent(objection) else _("What did you do?"),
        choices=tuple(_choices(objection, snapshot)),
        help=_("Record what happened, and learn what follows and by when. The texts of mails are never kept, only their dates."),
        tools=(
            PageChoice("note", _("Keep a note with this request"), WriteNote(target)),
            *_tools_for_account(objection, snapshot),
            PageChoice("undo", _("Take back the last record"), UndoLast()),
        ),
    )


def reply_page(snapshot: Snapshot, target: str, reply: str) -> Page:
    """Return the second question: which outcome a kind of reply (an id of `REPLIES`) was."""
    objection = snapshot.request(target)
    return Page(
        title="",
        prompt=_("{reply}: which?", reply=_(dict(REPLIES)[reply])),
        choices=tuple(
            PageChoice(each.id, each.label, RecordOutcome(target, each.id))
            for each in snapshot.library.outcomes.values()
            if objection and _can_come_back(each, objection, reply)
        ),
        help=_("Record what happened, and learn what follows and by when. The texts of mails are never kept, only their dates."),
    )


def is_possible_now(objection: Objection, outcome: Outcome) -> bool:
    """Return True if this can happen to the request as it stands: most things come after it was sent."""
    if outcome.question == AUTHORITY_REPLY:
        return COMPLAINT in _recorded_kinds(objection)
    needed = AFTER_EVENT.get(outcome.id)
    return (is_sent(objection) or outcome.id in BEFORE_SENT) and (needed is None or needed in _recorded_kinds(objection))


def _can_come_back(outcome: Outcome, objection: Objection, reply: str) -> bool:
    """Return True if the outcome answers this kind of reply, and belongs to this kind of request and its place."""
    return (
        outcome.offered
        and outcome.question == reply
        and objection.kind.is_among(outcome.about)
        and outcome.when.holds(objection.facts)
        and (reply != AUTHORITY_REPLY or COMPLAINT in _recorded_kinds(objection))
    )


def _recorded_kinds(objection: Objection) -> frozenset[str]:
    return frozenset(event.kind for event in objection.letter_events)


def is_letter_first(objection: Objection) -> bool:
    """Return True if the recommended next action is to write a letter. The letter is then listed first."""
    return objection.letter not in ("", objection.kind.letters.get(START)) and is_sent(objection) and objection.needs_action


def recordable_kinds(snapshot: Snapshot, objection: Objection) -> tuple[str, ...]:
    """Return the event kinds for what the user did.

    After sending, only actions that the place has an escalation for, questions to the authority, and closing, are offered.
    """
    place = objection.place or snapshot.place
    escalations = place.regime.escalations if place else ()
    taken_as = {EVENT_FOR_ESCALATION.get(escalation.id, escalation.id) for escalation in escalations}
    happened = _recorded_kinds(objection)
    after_sent = (kind for kind in AFTER_SENT if kind == "closed" or AFTER_EVENT.get(kind) in happened or kind in taken_as)
    allowed = recordable_outcomes(snapshot.library, objection.kind)
    return tuple(kind for kind in (after_sent if is_sent(objection) else BEFORE_SENT) if kind in allowed)


def _choices(objection: Objection, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the replies and the actions that can be recorded, and the letter; it comes first if writing is recommended."""
    letter = [_letter_choice(objection)] if objection.letter else []
    if objection in unexplained_requests(snapshot):
        yield PageChoice("move", _("Did I move, or was my earlier answer a mistake?"), AskMove())
    needs_letter = is_letter_first(objection) or (not is_sent(objection) and snapshot.accounts.needs_letter(objection.target))
    if needs_letter:
        yield from letter
        yield from _authority_choice(objection, snapshot)
    if not is_sent(objection):
        yield from _form_choice(objection, snapshot)
    if is_sent(objection):
        yield from _replies(objection, snapshot)
    outcomes = OutcomesOfKind(snapshot.library, objection.kind)
    for kind in recordable_kinds(snapshot, objection):
        yield PageChoice(kind, outcomes[kind].label, RecordOutcome(objection.target, kind))
    if not needs_letter:
        yield from letter


def _account_tools(snapshot: Snapshot) -> tuple[PageChoice, ...]:
    """Return what can be done about accounts as a whole, if the user has any."""
    if not snapshot.accounts.accounts:
        return ()
    return (PageChoice("accounts", _("Your accounts: can you get into them?"), OpenAccounts()), add_account_choice(snapshot))


def _tools_for_account(objection: Objection, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield what can be said of the account that the objection is about."""
    if snapshot.accounts.of_request(objection.target):
        yield PageChoice("account", _("This account: access, form, nickname"), OpenAccount(objection.target))
        yield add_account_choice(snapshot, base_target(objection.target))


def _form_choice(objection: Objection, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the link to Meta's form, from the step that sends this objection."""
    for entry in snapshot.steps:
        if entry.step.records and f"{REQUEST_PREFIX}{entry.step.records.case}" == base_target(objection.target):
            for link in entry.links[:1]:
                yield PageChoice("form link", _("Open Meta's form"), OpenLink(link.label, link.url))


def _authority_choice(objection: Objection, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the link to the page on which the authority takes complaints, once that is a way on."""
    place = objection.place or snapshot.place
    authority = place.authority if place else None
    can_complain = place is not None and any(each.id == "authority" for each in place.regime.escalations)
    address = next((each for each in (authority.form, authority.url) if is_web_address(each)), "") if authority else ""
    if authority and can_complain and address:
        yield PageChoice("authority", _("Open the authority's complaint page"), OpenLink(authority.name, address))


def _replies(objection: Objection, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the kinds of reply that are possible; one that can only be one outcome is offered as that outcome."""
    for id, label in REPLIES:
        outcomes = [each for each in snapshot.library.outcomes.values() if _can_come_back(each, objection, id)]
        if len(outcomes) == 1:
            yield PageChoice(outcomes[0].id, outcomes[0].label, RecordOutcome(objection.target, outcomes[0].id))
        elif outcomes:
            yield PageChoice(f"?{id}", _(label), AskOutcome(objection.target, id))


def _letter_choice(objection: Objection) -> PageChoice:
    kind = FOLLOW_UP_PREFIX if objection.letter.startswith(FOLLOW_UP_PREFIX) else objection.letter
    own_labels = {
        objection.kind.letters.get(START): N_("Write the request as a letter"),
        objection.kind.letters.get(REMIND): LETTER_CHOICE_LABELS[FOLLOW_UP_PREFIX],
    }
    label = LETTER_CHOICE_LABELS.get(kind) or own_labels.get(kind) or N_("Write the letter that fits")
    return PageChoice("letter", _(label), WriteLetter(objection.letter, objection.target))


def _timeline(objection: Objection, snapshot: Snapshot) -> Iterator[PageBlock]:
    """Yield the events so far, the place and law of sending, and what is due."""
    outcomes = OutcomesOfKind(snapshot.library, objection.kind)
    for event in objection.events:
        label = outcomes[event.kind].label if event.kind in outcomes else event.kind
        yield TimelineEvent(label, event.on, sanitize_line(event.note), Tone.GOOD)
    if is_sent(objection) and objection.place and snapshot.place:
        yield TimelineEvent(f"{objection.sent_from or sent_from(objection.place, snapshot.place)}.")
    if objection.due:
        is_overdue = objection.due < snapshot.today
        yield TimelineEvent(deadline_line(objection, snapshot.today), tone=Tone.ALERT if is_overdue else Tone.QUIET)


def _interim_advice(objection: Objection) -> Iterator[TextLine]:
    if objection.kind.summary and not objection.events:
        yield TextLine(objection.kind.summary)
    if objection.interim_advice:
        yield TextLine(objection.interim_advice, _("If you don't want to wait:"))


def _notes(snapshot: Snapshot, target: str) -> Iterator[TextLine]:
    for note in snapshot.progress.notes.get(target, ()):
        yield TextLine(note.note, _("Note, {day}:", day=format_date(note.on)))
