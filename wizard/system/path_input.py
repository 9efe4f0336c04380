"""Parse file names as users enter them: typed, pasted, or dropped into the terminal, which adds quotes or backslashes."""

import os
import re
import shlex
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wizard.core.sanitize import sanitize, sanitize_line
from wizard.errors import WizardError

MAX_ENTRIES = 4000
"""The number of files of a folder that are searched; a longer search would delay typing."""
_QUOTES = "'\""
_ARCHIVE = ".zip"
_LOCAL = ("", "localhost")
"""Hosts of a file URL that mean this computer."""


def parse_paths(text: str) -> list[Path]:
    """Return the files that are meant: one file, whose name may contain spaces, or several.

    Raises WizardError if the text is empty.
    """
    # The same text can be read in several ways: as one name with or without quotes, or as several names for a shell.
    # The first reading in which all files exist wins. If none does, the last one counts if it has several names, so that
    # the error names each of them; otherwise the text as one name.
    as_typed, text = text.strip(), sanitize_line(text, 10_000)
    if not text:
        raise WizardError("no-export-named")
    readings = [[text.strip(_QUOTES)], [as_typed], [as_typed.strip(_QUOTES)], *_split(as_typed)]
    readings_as_paths = [[_path(name) for name in names] for names in readings]
    first, last = readings_as_paths[0], readings_as_paths[-1]
    return next((paths for paths in readings_as_paths if all(map(path_exists, paths))), last if len(last) > 1 else first)


def is_likely_slip(name: str) -> bool:
    """Return True if a name for a new file was probably meant for another question: a number, one sign, or a key.

    Arrow and function keys leave a few signs after a square bracket, such as [A.
    """
    return re.fullmatch(r"\d+|.|\[+[\dA-Z;~]{1,6}", name.strip()) is not None


def _split(text: str) -> Iterator[list[str]]:
    """Yield the names in a line as a shell splits them, at most once; nothing if that is not possible or not meant.

    On Windows a backslash separates folders and escapes nothing.
    """
    try:
        names = shlex.split(text, posix=os.name != "nt")
    except ValueError:
        return
    if any(mark in text for mark in (*_QUOTES, "\\", _ARCHIVE)):
        yield [name.strip(_QUOTES) for name in names]


def _path(name: str) -> Path:
    """Return the path for a name, which may be a file URL or begin with ~."""
    url = urlsplit(name) if name.startswith("file:") else None
    if url and url.netloc in _LOCAL:
        name = unquote(url.path)
    try:
        return Path(name).expanduser()
    except RuntimeError:  # there is no user of that name
        return Path(name)


def path_exists(path: Path) -> bool:
    """Return True if a file or folder of this name exists; False for a name that the system does not accept."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def complete_path(text: str) -> str | None:
    """Return the text with its last name completed to the first folder or ZIP file in alphabetical order; None if none fits.

    A folder gets a separator at its end. Names with control characters are left out.
    """
    head, separator, stem = text.rpartition("/" if os.name != "nt" or "/" in text else "\\")
    if not stem:
        return None
    folder = _path(head + separator) if separator else Path()
    try:
        with os.scandir(folder) as entries:
            matches = [
                entry
                for entry in islice(entries, MAX_ENTRIES)
                if entry.name.startswith(stem) and sanitize(entry.name) == entry.name
            ]
            names = sorted(
                f"{entry.name}{separator or os.sep}" if entry.is_dir() else entry.name
                for entry in matches
                if entry.is_dir() or entry.name.lower().endswith(_ARCHIVE)
            )
    except (OSError, ValueError):
        return None
    return text + names[0][len(stem) :] if names else None
