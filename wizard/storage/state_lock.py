"""The lock of a state file: only one window writes at a time.

Where the file system has locks, `filelock` holds one. Some network and user-space file systems have none; there, the lock is a
file that only one window can create.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP
from pathlib import Path

from wizard.errors import WizardError
from wizard.system.disk import as_wizard_error, make_private_folders
from wizard.system.process import has_ended

from .ownership import FileKind, find_kind_of_lock

LOCK_SECONDS = 10
"""How long to wait for another window that holds the lock."""
STALE_SECONDS = 600
"""A lock file of a program on another computer counts as left behind after this time. A write takes much less than a second."""
POLL_SECONDS = 0.05
NO_LOCKS = {ENOSYS, ENOLCK, ENOTSUP, EOPNOTSUPP}
"""Error numbers that mean that the file system has no locks."""
LOCK_FILE_MARK = "protect-my-photos"
MAX_DIGITS = 20
"""More digits than the number of any process has."""


@contextmanager
def hold_lock(path: Path, lock_path: Path, *, needed: bool = True) -> Iterator[None]:
    """Hold the lock of a state file while the block runs; missing folders are created.

    If it is not `needed`, a foreign file under the name of the lock is ignored: no window of this program can write then.

    Raises WizardError if another program holds the lock for more than LOCK_SECONDS, or if it cannot be created.
    """
    if not needed and find_kind_of_lock(lock_path) is FileKind.FOREIGN:
        yield
        return
    with as_wizard_error(path, "written"):
        make_private_folders(path.parent)
        try:
            has_no_locks = _has_no_locks(lock_path)
        except PermissionError as error:
            if needed:
                _explain_refused_lock(lock_path, error)
            raise
    if has_no_locks:
        with _hold_lock_file(path, lock_file(lock_path)):
            yield
        return
    from filelock import FileLock, Timeout

    lock = FileLock(lock_path, timeout=LOCK_SECONDS, mode=0o600)
    with as_wizard_error(path, "written"):
        try:
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


def lock_file(lock_path: Path) -> Path:
    """Return the path of the file that stands for the lock on file systems without locks."""
    return lock_path.with_name(f"{lock_path.name}.held")


def remove_left_lock_file(lock_path: Path) -> None:
    """Remove the lock file of a program that was killed."""
    path = lock_file(lock_path)
    with suppress(OSError):
        if _is_left_behind(path):
            path.unlink()


def computer_name() -> str:
    """Return the name of this computer in its network; "" where file systems always have locks."""
    return os.uname().nodename if sys.platform != "win32" else ""


def _has_no_locks(lock_path: Path) -> bool:
    """Return True if the file system refuses every lock, as opposed to one that is held already.

    Raises OSError if no file can be created there, as in /proc, or if the disk fails. Some versions of `filelock` try again
    until their time is up; the message would then be that another program holds the lock.
    """
    if os.name != "posix":
        return False
    import fcntl

    try:
        handle = os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except FileNotFoundError:
        raise
    except OSError:  # a lock that may not be opened is explained by whoever needs it
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in (*NO_LOCKS, EACCES):  # with EACCES some file systems say that the lock is held
            raise
        return error.errno in NO_LOCKS
    finally:
        os.close(handle)
    return False


@contextmanager
def _hold_lock_file(path: Path, held: Path) -> Iterator[None]:
    """Create the lock file, and remove it when the block ends. Raises WizardError as `hold_lock` does."""
    deadline = time.monotonic() + LOCK_SECONDS
    while not _create_lock_file(path, held):
        if time.monotonic() > deadline:
            raise WizardError("state-locked", path=path)
        time.sleep(POLL_SECONDS)
    try:
        yield
    finally:
        with suppress(OSError):  # the change is written already, and the file counts as left behind once this program has ended
            held.unlink()


def _create_lock_file(path: Path, held: Path) -> bool:
    """Create the lock file. Returns False if another window has it; removes one that was left behind."""
    with as_wizard_error(path, "written"):
        try:
            handle = os.open(held, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            if _is_left_behind(held):
                held.unlink(missing_ok=True)
            return False
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{LOCK_FILE_MARK} {os.getpid()} {computer_name()}\n")
    return True


def _is_left_behind(held: Path) -> bool:
    """Return True if the program that made a lock file has ended. Raises WizardError if the file is not a lock of ours."""
    try:
        age, text = time.time() - held.lstat().st_mtime, held.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return False
    mark, _, owner = text.strip().partition(" ")
    number, _, computer = owner.partition(" ")
    if text and (mark != LOCK_FILE_MARK or not number.isdecimal() or len(number) > MAX_DIGITS):
        raise WizardError("state-name-taken", path=held)
    # A file without a text is being written, or its program was killed before it could write.
    return age > STALE_SECONDS or (bool(text) and computer == computer_name() and has_ended(int(number)))


def _explain_refused_lock(lock_path: Path, error: OSError) -> None:
    """Raise WizardError if the lock itself may not be opened, although its folder is writable."""
    effective = os.access in os.supports_effective_ids
    folder_is_writable = os.access(lock_path.parent, os.W_OK | os.X_OK, effective_ids=effective)
    if isinstance(error, PermissionError) and os.path.lexists(lock_path) and folder_is_writable:
        raise WizardError("lock-not-opened", path=lock_path) from error
