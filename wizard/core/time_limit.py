"""Which time limit runs at a place on a day, and what we suggest where no law sets one."""

from datetime import date

from .condition import Facts
from .jurisdiction import Period, Statement, TimeLimit
from .place import Place, applicable_statements

OWN_SUGGESTION = Statement("", "confirmed")
DEFAULT_LIMITS = {
    "answer": TimeLimit("answer", Period(30, "days"), "receipt", OWN_SUGGESTION, statutory=False),
    "follow-up": TimeLimit("follow-up", Period(14, "days"), "receipt", OWN_SUGGESTION, statutory=False),
}
"""What we suggest where a regime sets no time."""


def find_time_limit(id: str, place: Place | None, facts: Facts, today: date) -> TimeLimit | None:
    """The clock of this name that runs there for these facts on this day, if the sheet of the place has one."""
    clocks = place.regime.time_limits if place else ()
    return next((clock for clock in clocks if clock.id == id and applicable_statements([clock.statement], facts, today)), None)
