"""The setting that holds the language of the program, read before anything else is."""

import re
from pathlib import Path

LANGUAGE = "language"
"""The setting that holds the code of the language."""
_ENTRY = re.compile(rb'"language":\s*"([A-Za-z-]{2,12})"')
"""The setting as it is written. No other key of a state file has this name and a text; in notes its quotes are escaped."""


def read_language_setting(path: Path) -> str:
    """Return the language that the state file holds, without parsing it; "" if there is none, or the file cannot be read."""
    try:
        entry = _ENTRY.search(path.read_bytes())
    except OSError:
        return ""
    return entry[1].decode() if entry else ""
