"""The setting that holds the language of the program, read before anything else is."""

import stat
from pathlib import Path

from wizard.errors import WizardError
from wizard.system.disk import read_limited

LANGUAGE = "language"
"""The setting that holds the code of the language."""
_ENTRY = f'"{LANGUAGE}":'.encode()
"""How the setting is written. No other key of a state file has this name, and in the text of a note its quotes are escaped."""


def read_language_setting(path: Path) -> str:
    """Return the language that the state file holds, without parsing it; "" if there is none, or the file cannot be read."""
    try:
        # Reading a pipe would wait for ever.
        raw = read_limited(path) if stat.S_ISREG(path.stat().st_mode) else b""
    except (OSError, WizardError):
        return ""
    _, entry, rest = raw.partition(_ENTRY)
    quoted = rest.lstrip().partition(b",")[0].partition(b"}")[0].strip()
    code = quoted.strip(b'"').decode(errors="replace") if entry else ""
    return code if code.replace("-", "").isalpha() else ""
