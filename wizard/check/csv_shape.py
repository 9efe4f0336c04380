"""Check that the rows of a CSV file split into the right cells.

A file that fails is read no further: its cells would stand in the wrong columns.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from wizard.core.formatting import pluralize

from .diagnostics import Violation
from .schema import COLUMNS

SHOWN = 40
"""Characters of a row that a message quotes at most."""
OTHER_SIGNS = {";": "semicolons", "\t": "tabs"}


def malformed_rows(place: str, text: str) -> Iterator[Violation]:
    """Yield a violation for a wrong header, else for each row with the wrong number of cells."""
    columns = COLUMNS[place]
    rows = csv.reader(StringIO(text))
    row_line = 1
    try:
        for row in rows:
            if row_line == 1 and tuple(row) != columns:
                yield Violation(f"{place}:1", f"The columns are “{','.join(row)}”.", f"Write them as “{','.join(columns)}”.")
                return
            problem = _row_problem(row, columns)
            if problem:
                yield Violation(f"{place}:{row_line}", *problem)
            row_line = rows.line_num + 1
    except csv.Error:  # a cell beyond the size limit of `csv`: an unclosed quote includes all rows after it
        yield Violation(f"{place}:{row_line}", *_UNCLOSED_QUOTE)


_UNCLOSED_QUOTE = (
    "A quote begins in this row and does not end.",
    "Put a quote at the end of its cell, or take out the first one.",
)


def _row_problem(row: Sequence[str], columns: Sequence[str]) -> tuple[str, str] | None:
    """Return what is wrong with a row and the next step, or None for a correct or empty row."""
    if any("\n" in cell for cell in row):
        return _UNCLOSED_QUOTE
    if not row or len(row) == len(columns):
        return None
    row_start = row[0] if len(row[0]) <= SHOWN else f"{row[0][:SHOWN]}…"
    what = f"The row “{row_start}” has {pluralize(len(row), 'cell')}, not {len(columns)}."
    if len(row) > len(columns):
        return what, "Put quotes around a cell that has a comma in it."
    separator = next((name for character, name in OTHER_SIGNS.items() if character in row[0]), "")
    if separator:
        return what, f"Put commas between its cells instead of {separator}."
    return what, f"Every column has its comma, also where its cell is empty: {','.join(columns)}."
