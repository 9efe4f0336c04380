"""What a typed line means where something is to be chosen: a number, a row's id, the beginning of its words, or words in it."""

import re
from collections.abc import Sequence

from wizard.core.sanitize import sanitize_line

from .invalid_reply import InvalidReplyError
from .prompter import Choice

SHOWN = 40
YES, NO = ("y", "yes"), ("n", "no")


def parse_choice(rows: Sequence[Choice], text: str) -> str:
    """The id of the row that is meant. Raises Reply where none or more than one is."""
    if not text:
        raise InvalidReplyError("Nothing was typed.")
    if text.isdecimal():
        number = int(text[:6])
        if 1 <= number <= len(rows):
            return rows[number - 1].id
        raise InvalidReplyError(f"{number} is not among the numbers here.")
    wanted = text.casefold()
    exact = [row.id for row in rows if wanted in (row.id.casefold(), row.label.casefold())]
    begun = [row.id for row in rows if row.label.casefold().startswith(wanted)]
    within = [row.id for row in rows if f" {wanted}" in row.label.casefold()]
    found = exact[:1] or begun or within
    if len(found) == 1:
        return found[0]
    what = "fits more than one line" if found else "is none of these"
    raise InvalidReplyError(f"“{sanitize_line(text, SHOWN)}” {what}.")


def parse_choices(rows: Sequence[Choice], text: str) -> tuple[str, ...]:
    """The ids of the rows that are meant, each once."""
    parts = [part.strip() for part in re.split(r"[,;،、]" if re.search(r"[^\W\d]", text) else r"[,;،、\s]+", text)]
    return tuple(dict.fromkeys(parse_choice(rows, part) for part in parts if part))


def parse_yes_no(text: str, *, default: bool) -> bool:
    """Yes or no. Raises Reply for anything else."""
    word = text.casefold()
    if word in (*YES, *NO):
        return word in YES
    if not word:
        return default
    raise InvalidReplyError(f"“{sanitize_line(text, SHOWN)}” is neither yes nor no.")
