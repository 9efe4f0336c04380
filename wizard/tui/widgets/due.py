"""A day by which something is due, as a row of a list."""

from wizard.core.case import Case, Deadline
from wizard.core.sentences import due_words

from .hanging import Row, row
from .prose import ALERT, QUIET, joined, said


def is_late(case: Case, due: Deadline) -> bool:
    """Tell whether the day is over."""
    return due.due < case.today


def due_row(case: Case, due: Deadline) -> Row:
    """What is due and when; what is late stands out."""
    words = due_words(case, due)
    if is_late(case, due):
        return row(joined(said("Overdue: ", ALERT), words), said("! ", ALERT))
    return row(words, said("○ ", QUIET))
