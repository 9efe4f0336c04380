"""The rows of a CSV file that cannot be told apart into cells: whatever else is said of such a row would be nonsense."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from wizard.core.formatting import pluralize

from .diagnostics import Violation
from .schema import COLUMNS

SHOWN = 40
"""So many characters of a row are shown at most."""
OTHER_SIGNS = {";": "semicolons", "\t": "tabs"}


def malformed_rows(place: str, text: str) -> Iterator[Violation]:
    """The head of a file where it does not name the columns; else every row that has not one cell for each of them."""
    columns = COLUMNS[place]
    rows = csv.reader(StringIO(text))
    first = 1
    try:
        for row in rows:
            if first == 1 and tuple(row) != columns:
                yield Violation(f"{place}:1", f"The columns are “{','.join(row)}”.", f"Write them as “{','.join(columns)}”.")
                return
            told = _told(row, columns)
            if told:
                yield Violation(f"{place}:{first}", *told)
            first = rows.line_num + 1
    except csv.Error:  # a cell of more characters than any has: its quote swallowed them
        yield Violation(f"{place}:{first}", *_OPEN)


_OPEN = ("A quote begins in this row and does not end.", "Put a quote at the end of its cell, or take out the first one.")


def _told(row: Sequence[str], columns: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with a row, and what to do about it."""
    if any("\n" in cell for cell in row):
        return _OPEN
    if not row or len(row) == len(columns):
        return None
    begins = row[0] if len(row[0]) <= SHOWN else f"{row[0][:SHOWN]}…"
    what = f"The row “{begins}” has {pluralize(len(row), 'cell')}, not {len(columns)}."
    if len(row) > len(columns):
        return what, "Put quotes around a cell that has a comma in it."
    other = next((name for sign, name in OTHER_SIGNS.items() if sign in row[0]), "")
    if other:
        return what, f"Put commas between its cells instead of {other}."
    return what, f"Every column has its comma, also where its cell is empty: {','.join(columns)}."
