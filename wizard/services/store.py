"""The state file: read, written in one move, locked while it changes, set aside when it is broken."""

import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from wizard.errors import WizardError

SCHEMA = 1
ABOUT = "Written by protect-my-photos: your answers and what you did. It stays on this computer. You may delete it."
LOCK_SECONDS = 10
ELSEWHERE = "Use --state FILE to work with another file."


class BrokenStateError(Exception):
    """The file cannot be understood as a state file."""


@dataclass
class State:
    """What the state file holds, as it stands there: unknown keys, answers and events are carried along."""

    data: dict[str, Any] = field(default_factory=dict)

    @property
    def answers(self) -> dict[str, Any]:
        """The answers by question id."""
        return self.data.setdefault("answers", {})  # type: ignore[no-any-return]

    @property
    def events(self) -> list[Any]:
        """The events, the oldest first."""
        return self.data.setdefault("events", [])  # type: ignore[no-any-return]

    @property
    def settings(self) -> dict[str, Any]:
        """The settings by name."""
        return self.data.setdefault("settings", {})  # type: ignore[no-any-return]


class Store:
    """One state file. `notices` gathers what the person must be told: what was set aside and what was used instead."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup = path.with_name(f"{path.name}.bak")
        self.lock = path.with_name(f"{path.name}.lock")
        self.draft = path.with_name(f"{path.name}.new")
        self.notices: list[str] = []

    def read(self) -> State:
        """The state as it stands; a missing file is an empty state, a broken one is set aside."""
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
        """Remove the state file and all that this program put beside it; the files that were removed."""
        beside = self.path.parent.glob(f"{self.path.name}.broken-*") if self.path.parent.is_dir() else ()
        found = [path for path in (self.path, self.backup, self.draft, *beside, self.lock) if path.is_file()]
        with _explained(self.path, "removed"):
            for path in found:
                path.unlink(missing_ok=True)
        return found

    def _read(self) -> State:
        return State(parse(self._bytes(self.path), self.path))

    def _bytes(self, path: Path) -> bytes:
        with _explained(path, "read"):
            try:
                mode = path.stat().st_mode
            except FileNotFoundError:
                return json.dumps({"schema": SCHEMA}).encode()
            if not stat.S_ISREG(mode):
                what = "a folder" if stat.S_ISDIR(mode) else "not a file"
                raise WizardError(f"{path} is {what}, so your progress cannot be kept there.", ELSEWHERE)
            return path.read_bytes()

    def _read_or_recover(self) -> State:
        try:
            return self._read()
        except BrokenStateError:
            return self._recover()

    def _recover(self) -> State:
        empty = self.path.stat().st_size == 0
        aside = self._set_aside()
        try:
            state = State(parse(self.backup.read_bytes(), self.backup))
        except (OSError, BrokenStateError):
            if empty:
                aside.unlink()
                self.notices.append(f"The state file {self.path} was empty. A new one is begun.")
            else:
                self.notices.append(f"The state file could not be read. It was kept as {aside}; a new one is begun.")
            return State({"schema": SCHEMA})
        self.notices.append(f"The state file could not be read. It was kept as {aside}; the copy from before is used.")
        self._write(state)
        return state

    def _set_aside(self) -> Path:
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
        aside = self.path.with_name(f"{self.path.name}.broken-{stamp}")
        with _explained(self.path, "set aside"):
            self.path.rename(aside)
        return aside

    def _write(self, state: State) -> None:
        """Write to a neighbour, flush it to disk, keep the file from before, move the new one into place."""
        with _explained(self.path, "written"):
            self.draft.unlink(missing_ok=True)
            handle = os.open(self.draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            try:
                with os.fdopen(handle, "wb") as draft:
                    draft.write(render(state.data))
                    draft.flush()
                    os.fsync(draft.fileno())
                self._keep_backup()
                self.draft.replace(self.path)
            finally:
                self.draft.unlink(missing_ok=True)
            _flush_folder(self.path.parent)

    def _keep_backup(self) -> None:
        """Give the present file a second name, and move that over the old backup: at no moment is there neither."""
        second = self.path.with_name(f"{self.path.name}.bak.new")
        second.unlink(missing_ok=True)
        try:
            second.hardlink_to(self.path)
        except FileNotFoundError:
            return
        except OSError:
            _copy(self.path, second)
        second.replace(self.backup)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock of this state file. Raises WizardError when another program holds it for too long."""
        from filelock import FileLock, Timeout

        with _explained(self.path, "written"):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self.lock, timeout=LOCK_SECONDS, mode=0o600)
            try:
                lock.acquire()
            except Timeout as error:
                raise WizardError(
                    f"Another program is holding {self.path}.", "Close the other window and try again; nothing was lost."
                ) from error
        try:
            yield
        finally:
            lock.release()


def parse(raw: bytes, path: Path) -> dict[str, Any]:
    """The data of a state file.

    Raises BrokenStateError when it cannot be understood, and WizardError when it is whole but not for this program.
    """
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BrokenStateError from error
    if not isinstance(data, dict) or "schema" not in data:
        raise WizardError(f"{path} is not a state file of this program. It was left as it is.", ELSEWHERE)
    schema = data["schema"]
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise BrokenStateError
    if schema > SCHEMA:
        raise WizardError(
            f"{path} was written by a newer version of this program. It was left as it is.",
            "Update protect-my-photos, or use --state FILE to work with another file.",
        )
    for key, kind in (("answers", dict), ("events", list), ("settings", dict)):
        if not isinstance(data.get(key, kind()), kind):
            raise BrokenStateError
    return data


def render(data: dict[str, Any]) -> bytes:
    """The bytes of a state file: schema and a word about it first, then an answer, an event, a setting a line."""
    ordered = (
        {"schema": SCHEMA, "about": ABOUT, "answers": {}, "events": [], "settings": {}}
        | data
        | {"schema": SCHEMA, "about": ABOUT}
    )
    text = "{\n" + ",\n".join(f"  {json.dumps(key)}: {_lines(value)}" for key, value in ordered.items()) + "\n}\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return (json.dumps(ordered, indent=1) + "\n").encode()


def _lines(value: object) -> str:
    if isinstance(value, dict) and value:
        inner = ",\n".join(f"    {json.dumps(str(key), ensure_ascii=False)}: {_line(each)}" for key, each in value.items())
        return "{\n" + inner + "\n  }"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {_line(each)}" for each in value) + "\n  ]"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _copy(source: Path, target: Path) -> None:
    """A second copy on file systems without hard links, readable by the owner only."""
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
        copy.write(source.read_bytes())


def _flush_folder(folder: Path) -> None:
    """Make the move itself last through a power cut, where the system can."""
    if os.name == "posix":
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
        advice = "Make room on the disk and try again." if error.errno in _FULL else ELSEWHERE
        raise WizardError(f"{path} could not be {act}: {reason}. What was saved before is unharmed.", advice) from error


_FULL = {28, 122, 27}
"""ENOSPC, EDQUOT and EFBIG: the disk, one's share of it, or the file's size is used up."""
