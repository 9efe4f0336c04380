"""The lock of a state file: only one window writes at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard.errors import WizardError
from wizard.system.disk import as_wizard_error, make_private_folders

from .ownership import FileKind, find_kind_of_lock

LOCK_SECONDS = 10
"""How long to wait for another window that holds the lock."""


@contextmanager
def hold_lock(path: Path, lock_path: Path, *, needed: bool = True) -> Iterator[None]:
    """Hold the lock of a state file while the block runs; missing folders are created.

    If it is not `needed`, a foreign file under the name of the lock is ignored: no window of this program can write then.

    Raises WizardError if another program holds the lock for more than LOCK_SECONDS, or if it cannot be created.
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
            raise WizardError("state-locked", path=path) from error
        except OSError as error:
            if needed:
                _explain_refused_lock(lock_path, error)
                raise
    try:
        yield
    finally:
        with suppress(OSError):  # the change is written already, and the system releases the lock when the program ends
            lock.release()


def _explain_refused_lock(lock_path: Path, error: OSError) -> None:
    """Raise WizardError if the lock itself may not be opened, although its folder is writable."""
    effective = os.access in os.supports_effective_ids
    folder_is_writable = os.access(lock_path.parent, os.W_OK | os.X_OK, effective_ids=effective)
    if isinstance(error, PermissionError) and os.path.lexists(lock_path) and folder_is_writable:
        raise WizardError("lock-not-opened", path=lock_path) from error
