"""A deadline as a row of a list."""

from wizard.core.snapshot import Deadline, Snapshot
from wizard.i18n import _
from wizard.views.deadline_text import deadline_message

from .hanging_text import Row, hanging_row
from .styled_text import ALERT, QUIET, concat, styled


def is_overdue(snapshot: Snapshot, deadline: Deadline) -> bool:
    """Return whether the due date is in the past."""
    return deadline.due < snapshot.today


def deadline_row(snapshot: Snapshot, deadline: Deadline) -> Row:
    """Return what is due and when; an overdue deadline stands out."""
    message = deadline_message(snapshot, deadline)
    if is_overdue(snapshot, deadline):
        return hanging_row(concat(styled(_("Overdue:"), ALERT), message, by=" "), styled("! ", ALERT))
    return hanging_row(message, styled("○ ", QUIET))
