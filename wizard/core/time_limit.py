"""Find the time limit that applies at a place on a day, with a suggested one where no law sets any."""

from datetime import date

from .condition import Facts
from .jurisdiction import Period, Statement, TimeLimit
from .place import Place, applicable_statements

OWN_SUGGESTION = Statement("", "confirmed")
DEFAULT_LIMITS = {
    "answer": TimeLimit("answer", Period(30, "days"), "receipt", OWN_SUGGESTION, statutory=False),
    "follow-up": TimeLimit("follow-up", Period(14, "days"), "receipt", OWN_SUGGESTION, statutory=False),
}
"""The suggested time limits by id, for regimes that set none."""


def find_time_limit(id: str, place: Place | None, facts: Facts, today: date) -> TimeLimit | None:
    """Return the first time limit with this id that applies at the place on this day, or None."""
    limits = place.regime.time_limits if place else ()
    return next((limit for limit in limits if limit.id == id and applicable_statements([limit.statement], facts, today)), None)
