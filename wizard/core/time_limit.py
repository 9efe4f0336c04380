"""Find the time limit that applies at a place on a day, with a suggested one where no law sets any."""

from datetime import date

from .condition import Facts
from .jurisdiction import Period, Statement, TimeLimit
from .place import Place, applicable_statements
from .request_models import RequestKind

ANSWER = "answer"
"""The id of the time limit for Meta's reply to a request."""
OWN_SUGGESTION = Statement("", "confirmed")
DEFAULT_LIMITS = {
    ANSWER: TimeLimit(ANSWER, Period(30, "days"), "receipt", OWN_SUGGESTION, statutory=False),
    "follow-up": TimeLimit("follow-up", Period(14, "days"), "receipt", OWN_SUGGESTION, statutory=False),
}
"""The suggested time limits by id, for regimes that set none."""


def find_time_limit(id: str, place: Place | None, facts: Facts, today: date) -> TimeLimit | None:
    """Return the first time limit with this id that applies at the place on this day, or None."""
    limits = place.regime.time_limits if place else ()
    return next((limit for limit in limits if limit.id == id and applicable_statements([limit.statement], facts, today)), None)


def find_answer_limit(kind: RequestKind, place: Place | None, facts: Facts, today: date) -> TimeLimit:
    """Return the time limit for the reply to a request of this kind: its own, or a suggested one, or that of any request."""
    own = find_time_limit(kind.clock, place, facts, today) if kind.clock else None
    if own is None and kind.suggested:
        return TimeLimit(kind.clock or ANSWER, kind.suggested, "request", OWN_SUGGESTION, statutory=False)
    return own or find_time_limit(ANSWER, place, facts, today) or DEFAULT_LIMITS[ANSWER]
