"""Compute when the user should review their settings again: services change them."""

from datetime import date

from .jurisdiction import Period
from .period import add_period
from .progress import DONE
from .snapshot import Snapshot

REVIEW_INTERVAL = Period(3, "months")


def next_review_date(snapshot: Snapshot) -> date:
    """Return the day three months after the last completed step, never before today.

    Without a completed step it is three months after today.
    """
    done_days = (entry.step_status.on for entry in snapshot.steps if entry.status == DONE and entry.step_status.on)
    return max(add_period(max(done_days, default=snapshot.today), REVIEW_INTERVAL), snapshot.today)
