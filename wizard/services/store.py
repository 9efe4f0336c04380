"""The state file: read, written in one move, locked while it changes, set aside when it is broken."""

import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from wizard.errors import WizardError

SCHEMA = 1
ABOUT = "Written by protect-my-photos: your answers and what you did. It stays on this computer. You may delete it."
LOCK_SECONDS = 10
DEEPEST = 100
"""Levels of brackets; what this program writes has five, and what has more than a reader can follow is broken."""
ELSEWHERE = "Use --state FILE to work with another file."


class BrokenStateError(Exception):
    """The file cannot be understood as a state file."""


class State:
    """What the state file holds, as it stands there: unknown keys, answers and events are carried along."""

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        self.data = {} if data is None else data

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
        self.second = path.with_name(f"{path.name}.bak.new")
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
        with _explained(self.path, "removed"):
            around = self.path.parent.iterdir() if self.path.parent.is_dir() else ()
            aside = sorted(path for path in around if path.name.startswith(f"{self.path.name}.broken-"))
            beside = (self.path, self.backup, self.second, self.draft, *aside, self.lock)
            found = [path for path in beside if path.is_file()]
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
        """Keep the broken file under a dated name; the copy from before takes its place in one move, if there is one."""
        earlier = self._earlier()
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
        aside = self.path.with_name(f"{self.path.name}.broken-{stamp}")
        with _explained(self.path, "set aside"):
            if earlier is not None:
                _name_again(self.path, aside)
            elif self.path.stat().st_size:
                self.path.rename(aside)
            else:
                self.path.unlink()
                self.notices.append(f"The state file {self.path} was empty. A new one is begun.")
                return State({"schema": SCHEMA})
        what = "a new one is begun" if earlier is None else "the copy from before is used"
        self.notices.append(f"The state file could not be read. It was kept as {aside}; {what}.")
        if earlier is None:
            return State({"schema": SCHEMA})
        self._write(earlier, broken=True)
        return earlier

    def _earlier(self) -> State | None:
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
                self.draft.replace(self.path)
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
    if _deeper_than(DEEPEST, data):
        raise BrokenStateError
    return data


def _deeper_than(levels: int, data: object) -> bool:
    """Tell whether lists and objects lie in each other deeper than this."""
    layer = [data]
    for _ in range(levels):
        inner = (each.values() if isinstance(each, dict) else each for each in layer if isinstance(each, (dict, list)))
        layer = [value for values in inner for value in values if isinstance(value, (dict, list))]
    return bool(layer)


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
        advice = "Make room on the disk and try again." if error.errno in _FULL else ELSEWHERE
        raise WizardError(f"{path} could not be {act}: {reason}. What was saved before is unharmed.", advice) from error


_FULL = {28, 122, 27}
"""ENOSPC, EDQUOT and EFBIG: the disk, one's share of it, or the file's size is used up."""
