"""The first day on which something can have happened to a request: no reply comes before what it answers."""

from collections.abc import Iterable
from datetime import date

from .content_models import Library
from .event import SENT, Event
from .request_kinds import AFTER_SENT, AUTHORITY_REPLY, BEFORE_SENT, find_request_kind
from .request_target import is_request_target

COMPLAINT = "complaint"


def first_possible_day(library: Library, target: str, kind: str, events: Iterable[Event]) -> date | None:
    """Return the day of the sending, or of the complaint that an authority answers; None if any day is possible.

    A request can be sent again, so the earliest of these days counts. So a user who recorded too late a day for the sending
    can record the right one, and then the reply.
    """
    outcome = library.outcomes.get(kind)
    if outcome is None or not is_request_target(target) or kind in BEFORE_SENT:
        return None
    if not outcome.question and kind not in AFTER_SENT:
        return None
    started_by = (SENT,)
    if outcome.question == AUTHORITY_REPLY and find_request_kind(library, target).sent_as != COMPLAINT:
        started_by = (COMPLAINT,)
    return min((event.on for event in events if event.kind in started_by), default=None)
