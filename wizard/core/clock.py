"""Which time limit runs at a place on a day, and what we suggest where no law sets one."""

from datetime import date

from .condition import Facts
from .law import Clock, Period, Statement
from .place import Place, told

OURS = Statement("", "confirmed")
SUGGESTED = {
    "answer": Clock("answer", Period(30, "days"), "receipt", OURS, statutory=False),
    "follow-up": Clock("follow-up", Period(14, "days"), "receipt", OURS, statutory=False),
}
"""What we suggest where a regime sets no time."""


def clock_of(id: str, place: Place | None, facts: Facts, today: date) -> Clock | None:
    """The clock of this name that runs there for these facts on this day, if the sheet of the place has one."""
    clocks = place.regime.clocks if place else ()
    return next((clock for clock in clocks if clock.id == id and told([clock.statement], facts, today)), None)
