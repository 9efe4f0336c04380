"""A day by which something is due, as a row of a list."""

from wizard.core.snapshot import Deadline, Snapshot
from wizard.core.user_messages import deadline_message

from .hanging_text import Row, hanging_row
from .styled_text import ALERT, QUIET, concat, styled


def is_overdue(case: Snapshot, due: Deadline) -> bool:
    """Tell whether the day is over."""
    return due.due < case.today


def deadline_row(case: Snapshot, due: Deadline) -> Row:
    """What is due and when; what is late stands out."""
    words = deadline_message(case, due)
    if is_overdue(case, due):
        return hanging_row(concat(styled("Overdue: ", ALERT), words), styled("! ", ALERT))
    return hanging_row(words, styled("○ ", QUIET))
