"""What a typed line means where something is to be chosen: a number, a row's id, the beginning of its words, or words in it."""

import re
from collections.abc import Sequence

from wizard.core.clean import clean_line

from .reply import Reply
from .teller import Row

SHOWN = 40
YES, NO = ("y", "yes"), ("n", "no")


def one_of(rows: Sequence[Row], text: str) -> str:
    """The id of the row that is meant. Raises Reply where none or more than one is."""
    if not text:
        raise Reply("Nothing was typed.")
    if text.isdecimal():
        number = int(text[:6])
        if 1 <= number <= len(rows):
            return rows[number - 1].id
        raise Reply(f"{number} is not among the numbers here.")
    wanted = text.casefold()
    exact = [row.id for row in rows if wanted in (row.id.casefold(), row.label.casefold())]
    begun = [row.id for row in rows if row.label.casefold().startswith(wanted)]
    within = [row.id for row in rows if f" {wanted}" in row.label.casefold()]
    found = exact[:1] or begun or within
    if len(found) == 1:
        return found[0]
    what = "fits more than one line" if found else "is none of these"
    raise Reply(f"“{clean_line(text, SHOWN)}” {what}.")


def several_of(rows: Sequence[Row], text: str) -> tuple[str, ...]:
    """The ids of the rows that are meant, each once."""
    parts = [part.strip() for part in re.split(r"[,;،、]" if re.search(r"[^\W\d]", text) else r"[,;،、\s]+", text)]
    return tuple(dict.fromkeys(one_of(rows, part) for part in parts if part))


def yes_or_no(text: str, *, default: bool) -> bool:
    """Yes or no. Raises Reply for anything else."""
    word = text.casefold()
    if word in (*YES, *NO):
        return word in YES
    if not word:
        return default
    raise Reply(f"“{clean_line(text, SHOWN)}” is neither yes nor no.")
