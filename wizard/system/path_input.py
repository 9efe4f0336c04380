"""Files as people name them: typed, pasted, or dropped into the terminal, which puts quotes or backslashes around them."""

import os
import shlex
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wizard.core.sanitize import sanitize, sanitize_line
from wizard.errors import WizardError

MOST = 4000
"""So many files of a folder are looked at; a longer search would be felt while typing."""
_QUOTES = "'\""
_ARCHIVE = ".zip"
_LOCAL = ("", "localhost")


def parse_paths(text: str) -> list[Path]:
    """The files that are meant: one whose name may have spaces, or several one after another. Raises WizardError."""
    as_typed, text = text.strip(), sanitize_line(text, 10_000)
    if not text:
        raise WizardError("No file is named yet.", "Type or paste the name of the ZIP file that Meta gave you.")
    readings = [[text.strip(_QUOTES)], [as_typed], [as_typed.strip(_QUOTES)], *_split(as_typed)]
    found = [[_path(name) for name in names] for names in readings]
    return next((paths for paths in found if all(map(path_exists, paths))), found[-1] if len(found[-1]) > 1 else found[0])


def _split(text: str) -> Iterator[list[str]]:
    """The names in a line as a shell would read them; on Windows a backslash parts folders and protects nothing."""
    try:
        names = shlex.split(text, posix=os.name != "nt")
    except ValueError:
        return
    if any(mark in text for mark in (*_QUOTES, "\\", _ARCHIVE)):
        yield [name.strip(_QUOTES) for name in names]


def _path(name: str) -> Path:
    address = urlsplit(name) if name.startswith("file:") else None
    if address and address.netloc in _LOCAL:
        name = unquote(address.path)
    try:
        return Path(name).expanduser()
    except RuntimeError:  # nobody of that name lives here
        return Path(name)


def path_exists(path: Path) -> bool:
    """Tell whether a file or folder of this name can be found; a name that no system takes is none."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def complete_path(text: str) -> str | None:
    """The text with the name that it begins completed: the first folder or ZIP file, by name; None where there is none."""
    head, part, stem = text.rpartition("/" if os.name != "nt" or "/" in text else "\\")
    if not stem:
        return None
    folder = _path(head + part) if part else Path()
    try:
        with os.scandir(folder) as entries:
            fitting = [
                entry for entry in islice(entries, MOST) if entry.name.startswith(stem) and sanitize(entry.name) == entry.name
            ]
            names = sorted(
                f"{entry.name}{part or os.sep}" if entry.is_dir() else entry.name
                for entry in fitting
                if entry.is_dir() or entry.name.lower().endswith(_ARCHIVE)
            )
    except (OSError, ValueError):
        return None
    return text + names[0][len(stem) :] if names else None
