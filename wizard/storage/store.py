"""The state file on disk: read, replaced in one move under a lock, quarantined and recovered if it is broken."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from wizard.errors import WizardError
from wizard.i18n import _
from wizard.system.disk import (
    MAX_BYTES,
    Act,
    as_wizard_error,
    flush_folder,
    link_or_copy,
    read_limited,
    remove_draft,
    retry_on_permission_error,
)
from wizard.system.environment import local_now
from wizard.system.private_files import remove_private_files

from .ownership import FileKind, ForeignFileError, find_kind, find_kind_of_lock, find_owner
from .people import belongs_to_other_file
from .state_format import SCHEMA, BrokenStateError, State, parse_state, serialize_state
from .state_lock import hold_lock, lock_file, remove_left_lock_file

STATE_FOLDER = "protect-my-photos"
"""The folder that this program creates for its state; wiping removes it if it is empty."""
CONFLICT_WORDS = ("conflict", "conflit", "konflikt")
"""Words in the names of conflict copies, as sync programs write them in several languages."""


class Store:
    """One state file. `notices` collects sentences for the user: what was quarantined, and what was used instead."""

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
        return self.path, self.backup, self.lock, lock_file(self.lock), self.temp_path, self.backup_temp_path

    def read(self) -> State:
        """Read the state. A missing file is an empty state; a broken or lost file is recovered from the backup.

        Raises WizardError if the file is not ours, cannot be read, or was written by a newer version.
        """
        try:
            return self._read()
        except BrokenStateError:
            self._require_free_names()
            with hold_lock(self.path, self.lock):
                return self._read_or_recover()

    def change(self, edit: Callable[[State], None]) -> State:
        """Apply a change to the present content of the file and write it. Other windows wait, so no change is lost.

        Raises WizardError if the file cannot be changed.
        """
        self._require_free_names()  # before the lock is created, so that a refused change leaves no new file
        with hold_lock(self.path, self.lock):
            state = self._read_or_recover()
            edit(state)
            self._write(state)
            return state

    def wipe(self) -> list[Path]:
        """Remove all files of this program while no other window writes. Return them in the order of removal.

        Letters that were in use when a program was killed, and reports of crashes, are removed as well.
        Raises WizardError, and removes nothing, if the state file is not ours. Other files that are not ours stay: see `left`.
        """
        self.require_ours("removed")
        return [*self._wipe_state(), *remove_private_files()]

    def _wipe_state(self) -> list[Path]:
        if not self._own_files():
            return []
        with hold_lock(self.path, self.lock, needed=False):
            removed = [path for path in self._own_files() if path != self.lock]
            with as_wizard_error(self.path, "removed"):
                for path in removed:
                    path.unlink(missing_ok=True)
                if os.name == "posix":  # elsewhere a file in use cannot be removed
                    removed += self._remove_lock()
        with as_wizard_error(self.path, "removed"):
            removed += self._remove_lock()
        if self.path.parent.name == STATE_FOLDER:
            with suppress(OSError):  # files of other programs stay, and so does the folder then
                self.path.parent.rmdir()
        return removed

    def _remove_lock(self) -> list[Path]:
        """Remove the lock if it is ours; return it in a list, or an empty list."""
        if not self._owns(self.lock):
            return []
        self.lock.unlink(missing_ok=True)
        remove_left_lock_file(self.lock)
        return [self.lock]

    def left(self) -> list[Path]:
        """Return the files beside the state file that have a name of ours, but are not files of this program."""
        with suppress(OSError):  # a file that may not be read cannot be told apart
            names = (*self._neighbours(), self.lock)
            return [path for path in names if self._kind_of(path) not in (FileKind.OURS, FileKind.MISSING)]
        return []

    def require_ours(self, act: Act = "read") -> None:
        """Raise WizardError if the path of the state file leads to something that is not a file of this program.

        `act` is what was to be done, for the message about missing rights.
        """
        with as_wizard_error(self.path, act):
            if self._kind_of(self.path) not in (FileKind.OURS, FileKind.MISSING):
                raise self._foreign_error()

    def _require_free_names(self) -> None:
        """Raise WizardError if the state file, or a name beside it that a write needs, is taken by a file that is not ours.

        Other names cannot be used instead: all windows must use one lock, and a start after a crash must find the backup.
        """
        self.require_ours("written")
        for path in (self.backup, self.backup_temp_path, self.temp_path, self.lock):
            with as_wizard_error(path, "written"):
                if self._kind_of(path) not in (FileKind.OURS, FileKind.MISSING):
                    raise WizardError("state-name-taken", path=path)

    def _foreign_error(self) -> WizardError:
        """Return the error that says what the path of the state file leads to instead."""
        status = self.path.stat()
        if not stat.S_ISREG(status.st_mode):
            return WizardError("state-is-folder" if stat.S_ISDIR(status.st_mode) else "state-not-a-file", path=self.path)
        if find_kind(self.path, follow=True) is FileKind.BLANK:
            return ForeignFileError("state-only-zeros" if status.st_size else "state-empty", path=self.path)
        hint = "backup-is-used" if self._owns(self.backup) else ""
        return ForeignFileError("state-foreign", hint=hint, path=self.path, backup=self.backup.name)

    def _kind_of(self, path: Path) -> FileKind:
        """Return the kind of a file; BLANK means that nothing shows it to be ours."""
        if path == self.lock:
            return find_kind_of_lock(path)
        witnesses = (witness for witness in chain((self.path, self.backup), self._quarantined()) if witness != path)
        kind = find_owner(path, witnesses, follow=path == self.path)
        # A blank draft is ours if our lock is there too: a write that was killed at once leaves just these two.
        if kind is FileKind.BLANK and path in (self.temp_path, self.backup_temp_path):
            return FileKind.OURS if find_kind_of_lock(self.lock) is FileKind.OURS else kind
        return kind

    def _owns(self, path: Path) -> bool:
        return self._kind_of(path) is FileKind.OURS

    def _own_files(self) -> list[Path]:
        """Return the existing files of this program, the backup before the state file, so that it cannot come back alone."""
        with as_wizard_error(self.path, "removed"):
            return [path for path in (*self._neighbours(), self.path, self.lock) if self._owns(path)]

    def _neighbours(self) -> list[Path]:
        """Return the paths of drafts, quarantined files and backup, existing or not; without the lock."""
        return [self.backup_temp_path, self.temp_path, *sorted(self._quarantined()), self.backup]

    def _quarantined(self) -> Iterator[Path]:
        """Yield all files with the name of a quarantined file, ours or not."""
        paths = self.path.parent.iterdir() if self.path.parent.is_dir() else ()
        yield from (path for path in paths if path.name.startswith(f"{self.path.name}.broken-"))

    def sync_conflicts(self) -> list[Path]:
        """Return conflict copies of this file that a program which synchronises folders has made, sorted by name."""
        with suppress(OSError):
            start, end = self.path.stem, self.path.suffix
            names = (name for name in os.listdir(self.path.parent) if name.startswith(start) and name.endswith(end))  # noqa: PTH208 - faster than pathlib, and done at every start
            copies = (name for name in names if any(word in name.casefold() for word in CONFLICT_WORDS))
            return sorted(self.path.with_name(name) for name in copies if not belongs_to_other_file(name, self.path))
        return []

    def _read(self) -> State:
        """Read the state. Raises BrokenStateError if it is damaged, or if the file is gone while the backup is there."""
        raw = self._read_bytes()
        if raw is None:
            if self._owns_backup():  # this program never removes the state file and leaves the backup
                raise BrokenStateError
            return State({"schema": SCHEMA})
        try:
            return State(parse_state(raw, self.path))
        except BrokenStateError:
            self.require_ours()  # a blank file may belong to another program
            raise
        except ForeignFileError as error:
            raise self._foreign_error() from error

    def _read_bytes(self) -> bytes | None:
        """Return the bytes of the state file, or None if there is none."""
        with as_wizard_error(self.path, "read"):
            try:
                mode = self.path.stat().st_mode
            except FileNotFoundError:
                return None
            if not stat.S_ISREG(mode):
                raise self._foreign_error()
            return retry_on_permission_error(lambda: read_limited(self.path))

    def _owns_backup(self) -> bool:
        with as_wizard_error(self.backup, "read"):
            return self._owns(self.backup)

    def _read_or_recover(self) -> State:
        """Read the state, or recover it if it is broken. Call it only while the lock is held."""
        try:
            return self._read()
        except BrokenStateError:
            return self._recover()

    def _recover(self) -> State:
        """Quarantine the broken file; the backup takes its place in one move, if there is one. Adds a notice."""
        earlier = self.read_backup()
        stamp = local_now().strftime("%Y-%m-%d-%H%M%S-%f")
        quarantine = self.path.with_name(f"{self.path.name}.broken-{stamp}")
        with as_wizard_error(self.path, "set-aside"):
            what = self._quarantine(quarantine, keep_name=earlier is not None)
        if earlier is None:
            self.notices.append(" ".join((what, _("A new one is started."))))
            return State({"schema": SCHEMA})
        self.notices.append(" ".join((what, _("The previous copy is used."))))
        self._write(earlier, broken=True)
        return earlier

    def _quarantine(self, quarantine: Path, *, keep_name: bool) -> str:
        """Keep the broken file under the name `quarantine`, and return a sentence that says what was found.

        With `keep_name` the state file keeps its name too, until the backup replaces it. An empty file is not kept.
        """
        if not self.path.exists():
            if keep_name:
                return _("The state file {path} was gone.", path=self.path)
            self.backup.rename(quarantine)
            return _(
                "The state file {path} was gone, and the copy beside it could not be read. It was kept as {kept}.",
                path=self.path,
                kept=quarantine,
            )
        if keep_name:
            link_or_copy(self.path, quarantine)
        elif self.path.stat().st_size:
            self.path.rename(quarantine)
        else:
            self.path.unlink()
            return _("The state file {path} was empty.", path=self.path)
        return _("The state file could not be read. It was kept as {kept}.", kept=quarantine)

    def read_backup(self) -> State | None:
        """Return the backup; None if it is missing, not ours or broken. Raises WizardError if a newer version wrote it."""
        try:
            ours = self._owns(self.backup)
            return State(parse_state(read_limited(self.backup), self.backup)) if ours else None
        except (OSError, BrokenStateError):
            return None

    def _write(self, state: State, *, broken: bool = False) -> None:
        """Write a draft, flush it to disk, make the present file the backup unless it is broken, and move the draft into place.

        Raises WizardError if the state is too large or cannot be written; the present file is then unchanged.
        """
        # The move is the moment at which the change counts. A crash before it leaves the old state and perhaps a draft,
        # a crash after it leaves the new state; the next write removes the draft. At no moment is the state file missing.
        raw = serialize_state(state.data)
        if len(raw) > MAX_BYTES:
            raise WizardError("state-would-be-too-large", path=self.path, limit=MAX_BYTES // 1_000_000)
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
                remove_draft(self.temp_path)
            flush_folder(self.path.parent)

    def _keep_backup(self) -> None:
        """Make the present file the backup, by a second name that is moved over the old backup: one of the two always exists."""
        self.backup_temp_path.unlink(missing_ok=True)
        try:
            with suppress(FileNotFoundError):
                link_or_copy(self.path, self.backup_temp_path)
                self.backup_temp_path.replace(self.backup)
        finally:  # if both names already led to one file, POSIX leaves both in place
            remove_draft(self.backup_temp_path)
