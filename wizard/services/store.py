"""The state file: read, written in one move, locked while it changes, set aside when it is broken."""

import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from typing import TypeVar

from wizard.errors import WizardError

from .state import ELSEWHERE, SCHEMA, BrokenStateError, State, parse, render

T = TypeVar("T")
OWN_FOLDER = "protect-my-photos"
"""The folder that this program makes for itself; it goes with the file."""
LOCK_SECONDS = 10
FULL = {ENOSPC, EDQUOT, EFBIG}
"""What the system says when the disk, one's share of it, or the file's size is used up."""
TRIES = 20 if os.name == "nt" else 1
"""Windows refuses to move a file that somebody reads just now: a moment later it does not."""
SECOND_COPY = ("conflict", "conflit", "konflikt")
"""How programs that synchronise folders name the second of two files that should have been one."""


class Store:
    """One state file. `notices` gathers what the person must be told: what was set aside and what was used instead."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup = path.with_name(f"{path.name}.bak")
        self.lock = path.with_name(f"{path.name}.lock")
        self.draft = path.with_name(f"{path.name}.new")
        self.second = path.with_name(f"{path.name}.bak.new")
        self.notices: list[str] = []

    def read(self) -> State:
        """The state as it stands; a missing file is an empty state, a broken one is set aside, a lost one is replaced."""
        try:
            return self._read()
        except BrokenStateError:
            with self._alone():
                return self._read_or_recover()

    def change(self, edit: Callable[[State], None]) -> State:
        """Apply a change to what stands in the file now, and write it. Whoever else writes waits; nothing is lost."""
        with self._alone():
            state = self._read_or_recover()
            edit(state)
            self._write(state)
            return state

    def wipe(self) -> list[Path]:
        """Remove all that this program keeps, once nobody writes any more; the files that were removed, the state file last."""
        if not self._found():
            return []
        with self._alone(needed=False):
            found = [path for path in self._found() if path != self.lock]
            with _explained(self.path, "removed"):
                for path in found:
                    path.unlink(missing_ok=True)
                if os.name == "posix" and self.lock.is_file():  # elsewhere nobody can remove what is in use
                    found.append(self.lock)
                    self.lock.unlink(missing_ok=True)
        with _explained(self.path, "removed"):
            if self.lock.is_file():
                found.append(self.lock)
                self.lock.unlink(missing_ok=True)
        if self.path.parent.name == OWN_FOLDER:
            with suppress(OSError):  # what others keep there stays
                self.path.parent.rmdir()
        return found

    def _found(self) -> list[Path]:
        """The files of this program that are there, in the order in which they can be removed without a half coming back."""
        with _explained(self.path, "removed"):
            around = self.path.parent.iterdir() if self.path.parent.is_dir() else ()
            aside = sorted(path for path in around if path.name.startswith(f"{self.path.name}.broken-"))
            beside = (self.second, self.draft, *aside, self.backup, self.path, self.lock)
            return [path for path in beside if path.is_file()]

    def second_copies(self) -> list[Path]:
        """Other copies of this file that a program which synchronises folders has put beside it."""
        with suppress(OSError):
            start, end = self.path.stem, self.path.suffix
            names = (name for name in os.listdir(self.path.parent) if name.startswith(start) and name.endswith(end))  # noqa: PTH208 - at every start
            return sorted(self.path.with_name(name) for name in names if any(word in name.casefold() for word in SECOND_COPY))
        return []

    def _read(self) -> State:
        raw = self._bytes(self.path)
        if raw is not None:
            return State(parse(raw, self.path))
        with _explained(self.path, "read"):
            if self.backup.is_file():  # this program never removes the one without the other
                raise BrokenStateError
        return State({"schema": SCHEMA})

    def _bytes(self, path: Path) -> bytes | None:
        with _explained(path, "read"):
            try:
                mode = path.stat().st_mode
            except FileNotFoundError:
                return None
            if not stat.S_ISREG(mode):
                what = "a folder" if stat.S_ISDIR(mode) else "not a file"
                raise WizardError(f"{path} is {what}, so your progress cannot be kept there.", ELSEWHERE)
            return _patiently(path.read_bytes)

    def _read_or_recover(self) -> State:
        try:
            return self._read()
        except BrokenStateError:
            return self._recover()

    def _recover(self) -> State:
        """Keep the broken file under a dated name; the copy from before takes its place in one move, if there is one."""
        earlier = self.earlier()
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
        aside = self.path.with_name(f"{self.path.name}.broken-{stamp}")
        with _explained(self.path, "set aside"):
            what = self._out_of_the_way(aside, keep_name=earlier is not None)
        if earlier is None:
            self.notices.append(f"{what} A new one is begun.")
            return State({"schema": SCHEMA})
        self.notices.append(f"{what} The copy from before is used.")
        self._write(earlier, broken=True)
        return earlier

    def _out_of_the_way(self, aside: Path, *, keep_name: bool) -> str:
        """Keep what is broken under another name, and say what was found; an empty file needs no keeping."""
        if not self.path.exists():
            if keep_name:
                return f"The state file {self.path} was gone."
            self.backup.rename(aside)
            return f"The state file {self.path} was gone, and the copy beside it could not be read. It was kept as {aside}."
        if keep_name:
            _name_again(self.path, aside)
        elif self.path.stat().st_size:
            self.path.rename(aside)
        else:
            self.path.unlink()
            return f"The state file {self.path} was empty."
        return f"The state file could not be read. It was kept as {aside}."

    def earlier(self) -> State | None:
        """The copy from before, if it can be read. Raises WizardError when a newer program wrote it."""
        try:
            return State(parse(self.backup.read_bytes(), self.backup)) if self.backup.is_file() else None
        except (OSError, BrokenStateError):
            return None

    def _write(self, state: State, *, broken: bool = False) -> None:
        """Write to a neighbour, flush it to disk, keep the file from before unless it is broken, move the new one into place."""
        with _explained(self.path, "written"):
            self.draft.unlink(missing_ok=True)
            handle = os.open(self.draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            try:
                with os.fdopen(handle, "wb") as draft:
                    draft.write(render(state.data))
                    draft.flush()
                    os.fsync(draft.fileno())
                if not broken:
                    self._keep_backup()
                _patiently(lambda: self.draft.replace(self.path))
            finally:
                self.draft.unlink(missing_ok=True)
            _flush_folder(self.path.parent)

    def _keep_backup(self) -> None:
        """Give the present file a second name, and move that over the old backup: at no moment is there neither."""
        self.second.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            _name_again(self.path, self.second)
            self.second.replace(self.backup)
            self.second.unlink(missing_ok=True)  # where both were names of one file already, the move leaves both

    @contextmanager
    def _alone(self, *, needed: bool = True) -> Iterator[None]:
        """Hold the lock of this state file. Raises WizardError when another program holds it for too long.

        Where it is not needed, a place that knows no locks is no hindrance.
        """
        from filelock import FileLock, Timeout

        lock = FileLock(self.lock, timeout=LOCK_SECONDS, mode=0o600)
        with _explained(self.path, "written"):
            try:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                lock.acquire()
            except Timeout as error:
                raise WizardError(
                    f"Another program is holding {self.path}.", "Close the other window and try again; nothing was lost."
                ) from error
            except OSError:
                if needed:
                    raise
        try:
            yield
        finally:
            with suppress(OSError):  # what was written stays written; closing the file ends its lock too
                lock.release()


def _patiently(act: Callable[[], T]) -> T:
    """Do it, or try once more a moment later where the system refuses what somebody else is just reading."""
    for _ in range(TRIES - 1):
        try:
            return act()
        except PermissionError:
            time.sleep(0.05)
    return act()


def _name_again(path: Path, second: Path) -> None:
    """Give a file a second name, or a copy on file systems without second names; its owner alone may read it."""
    try:
        second.hardlink_to(path)
        second.chmod(0o600)
    except FileNotFoundError:
        raise
    except OSError:
        second.unlink(missing_ok=True)
        with os.fdopen(os.open(second, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
            copy.write(path.read_bytes())


def _flush_folder(folder: Path) -> None:
    """Make the move itself last through a power cut, where the system can."""
    if os.name == "posix":
        with suppress(OSError):  # the new file is in place already; some file systems cannot flush a folder
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def _explained(path: Path, act: str) -> Iterator[None]:
    """Turn what the system refuses into a sentence and a next step."""
    try:
        yield
    except PermissionError as error:
        raise WizardError(
            f"{path} may not be {act} with your rights.", f"Ask for the rights to its folder. {ELSEWHERE}"
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        advice = "Make room on the disk and try again." if error.errno in FULL else ELSEWHERE
        raise WizardError(f"{path} could not be {act}: {reason}. What was saved before is unharmed.", advice) from error
