"""The lock of a state file: it lets one window write at a time, and says what hinders it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard.errors import WizardError
from wizard.system.disk import as_wizard_error, make_private_folders

from .ownership import FileKind, find_kind_of_lock

LOCK_SECONDS = 10


@contextmanager
def hold_lock(path: Path, lock_path: Path, *, needed: bool = True) -> Iterator[None]:
    """Hold the lock of a state file. Raises WizardError when another program holds it for too long, or where it cannot be made.

    If it is not needed, a place that knows no locks is no hindrance, nor is a foreign file under the lock's name: no window of
    this program writes beside it.
    """
    if not needed and find_kind_of_lock(lock_path) is FileKind.FOREIGN:
        yield
        return
    from filelock import FileLock, Timeout

    lock = FileLock(lock_path, timeout=LOCK_SECONDS, mode=0o600)
    with as_wizard_error(path, "written"):
        try:
            make_private_folders(path.parent)
            lock.acquire()
        except Timeout as error:
            raise WizardError(
                f"Another program is holding {path}.", "Close the other window and try again; nothing was lost."
            ) from error
        except OSError as error:
            if needed:
                _explain_refused_lock(lock_path, error)
                raise
    try:
        yield
    finally:
        with suppress(OSError):  # what was done is done, and the system gives the lock back when the program ends
            lock.release()


def _explain_refused_lock(lock_path: Path, error: OSError) -> None:
    """Raise WizardError if it is the lock itself that may not be opened, in a folder where files may be made and removed."""
    effective = os.access in os.supports_effective_ids
    folder_is_writable = os.access(lock_path.parent, os.W_OK | os.X_OK, effective_ids=effective)
    if isinstance(error, PermissionError) and os.path.lexists(lock_path) and folder_is_writable:
        raise WizardError(
            f"The lock {lock_path} may not be opened with your rights.",
            "If no other window of this program is open, delete that file and try again.",
        ) from error
