"""The pages of the requests: objections and others, what was sent, what came back, what follows and by when."""

from collections.abc import Iterator

from wizard.core.content_models import OBJECTION
from wizard.core.escalation import EVENT_FOR_ESCALATION
from wizard.core.formatting import format_date
from wizard.core.request import Request
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
from .actions import AskFormResult, AskOutcome, OpenLink, OpenRequest, RecordOutcome, UndoLast, WriteLetter, WriteNote
from .deadline_text import deadline_line, request_progress, request_status_line
from .move import unexplained_requests
from .page import Page, PageBlock, PageChoice, PageSection, TextLine, TimelineEvent, Tone, message_page
from .request_stages import is_sent
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


def requests_page(snapshot: Snapshot) -> Page:
    """Return the list of all requests: objections, one for each account, others that have begun, and those that can begin."""
    title, status = _("Your requests"), (snapshot.place.law,) if snapshot.place else ()
    offered = tuple(_offers(snapshot))
    if snapshot.place is None:
        return unanswered_page(snapshot, title)
    if not snapshot.requests:
        none = _("No objection is in your plan: no form is known for your place, or you have no account.")
        opened = PageChoice("form", _("Say whether Meta's form opened"), AskFormResult())
        return message_page(title, none, status)._replace(
            prompt=_("What now?"), choices=(opened, *offered), tools=_account_tools(snapshot)
        )
    begun = (
        PageChoice(
            each.target,
            each.label,
            OpenRequest(each.target),
            hint=request_status_line(each, snapshot.today),
            summary=each.recommendation,
        )
        for each in snapshot.requests
    )
    return Page(
        title=title,
        status=status,
        prompt=_("Which one?"),
        choices=(*begun, *offered),
        tools=_account_tools(snapshot),
        help=_("Each request has its own line. One you prepared isn't sent yet, and one you sent isn't granted yet."),
    )


def _offers(snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the kinds of request that have not begun and that the user can begin."""
    begun = {each.kind.id for each in snapshot.requests}
    for kind in offered_kinds(snapshot.library, snapshot.place, snapshot.interview.facts, snapshot.today):
        if kind.id not in begun and not complaint_within(snapshot, kind):
            yield PageChoice(kind.target, kind.name, OpenRequest(kind.target), hint=_("if you need it"), summary=kind.summary)


def complaint_within(snapshot: Snapshot, kind: RequestKind) -> Request | None:
    """Return the request with which a complaint to an authority is followed already; None for kinds that are no complaint."""
    if kind.sent_as != COMPLAINT:
        return None
    return next((each for each in snapshot.requests if each.kind != kind and COMPLAINT in _recorded_kinds(each)), None)


def request_page(snapshot: Snapshot, target: str) -> Page:
    """Return the page of one request; only a sentence if an answer has removed the request from the plan."""
    request = snapshot.request(target)
    if request is None:
        return message_page(_("Your requests"), _("This objection is no longer in your plan."))
    progress = request_progress(request, snapshot.today)
    return Page(
        title=request.name,
        status=progress,
        sections=(
            PageSection(STATUS, (TextLine(f"{', '.join(progress)}.", _("Where it stands:")),)),
            PageSection(TIMELINE, tuple(_timeline(request, snapshot))),
            PageSection(RECOMMENDATION, (TextLine(request.recommendation, _("What to do:"), Tone.STRONG),)),
            PageSection(ADVICE, tuple(_interim_advice(request))),
            PageSection(NOTES, tuple(_notes(snapshot, target))),
        ),
        prompt=_("What came back, or what did you do?") if is_sent(request) else _("What did you do?"),
        choices=tuple(_choices(request, snapshot)),
        help=_("Record what happened, and learn what follows and by when. The texts of mails are never kept, only their dates."),
        tools=(
            PageChoice("note", _("Keep a note with this request"), WriteNote(target)),
            *_tools_for_account(request, snapshot),
            PageChoice("undo", _("Take back the last record"), UndoLast()),
        ),
    )


def reply_page(snapshot: Snapshot, target: str, reply: str) -> Page:
    """Return the second question: which outcome a kind of reply (an id of `REPLIES`) was."""
    request = snapshot.request(target)
    return Page(
        title="",
        prompt=_("{reply}: which?", reply=_(dict(REPLIES)[reply])),
        choices=tuple(
            PageChoice(each.id, each.label, RecordOutcome(target, each.id))
            for each in snapshot.library.outcomes.values()
            if request and _can_come_back(each, request, reply)
        ),
        help=_("Record what happened, and learn what follows and by when. The texts of mails are never kept, only their dates."),
    )


def is_possible_now(request: Request, outcome: Outcome) -> bool:
    """Return True if this can happen to the request as it stands: most things come after it was sent."""
    if outcome.question == AUTHORITY_REPLY:
        return COMPLAINT in _recorded_kinds(request)
    needed = AFTER_EVENT.get(outcome.id)
    return (is_sent(request) or outcome.id in BEFORE_SENT) and (needed is None or needed in _recorded_kinds(request))


def _can_come_back(outcome: Outcome, request: Request, reply: str) -> bool:
    """Return True if the outcome answers this kind of reply, and belongs to this kind of request and its place."""
    return (
        outcome.offered
        and outcome.question == reply
        and request.kind.is_among(outcome.about)
        and outcome.when.holds(request.facts)
        and (reply != AUTHORITY_REPLY or COMPLAINT in _recorded_kinds(request))
    )


def _recorded_kinds(request: Request) -> frozenset[str]:
    return frozenset(event.kind for event in request.letter_events)


def is_letter_first(request: Request) -> bool:
    """Return True if the recommended next action is to write a letter. The letter is then listed first."""
    return request.letter not in ("", request.kind.letters.get(START)) and is_sent(request) and request.needs_action


def recordable_kinds(snapshot: Snapshot, request: Request) -> tuple[str, ...]:
    """Return the event kinds for what the user did.

    After sending, only actions that the place has an escalation for, questions to the authority, and closing, are offered.
    """
    place = request.place or snapshot.place
    escalations = place.regime.escalations if place else ()
    taken_as = {EVENT_FOR_ESCALATION.get(escalation.id, escalation.id) for escalation in escalations}
    happened = _recorded_kinds(request)
    after_sent = (kind for kind in AFTER_SENT if kind == "closed" or AFTER_EVENT.get(kind) in happened or kind in taken_as)
    allowed = recordable_outcomes(snapshot.library, request.kind)
    return tuple(kind for kind in (after_sent if is_sent(request) else BEFORE_SENT) if kind in allowed)


def _choices(request: Request, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the replies and the actions that can be recorded, and the letter; it comes first if writing is recommended."""
    letter = [_letter_choice(request)] if request.letter else []
    if request in unexplained_requests(snapshot):
        yield PageChoice("move", _("Did I move, or was my earlier answer a mistake?"), AskMove())
    needs_letter = is_letter_first(request) or (not is_sent(request) and snapshot.accounts.needs_letter(request.target))
    if needs_letter:
        yield from letter
        yield from _authority_choice(request, snapshot)
    if not is_sent(request):
        yield from _form_choice(request, snapshot)
    if is_sent(request):
        yield from _replies(request, snapshot)
    outcomes = OutcomesOfKind(snapshot.library, request.kind)
    for kind in recordable_kinds(snapshot, request):
        yield PageChoice(kind, outcomes[kind].label, RecordOutcome(request.target, kind))
    if not needs_letter:
        yield from letter


def _account_tools(snapshot: Snapshot) -> tuple[PageChoice, ...]:
    """Return what can be done about accounts as a whole, if the user has any."""
    if not snapshot.accounts.accounts:
        return ()
    return (PageChoice("accounts", _("Your accounts: can you get into them?"), OpenAccounts()), add_account_choice(snapshot))


def _tools_for_account(request: Request, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield what can be said of the account that the request is about."""
    if snapshot.accounts.of_request(request.target):
        yield PageChoice("account", _("This account: access, form, nickname"), OpenAccount(request.target))
        yield add_account_choice(snapshot, base_target(request.target))


def _form_choice(request: Request, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the link to Meta's form, from the step that sends this request."""
    for entry in snapshot.steps:
        if entry.step.records and f"{REQUEST_PREFIX}{entry.step.records.case}" == base_target(request.target):
            for link in entry.links[:1]:
                yield PageChoice("form link", _("Open Meta's form"), OpenLink(link.label, link.url))


def _authority_choice(request: Request, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the link to the page on which the authority takes complaints, once that is a way on."""
    place = request.place or snapshot.place
    authority = place.authority if place else None
    can_complain = place is not None and any(each.id == "authority" for each in place.regime.escalations)
    address = next((each for each in (authority.form, authority.url) if is_web_address(each)), "") if authority else ""
    if authority and can_complain and address:
        yield PageChoice("authority", _("Open the authority's complaint page"), OpenLink(authority.name, address))


def _replies(request: Request, snapshot: Snapshot) -> Iterator[PageChoice]:
    """Yield the kinds of reply that are possible; one that can only be one outcome is offered as that outcome."""
    for id, label in REPLIES:
        outcomes = [each for each in snapshot.library.outcomes.values() if _can_come_back(each, request, id)]
        if len(outcomes) == 1:
            yield PageChoice(outcomes[0].id, outcomes[0].label, RecordOutcome(request.target, outcomes[0].id))
        elif outcomes:
            yield PageChoice(f"?{id}", _(label), AskOutcome(request.target, id))


def _letter_choice(request: Request) -> PageChoice:
    kind = FOLLOW_UP_PREFIX if request.letter.startswith(FOLLOW_UP_PREFIX) else request.letter
    own_labels = {
        request.kind.letters.get(START): N_("Write the request as a letter"),
        request.kind.letters.get(REMIND): LETTER_CHOICE_LABELS[FOLLOW_UP_PREFIX],
    }
    label = LETTER_CHOICE_LABELS.get(kind) or own_labels.get(kind) or N_("Write the letter that fits")
    return PageChoice("letter", _(label), WriteLetter(request.letter, request.target))


def _timeline(request: Request, snapshot: Snapshot) -> Iterator[PageBlock]:
    """Yield the events so far, the place and law of sending, and what is due."""
    outcomes = OutcomesOfKind(snapshot.library, request.kind)
    for event in request.events:
        label = outcomes[event.kind].label if event.kind in outcomes else event.kind
        yield TimelineEvent(label, event.on, sanitize_line(event.note), Tone.GOOD)
    if is_sent(request) and request.place and snapshot.place:
        yield TimelineEvent(f"{request.sent_from or sent_from(request.place, snapshot.place)}.")
    if request.due:
        is_overdue = request.due < snapshot.today
        yield TimelineEvent(deadline_line(request, snapshot.today), tone=Tone.ALERT if is_overdue else Tone.QUIET)


def _interim_advice(request: Request) -> Iterator[TextLine]:
    if request.kind.summary and not request.events:
        yield TextLine(request.kind.summary)
    if request.interim_advice:
        yield TextLine(request.interim_advice, _("If you don't want to wait:"))


def _notes(snapshot: Snapshot, target: str) -> Iterator[TextLine]:
    for note in snapshot.progress.notes.get(target, ()):
        yield TextLine(note.note, _("Note, {day}:", day=format_date(note.on)))
