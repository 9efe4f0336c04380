"""Check that the rows of a CSV file split into the right cells.

A file that fails is read no further: its cells would stand in the wrong columns.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from .content_error import ContentError

SHOWN = 40
"""Characters of a row that a message quotes at most."""
OTHER_SIGNS = {";": "semicolons", "\t": "tabs"}


def malformed_rows(path: Path, text: str, columns: Sequence[str]) -> Iterator[ContentError]:
    """Yield an error for a wrong header, else for each row with the wrong number of cells."""
    rows = csv.reader(StringIO(text))
    row_line = 1
    try:
        for row in rows:
            if row_line == 1 and tuple(row) != tuple(columns):
                what, next_step = f"the columns are “{','.join(row)}”.", f"Write them as “{','.join(columns)}”."
                yield ContentError(path, what, next_step, line=1)
                return
            problem = _row_problem(row, columns)
            if problem:
                yield ContentError(path, *problem, line=row_line)
            row_line = rows.line_num + 1
    except csv.Error:  # a cell beyond the size limit of `csv`: an unclosed quote includes all rows after it
        yield ContentError(path, *_UNCLOSED_QUOTE, line=row_line)


_UNCLOSED_QUOTE = (
    "a quote begins in this row and does not end.",
    "Put a quote at the end of its cell, or take out the first one.",
)


def _row_problem(row: Sequence[str], columns: Sequence[str]) -> tuple[str, str] | None:
    """Return what is wrong with a row and the next step, or None for a correct or empty row."""
    if any("\n" in cell for cell in row):
        return _UNCLOSED_QUOTE
    if not row or len(row) == len(columns):
        return None
    row_start = row[0] if len(row[0]) <= SHOWN else f"{row[0][:SHOWN]}…"
    cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
    what = f"the row “{row_start}” has {cells}, not {len(columns)}."
    if len(row) > len(columns):
        return what, "Put quotes around a cell that has a comma in it."
    separator = next((name for character, name in OTHER_SIGNS.items() if character in row[0]), "")
    if separator:
        return what, f"Put commas between its cells instead of {separator}."
    return what, f"Every column has its comma, also where its cell is empty: {','.join(columns)}."
