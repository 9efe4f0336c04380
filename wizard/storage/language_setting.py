"""The setting that holds the language of the program, read before anything else is."""

from pathlib import Path

LANGUAGE = "language"
"""The setting that holds the code of the language."""
_ENTRY = f'"{LANGUAGE}":'.encode()
"""How the setting is written. No other key of a state file has this name, and in the text of a note its quotes are escaped."""


def read_language_setting(path: Path) -> str:
    """Return the language that the state file holds, without parsing it; "" if there is none, or the file cannot be read."""
    try:
        _, entry, rest = path.read_bytes().partition(_ENTRY)
    except OSError:
        return ""
    quoted = rest.lstrip().partition(b",")[0].partition(b"}")[0].strip()
    code = quoted.strip(b'"').decode(errors="replace") if entry else ""
    return code if code.replace("-", "").isalpha() else ""
