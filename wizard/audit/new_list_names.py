"""Recognise a list under a new name in a file that should be one list without a name."""

import re

_LIST_OF_OBJECTS = re.compile(rb"\[[ \t\n\r]*\{")
_ENDS = re.compile(r"(?:_v\d+|posts|updates)$")
"""How the names of lists end; Meta adds a number when their form changes."""


def is_new_list(name: str, beginning: bytes, keys: frozenset[str]) -> bool:
    """Return True if the value of this name is a list of records, and not a field of a single record.

    `keys` are the names of the lists that the file is read for; "" stands for a list without a name.
    """
    return (
        "" in keys
        and name not in keys
        and "/" not in name
        and bool(_ENDS.search(name))
        and bool(_LIST_OF_OBJECTS.match(beginning))
    )
