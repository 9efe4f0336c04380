"""When to look again: settings wander, and services change them."""

from datetime import date

from .case import Case
from .law import Period
from .period import after
from .progress import DONE

QUARTER = Period(3, "months")


def look_again(case: Case) -> date:
    """The day to look at one's settings again: three months after the last step was done, or after today, and never past."""
    done = (entry.standing.on for entry in case.entries if entry.status == DONE and entry.standing.on)
    return max(after(max(done, default=case.today), QUARTER), case.today)
