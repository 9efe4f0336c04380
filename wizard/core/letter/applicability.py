"""Decide which letters apply: by place, by answers, and by the last event of a request."""

from datetime import date

from wizard.core.content_models import OBJECTION
from wizard.core.place import grants_right
from wizard.core.request import Request
from wizard.core.request_kinds import kinds_begun_by
from wizard.core.snapshot import Snapshot

from .account_fit import serves
from .models import Letter

PLACE = frozenset({"country", "region", "regime"})
"""The facts that decide whether a letter is right for a place of residence."""
NOTHING, WAITING, NO_ANSWER = "nothing", "waiting", "no-answer"
WAITING_EVENTS = (
    "sent",
    "receipt",
    "extended",
    "follow-up",
    "appeal",
    "grievance",
    "complaint-meta",
    "complaint",
    "complaint-receipt",
    "no-news",
    "passed-on",
    "status-asked",
    "settlement-declined",
)
"""Events after which a reply is awaited until its time limit ends."""


def request_stage(request: Request | None, today: date) -> str:
    """Return the kind of the last event of a request, or the stage that follows from its due date.

    NOTHING means that there is no event yet, WAITING that the time limit is still running, and NO_ANSWER that it ended
    without a reply. An extension keeps its own kind, `extended`, until its due date has passed.
    """
    if request is None or not request.events:
        return NOTHING
    last = request.letter_events[-1].kind
    if last not in WAITING_EVENTS or request.due is None:
        return last
    if today <= request.due:
        return last if last == "extended" else WAITING
    return NO_ANSWER if last in ("sent", "extended") else last


def is_place_specific(letter: Letter) -> bool:
    """Return True if the letter is only for some places."""
    return bool(letter.right or letter.when.fact_names() & PLACE)


def applies_here(letter: Letter, snapshot: Snapshot) -> bool:
    """Return True if the letter is valid today and right for the place of the snapshot."""
    return (
        letter.valid.holds(snapshot.today)
        and letter.when.restricted_to(PLACE).holds(snapshot.interview.facts)
        and (not letter.right or has_right(letter.right, snapshot))
    )


def applies_now(letter: Letter, snapshot: Snapshot) -> bool:
    """Return True if the user can use the letter now.

    A letter that follows events is tested against each request, under the place and law from which it was sent.
    """
    if not letter.after_events:
        return _applies_with_facts(letter, snapshot)
    return any(
        is_next_letter(letter, each, snapshot.today)
        and _applies_with_facts(letter, snapshot.for_request(each))
        and serves(letter, snapshot, each)
        for each in _possible_requests(letter, snapshot)
    )


def _possible_requests(letter: Letter, snapshot: Snapshot) -> tuple[Request | None, ...]:
    """Return the requests that a letter can be about; None stands for one that has not begun.

    None is added if no request concerns an account, and no request has begun with this letter: a first letter about
    accounts then belongs to nothing yet.
    """
    begun = kinds_begun_by(snapshot.library, letter.id, letter.family)
    has_request = any(each.kind in begun or (each.kind.group == OBJECTION and each.kind.account) for each in snapshot.requests)
    return snapshot.requests if has_request else (*snapshot.requests, None)


def _applies_with_facts(letter: Letter, snapshot: Snapshot) -> bool:
    """Return True if the letter is right for the place, and its whole condition holds for the facts."""
    return applies_here(letter, snapshot) and letter.when.holds(snapshot.interview.facts)


def is_next_letter(letter: Letter, request: Request | None, today: date) -> bool:
    """Return True if the letter is the one to write next in this request."""
    kinds = {event.kind for event in request.letter_events} if request else set()
    return request_stage(request, today) in letter.after_events and kinds.issuperset(letter.requires_events)


def has_right(id: str, snapshot: Snapshot) -> bool:
    """Return True if the regime of the place grants this right today; False if the place is not known."""
    return snapshot.place is not None and grants_right(snapshot.place, id, snapshot.interview.facts, snapshot.today)
