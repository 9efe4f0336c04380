"""Files that are not meant to stay: letters handed to an editor or a mail program, and reports of crashes.

All of them lie in the user's own folder for state, which only the user can read. A program that was killed cannot remove its
letters, so the next start does; `state wipe` removes the reports too.
"""

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .disk import make_private_folders
from .environment import state_folder
from .process import has_ended

STALE_SECONDS = 24 * 60 * 60
"""On Windows, where it cannot be told whether a process has ended, older letters count as left behind."""
MAX_REPORTS = 5
"""Only so many reports of crashes are kept."""
_LETTER = r"letter-(\d+)-[0-9a-f]{16}"
"""A folder with a letter, named after the process that made it."""
_REPORT = r"crash-\d{4}-\d\d-\d\d-\d{6}\.txt"


@contextmanager
def private_folder() -> Iterator[Path]:
    """Make a folder for a letter, and remove it with everything in it when the block ends.

    Without a folder for state, it is made in the folder for temporary files. Raises OSError if neither can be used.
    """
    try:
        folder = _new_folder()
    except OSError:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="letter-") as temporary:
            yield Path(temporary)
        return
    try:
        yield folder
    finally:
        _remove_tree(folder)
        remove_empty_folder()


def write_private_file(name: str, text: str) -> Path:
    """Write a file byte for byte, for another program. It is removed at a later start or by `state wipe`. Raises OSError."""
    path = _new_folder() / name
    create_private_file(path, text, newline="")
    return path


def create_private_file(path: Path, text: str, *, newline: str | None = None) -> None:
    """Write a new file that only its owner can read, with the line ends of the system unless told otherwise. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline=newline) as file:
        file.write(text)


def write_report(text: str, moment: str) -> Path:
    """Write a report of a crash, named after a moment such as 2026-11-30-104500, and remove old ones. Raises OSError."""
    folder = state_folder()
    if folder is None:
        raise FileNotFoundError
    make_private_folders(folder)
    path = folder / f"crash-{moment}.txt"
    with suppress(FileExistsError):  # a second crash in one second: the first report is enough
        create_private_file(path, text)
    for old in _reports(folder)[:-MAX_REPORTS]:
        with suppress(OSError):
            old.unlink()
    return path


def remove_letters() -> list[Path]:
    """Remove the letters of this program, and of others of its kind that have ended. Return what was removed."""
    folder = state_folder()
    removed = []
    for letter in _letters(folder) if folder else ():
        if _is_left_behind(letter):
            _remove_tree(letter)
            removed += [] if letter.exists() else [letter]
    return removed


def remove_private_files() -> list[Path]:
    """Remove letters as `remove_letters` does, and all reports of crashes. Return what was removed."""
    removed, folder = remove_letters(), state_folder()
    for report in _reports(folder) if folder else ():
        with suppress(OSError):
            report.unlink()
            removed.append(report)
    remove_empty_folder()
    return removed


def private_files_left() -> list[Path]:
    """Return letters that another window has open, and whatever else of ours could not be removed."""
    folder = state_folder()
    return [*_letters(folder), *_reports(folder)] if folder else []


def remove_empty_folder() -> None:
    """Remove the folder for state if nothing is in it any more."""
    folder = state_folder()
    if folder:
        with suppress(OSError):
            folder.rmdir()


def _new_folder() -> Path:
    """Make a folder for a letter. Raises OSError."""
    parent = state_folder()
    if parent is None:
        raise FileNotFoundError
    make_private_folders(parent)
    folder = parent / f"letter-{os.getpid()}-{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    return folder


def _remove_tree(folder: Path) -> None:
    """Remove a folder and all that is in it, as far as possible."""
    from shutil import rmtree  # late: hardly a start has anything to remove

    rmtree(folder, ignore_errors=True)


def _letters(folder: Path) -> list[Path]:
    """Return the folders with letters, whoever has made them; a link is never one."""
    return [path for path in _entries(folder) if re.fullmatch(_LETTER, path.name) and stat.S_ISDIR(path.lstat().st_mode)]


def _reports(folder: Path) -> list[Path]:
    """Return the reports of crashes, the oldest first; a link is never one."""
    return [path for path in _entries(folder) if re.fullmatch(_REPORT, path.name) and stat.S_ISREG(path.lstat().st_mode)]


def _entries(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [folder / name for name in sorted(os.listdir(folder))]  # noqa: PTH208 - faster than pathlib, and done at every start
    return []


def _is_left_behind(letter: Path) -> bool:
    """Return True if the program that made a letter is this one, or has ended."""
    number = int(letter.name.split("-")[1])
    if number == os.getpid():
        return True
    if sys.platform == "win32":
        return letter.lstat().st_mtime < time.time() - STALE_SECONDS
    return has_ended(number)
