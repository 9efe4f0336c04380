"""When to look again: settings wander, and services change them."""

from datetime import date

from .jurisdiction import Period
from .period import add_period
from .progress import DONE
from .snapshot import Snapshot

REVIEW_INTERVAL = Period(3, "months")


def next_review_date(case: Snapshot) -> date:
    """The day to look at one's settings again: three months after the last step was done, or after today, and never past."""
    done = (entry.step_status.on for entry in case.steps if entry.status == DONE and entry.step_status.on)
    return max(add_period(max(done, default=case.today), REVIEW_INTERVAL), case.today)
