"""Safe file operations: read up to a limit, flush, link or copy, and turn system errors into messages."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from typing import Literal, TypeVar

from wizard.errors import WizardError

T = TypeVar("T")
Act = Literal["read", "written", "removed", "set-aside"]
"""What is done with a state file."""
MAX_BYTES = 20_000_000
"""The largest file that is read as a state. Years of use take a few hundred kilobytes."""
DISK_FULL_ERRORS = {ENOSPC, EDQUOT, EFBIG}
"""Error numbers for a full disk, a used-up quota, or a file that reached the size limit."""
MAX_ATTEMPTS = 20 if os.name == "nt" else 1
"""Windows cannot replace a file while another process reads it; a later attempt succeeds."""


@contextmanager
def as_wizard_error(path: Path, act: Act) -> Iterator[None]:
    """Turn an OSError in the block into a WizardError with a next step.

    The code of the error names the act, and whether rights are missing.
    """
    try:
        yield
    except PermissionError as error:
        raise WizardError(f"state-not-{act}-by-rights", path=path) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        hint = "make-room" if error.errno in DISK_FULL_ERRORS else ""
        raise WizardError(f"state-not-{act}", hint=hint, path=path, reason=reason) from error


def read_limited(path: Path, hint: str = "") -> bytes:
    """Read a whole file or pipe. Raises WizardError if it holds more than MAX_BYTES, without reading further."""
    with path.open("rb") as file:
        large = os.fstat(file.fileno()).st_size > MAX_BYTES
        raw = b"" if large else file.read(MAX_BYTES + 1)
    if large or len(raw) > MAX_BYTES:
        raise WizardError("file-too-large", hint=hint, path=path, limit=MAX_BYTES // 1_000_000)
    return raw


def retry_on_permission_error(act: Callable[[], T]) -> T:
    """Retry on PermissionError, up to MAX_ATTEMPTS times: Windows cannot replace a file while another process reads it."""
    for _ in range(MAX_ATTEMPTS - 1):
        try:
            return act()
        except PermissionError:
            time.sleep(0.05)
    return act()


def link_or_copy(path: Path, second: Path) -> None:
    """Give a file a second name, or copy it on file systems without hard links. Only its owner may read it.

    Raises FileNotFoundError or FileExistsError instead of copying.
    """
    try:
        second.hardlink_to(path)
        second.chmod(0o600)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:
        second.unlink(missing_ok=True)
        with os.fdopen(os.open(second, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
            copy.write(path.read_bytes())


def remove_draft(path: Path) -> None:
    """Remove a draft of this write; it may have been moved into place already."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def make_private_folders(folder: Path) -> None:
    """Create a folder and its missing parents, each readable for its owner alone.

    `mkdir(parents=True)` applies the mode to the last folder only.
    """
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)


def flush_folder(folder: Path) -> None:
    """Flush a folder, so that a file moved into it survives a power cut. Does nothing on Windows."""
    if os.name == "posix":
        with suppress(OSError):  # some file systems cannot flush a folder; the new file is in place already
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
