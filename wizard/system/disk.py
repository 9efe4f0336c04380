"""Careful work with files: read within a limit, flush, give a second name, and turn what the system refuses into sentences."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from typing import TypeVar

from wizard.errors import WizardError

T = TypeVar("T")
ELSEWHERE = "Use --state FILE to work with another file."
MAX_BYTES = 20_000_000
"""More than any state file holds: years of use take some hundred kilobytes."""
DISK_FULL_ERRORS = {ENOSPC, EDQUOT, EFBIG}
"""What the system says when the disk, the user's share of it, or the file's size is used up."""
MAX_ATTEMPTS = 20 if os.name == "nt" else 1
"""Windows refuses to move a file that somebody reads just now: a moment later it does not."""


@contextmanager
def as_wizard_error(path: Path, act: str) -> Iterator[None]:
    """Turn what the system refuses into a sentence and a next step."""
    try:
        yield
    except PermissionError as error:
        raise WizardError(
            f"{path} may not be {act} with your rights.", f"Ask for the rights to its folder. {ELSEWHERE}"
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        advice = "Make room on the disk and try again." if error.errno in DISK_FULL_ERRORS else ELSEWHERE
        raise WizardError(f"{path} could not be {act}: {reason}. What was saved before is unharmed.", advice) from error


def read_limited(path: Path, next_step: str) -> bytes:
    """Read a whole file or pipe. Raises WizardError if it holds more than MAX_BYTES, without reading further."""
    with path.open("rb") as file:
        large = os.fstat(file.fileno()).st_size > MAX_BYTES
        raw = b"" if large else file.read(MAX_BYTES + 1)
    if large or len(raw) > MAX_BYTES:
        raise WizardError(
            f"{path} is larger than {MAX_BYTES // 1_000_000} MB, far more than this program ever stores. It was left as it is.",
            next_step,
        )
    return raw


def retry_on_permission_error(act: Callable[[], T]) -> T:
    """Do it, or try once more a moment later where the system refuses what somebody else is just reading."""
    for _ in range(MAX_ATTEMPTS - 1):
        try:
            return act()
        except PermissionError:
            time.sleep(0.05)
    return act()


def link_or_copy(path: Path, second: Path) -> None:
    """Give a file a second name, or a copy on file systems without second names; its owner alone may read it."""
    try:
        second.hardlink_to(path)
        second.chmod(0o600)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:
        second.unlink(missing_ok=True)
        with os.fdopen(os.open(second, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
            copy.write(path.read_bytes())


def make_private_folders(folder: Path) -> None:
    """Make a folder and the missing ones above it, each for its owner alone.

    `mkdir(parents=True)` gives the mode to the last one only.
    """
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def flush_folder(folder: Path) -> None:
    """Make the move of a file last through a power cut, where the system can."""
    if os.name == "posix":
        with suppress(OSError):  # the new file is in place already; some file systems cannot flush a folder
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
