"""The state file: read, written in one move, locked while it changes, set aside when it is broken."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import chain
from pathlib import Path

from wizard.errors import WizardError
from wizard.system.disk import MAX_BYTES, as_wizard_error, flush_folder, link_or_copy, read_limited, retry_on_permission_error

from .ownership import FileKind, ForeignFileError, find_kind, find_kind_of_lock, find_owner
from .state_format import ELSEWHERE, SCHEMA, BrokenStateError, State, parse_state, serialize_state
from .state_lock import hold_lock

STATE_FOLDER = "protect-my-photos"
"""The folder that this program makes for itself; it goes with the file."""
CONFLICT_WORDS = ("conflict", "conflit", "konflikt")
"""How programs that synchronise folders name the second of two files that should have been one."""


class Store:
    """One state file. `notices` gathers what the person must be told: what was set aside and what was used instead."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup = path.with_name(f"{path.name}.bak")
        self.lock = path.with_name(f"{path.name}.lock")
        self.temp_path = path.with_name(f"{path.name}.new")
        self.backup_temp_path = path.with_name(f"{path.name}.bak.new")
        self.notices: list[str] = []

    @property
    def own_paths(self) -> tuple[Path, ...]:
        """The state file and the files beside it that belong to it."""
        return self.path, self.backup, self.lock, self.temp_path, self.backup_temp_path

    def read(self) -> State:
        """The state as it stands; a missing file is an empty state, a broken one is set aside, a lost one is replaced."""
        try:
            return self._read()
        except BrokenStateError:
            self._require_free_names()
            with hold_lock(self.path, self.lock):
                return self._read_or_recover()

    def change(self, edit: Callable[[State], None]) -> State:
        """Apply a change to what stands in the file now, and write it. Whoever else writes waits; nothing is lost."""
        self._require_free_names()  # before the lock is made: where a change is refused, no new file is left
        with hold_lock(self.path, self.lock):
            state = self._read_or_recover()
            edit(state)
            self._write(state)
            return state

    def wipe(self) -> list[Path]:
        """Remove all that this program keeps, once nobody writes any more; the files that were removed, the state file last.

        Raises WizardError, and removes nothing, when the state file is not ours. Other files that are not ours stay: see `left`.
        """
        self.require_ours("removed")
        if not self._ours():
            return []
        with hold_lock(self.path, self.lock, needed=False):
            found = [path for path in self._ours() if path != self.lock]
            with as_wizard_error(self.path, "removed"):
                for path in found:
                    path.unlink(missing_ok=True)
                if os.name == "posix":  # elsewhere nobody can remove what is in use
                    found += self._remove_lock()
        with as_wizard_error(self.path, "removed"):
            found += self._remove_lock()
        if self.path.parent.name == STATE_FOLDER:
            with suppress(OSError):  # what others keep there stays
                self.path.parent.rmdir()
        return found

    def _remove_lock(self) -> list[Path]:
        if not self._owns(self.lock):
            return []
        self.lock.unlink(missing_ok=True)
        return [self.lock]

    def left(self) -> list[Path]:
        """What lies beside the state file under a name of ours, but is not a file of this program."""
        with suppress(OSError):  # what may not be looked at cannot be named
            return [path for path in (*self._beside(), self.lock) if self._owner(path) not in (FileKind.OURS, FileKind.MISSING)]
        return []

    def require_ours(self, act: str = "read") -> None:
        """Raise WizardError if something lies in place of the state file that is not a file of this program."""
        with as_wizard_error(self.path, act):
            if self._owner(self.path) not in (FileKind.OURS, FileKind.MISSING):
                raise self._foreign()

    def _require_free_names(self) -> None:
        """Raise WizardError if the state file, or a name beside it that a write needs, is taken by a file that is not ours.

        Another name would not do: every window must agree on the lock, and a start after a crash must find backup and drafts.
        """
        self.require_ours("written")
        for path in (self.backup, self.backup_temp_path, self.temp_path, self.lock):
            with as_wizard_error(path, "written"):
                kind = self._owner(path)
            if kind not in (FileKind.OURS, FileKind.MISSING):
                raise WizardError(
                    f"{path} is in the way, and it is not a file of this program. Nothing was changed.",
                    "Use --state FILE to work with a file of another name, or move this one elsewhere.",
                )

    def _foreign(self) -> WizardError:
        """Say what lies in place of the state file."""
        found = self.path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a file"
            return WizardError(f"{self.path} is {what}, so your progress cannot be kept there.", ELSEWHERE)
        if find_kind(self.path, follow=True) is FileKind.BLANK:
            what = "holds only zeros" if found.st_size else "is empty"
            return ForeignFileError(
                f"{self.path} {what}, and nothing shows that it is a file of this program. It was left as it is.",
                f"{ELSEWHERE} Or delete this one, if you do not need it, and try again.",
            )
        next_step = ELSEWHERE
        if self._owns(self.backup):
            next_step = f"{ELSEWHERE} If you move this one elsewhere, the copy from before ({self.backup.name}) is used."
        return ForeignFileError(f"{self.path} is not a state file of this program. It was left as it is.", next_step)

    def _owner(self, path: Path) -> FileKind:
        """Tell whether this file is missing, ours or foreign; BLANK means that nothing shows it to be ours.

        A blank draft is ours where our lock lies too: it was made before the draft, by a write that was killed at once.
        """
        if path == self.lock:
            return find_kind_of_lock(path)
        witnesses = (each for each in chain((self.path, self.backup), self._aside()) if each != path)
        kind = find_owner(path, witnesses, follow=path == self.path)
        if kind is FileKind.BLANK and path in (self.temp_path, self.backup_temp_path):
            return FileKind.OURS if find_kind_of_lock(self.lock) is FileKind.OURS else kind
        return kind

    def _owns(self, path: Path) -> bool:
        return self._owner(path) is FileKind.OURS

    def _ours(self) -> list[Path]:
        """The files of this program that are there, in the order in which they can be removed without a half coming back."""
        with as_wizard_error(self.path, "removed"):
            return [path for path in (*self._beside(), self.path, self.lock) if self._owns(path)]

    def _beside(self) -> list[Path]:
        """The names beside the state file that this program uses, or may have used, but for the lock; drafts first."""
        return [self.backup_temp_path, self.temp_path, *sorted(self._aside()), self.backup]

    def _aside(self) -> Iterator[Path]:
        """The files that were set aside, and whatever else has such a name."""
        around = self.path.parent.iterdir() if self.path.parent.is_dir() else ()
        yield from (path for path in around if path.name.startswith(f"{self.path.name}.broken-"))

    def sync_conflicts(self) -> list[Path]:
        """Other copies of this file that a program which synchronises folders has put beside it."""
        with suppress(OSError):
            start, end = self.path.stem, self.path.suffix
            names = (name for name in os.listdir(self.path.parent) if name.startswith(start) and name.endswith(end))  # noqa: PTH208 - at every start
            return sorted(self.path.with_name(name) for name in names if any(word in name.casefold() for word in CONFLICT_WORDS))
        return []

    def _read(self) -> State:
        raw = self._bytes()
        if raw is None:
            if self._owns_backup():  # this program never removes the one without the other
                raise BrokenStateError
            return State({"schema": SCHEMA})
        try:
            return State(parse_state(raw, self.path))
        except BrokenStateError:
            self.require_ours()  # a blank file may be anybody's
            raise
        except ForeignFileError as error:
            raise self._foreign() from error

    def _bytes(self) -> bytes | None:
        with as_wizard_error(self.path, "read"):
            try:
                mode = self.path.stat().st_mode
            except FileNotFoundError:
                return None
            if not stat.S_ISREG(mode):
                raise self._foreign()
            return retry_on_permission_error(lambda: read_limited(self.path, ELSEWHERE))

    def _owns_backup(self) -> bool:
        with as_wizard_error(self.backup, "read"):
            return self._owns(self.backup)

    def _read_or_recover(self) -> State:
        try:
            return self._read()
        except BrokenStateError:
            return self._recover()

    def _recover(self) -> State:
        """Keep the broken file under a dated name; the copy from before takes its place in one move, if there is one."""
        earlier = self.read_backup()
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
        aside = self.path.with_name(f"{self.path.name}.broken-{stamp}")
        with as_wizard_error(self.path, "set aside"):
            what = self._quarantine(aside, keep_name=earlier is not None)
        if earlier is None:
            self.notices.append(f"{what} A new one is begun.")
            return State({"schema": SCHEMA})
        self.notices.append(f"{what} The copy from before is used.")
        self._write(earlier, broken=True)
        return earlier

    def _quarantine(self, aside: Path, *, keep_name: bool) -> str:
        """Keep what is broken under another name, and say what was found; an empty file needs no keeping."""
        if not self.path.exists():
            if keep_name:
                return f"The state file {self.path} was gone."
            self.backup.rename(aside)
            return f"The state file {self.path} was gone, and the copy beside it could not be read. It was kept as {aside}."
        if keep_name:
            link_or_copy(self.path, aside)
        elif self.path.stat().st_size:
            self.path.rename(aside)
        else:
            self.path.unlink()
            return f"The state file {self.path} was empty."
        return f"The state file could not be read. It was kept as {aside}."

    def read_backup(self) -> State | None:
        """The copy from before, if it can be read. Raises WizardError when a newer program wrote it."""
        try:
            ours = self._owns(self.backup)
            return State(parse_state(read_limited(self.backup, ELSEWHERE), self.backup)) if ours else None
        except (OSError, BrokenStateError):
            return None

    def _write(self, state: State, *, broken: bool = False) -> None:
        """Write to a neighbour, flush it to disk, keep the file from before unless it is broken, move the new one into place.

        Once the move is made the change is recorded: what fails after that leaves a draft at most, which the next write removes.
        """
        raw = serialize_state(state.data)
        if len(raw) > MAX_BYTES:
            raise WizardError(
                f"{self.path} would be larger than {MAX_BYTES // 1_000_000} MB, too large to be read again. Nothing was changed.",
                ELSEWHERE,
            )
        self._require_free_names()
        with as_wizard_error(self.path, "written"):
            self.temp_path.unlink(missing_ok=True)
            handle = os.open(self.temp_path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            try:
                with os.fdopen(handle, "wb") as draft:
                    draft.write(raw)
                    draft.flush()
                    os.fsync(draft.fileno())
                if not broken:
                    self._keep_backup()
                retry_on_permission_error(lambda: self.temp_path.replace(self.path))
            finally:
                _remove_draft(self.temp_path)
            flush_folder(self.path.parent)

    def _keep_backup(self) -> None:
        """Give the present file a second name, and move that over the old backup: at no moment is there neither."""
        self.backup_temp_path.unlink(missing_ok=True)
        try:
            with suppress(FileNotFoundError):
                link_or_copy(self.path, self.backup_temp_path)
                self.backup_temp_path.replace(self.backup)
        finally:  # where both were names of one file already, the move leaves both
            _remove_draft(self.backup_temp_path)


def _remove_draft(path: Path) -> None:
    """Remove a draft that this write has made; it may be gone already."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
