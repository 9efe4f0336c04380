"""Which files belong to this program. Only those may ever be renamed, replaced or removed; all others stay as they are.

A name proves nothing: `--state FILE` may name any file, and somebody else may own a file that is called `state.json.bak`.
So the content decides.

- A state file, a backup, a draft or a file that was set aside is ours if its JSON carries our mark (the line "about"), if it
  is a state without that mark (see `is_state`), or if its first bytes are those that `render` writes. A file that was torn
  in the middle of a write is compared as far as it goes.
- An empty file, or one that holds only zeros, is what a power cut can leave. It is ours if a state or a backup of ours lies
  beside it, or if it lies in the folder that this program makes for itself.
- A lock is ours if it is empty, or if it holds what filelock itself writes into a lock.

Links, folders and pipes are never ours.
"""

import json
import os
import stat
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any, TypeGuard

from wizard.errors import WizardError
from wizard.system.disk import MAX_BYTES

SCHEMA = 1
"""The newest version of the state file that this program reads, and the one that it writes."""
MARK = "Written by protect-my-photos"
"""How the line "about" of every state file begins, in every version of this program."""
HEAD_BYTES = 512
"""Bytes at the beginning of a file that are enough to see our mark."""
MAX_LOCK_BYTES = 1024
_FIRST = b'{"schema":'
_THEN = b',"about":"' + MARK.replace(" ", "").encode()
_PARTS: tuple[tuple[str, type], ...] = (("answers", dict), ("events", list), ("settings", dict))


class FileKind(Enum):
    """What was found under a name."""

    MISSING = "missing"
    OURS = "ours"
    BLANK = "blank"
    """Empty, or only zeros: whose it is can be told only from what lies beside it, and it is not ours until that is shown."""
    FOREIGN = "foreign"


class ForeignFileError(WizardError):
    """A file that is whole, but not a file of this program."""


def decode(raw: bytes) -> object:
    """Decode JSON. A key that occurs twice in one object loses nothing: both lists or both objects are joined.

    Raises ValueError or RecursionError if the bytes are not JSON, or if a key has two values that cannot be joined.
    """
    return json.loads(raw, object_pairs_hook=_join_pairs)


def _join_pairs(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its pairs, as `dict` does; a state that was merged by hand may hold the same key more than once."""
    pairs = list(pairs)
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    values: dict[str, list[Any]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return {key: _join_values(found) for key, found in values.items()}


def _join_values(values: list[Any]) -> object:
    if all(isinstance(each, list) for each in values):
        return list({json.dumps(item, sort_keys=True): item for each in values for item in each}.values())
    if all(isinstance(each, dict) for each in values):
        return _join_pairs([pair for each in values for pair in each.items()])
    if any(each != values[0] for each in values):
        raise ValueError("one key has two different values")
    return values[0]


def has_mark(data: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether decoded JSON carries our mark, in any version and any order of its keys."""
    about = data.get("about") if isinstance(data, dict) else None
    return isinstance(about, str) and about.startswith(MARK)


def is_state(data: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether decoded JSON is a state even without our mark: early versions and people may have left it out.

    It is an object whose `schema` is a version that this program reads, which holds answers or events (both are in every
    state that was ever written), and in which answers, events and settings have the right shape. `{}` and `{"schema": 1}`
    are nobody's in particular, so they are not ours; settings alone could be those of any program.
    """
    if not isinstance(data, dict) or not ("answers" in data or "events" in data):
        return False
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or not 1 <= schema <= SCHEMA:
        return False
    return has_right_parts(data)


def has_right_parts(data: dict[str, Any]) -> bool:
    """Tell whether answers, events and settings have the right shape, as far as they are there."""
    return all(isinstance(data.get(key, kind()), kind) for key, kind in _PARTS)


def is_blank(raw: bytes) -> bool:
    """Tell whether these bytes are none, or only zeros."""
    return not raw.strip(b"\0")


def begins_as_ours(raw: bytes) -> bool:
    """Tell whether these bytes begin as `render` begins a state: `schema`, then `about` with our mark.

    White space does not count. A file that ends before the mark is complete is compared as far as it goes, so that a state
    torn after its first few bytes is ours too. Needs only the first HEAD_BYTES + 1 bytes of a longer file.
    """
    head, ends = b"".join(raw[:HEAD_BYTES].split()), len(raw) <= HEAD_BYTES
    if len(head) <= len(_FIRST):
        return bool(head) and ends and _FIRST.startswith(head)
    rest = head.removeprefix(_FIRST)
    then = rest.lstrip(b"0123456789")
    if rest in (head, then):
        return False
    return then.startswith(_THEN) or (ends and _THEN.startswith(then))


def find_kind(path: Path, *, follow: bool = False) -> FileKind:
    """Look at a file and tell what it is. Links are foreign unless they are followed. Raises OSError if it may not be read."""
    try:
        found = os.stat(path, follow_symlinks=follow)  # noqa: PTH116 - pathlib takes the argument in the same way
        if not stat.S_ISREG(found.st_mode):
            return FileKind.FOREIGN
        if not found.st_size:
            return FileKind.BLANK
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES + 1)
            if begins_as_ours(head):
                return FileKind.OURS
            return FileKind.FOREIGN if found.st_size > MAX_BYTES else _kind_of_bytes(head + file.read(MAX_BYTES))
    except FileNotFoundError:
        return FileKind.MISSING


def _kind_of_bytes(raw: bytes) -> FileKind:
    if is_blank(raw):
        return FileKind.BLANK
    try:
        data = decode(raw)
    except (ValueError, RecursionError):
        return FileKind.FOREIGN
    return FileKind.OURS if has_mark(data) or is_state(data) else FileKind.FOREIGN


def find_kind_of_lock(path: Path) -> FileKind:
    """Look at a lock and tell whether it is ours: empty, or with what filelock writes where a file system knows no locks."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_LOCK_BYTES:
            return FileKind.FOREIGN
        if not found.st_size or _is_lock_marker(path.read_bytes()):
            return FileKind.OURS
    except FileNotFoundError:
        return FileKind.MISSING
    return FileKind.FOREIGN


def _is_lock_marker(raw: bytes) -> bool:
    """Tell whether filelock wrote this: its named record, the older lines process, host and start, or one zero byte."""
    if raw in (b"", b"\0") or raw.startswith(b"filelock/"):
        return True
    lines = raw.split(b"\n")
    numbers = lines[0:1] + lines[2:-1]
    return len(lines) in (3, 4) and not lines[-1] and all(map(bytes.isdigit, numbers)) and len(lines[1].split()) == 1


def lies_in_own_folder(path: Path) -> bool:
    """Tell whether a file lies in the folder that this program makes for itself."""
    from wizard.system.environment import state_path

    try:
        return path.parent == state_path(None, {}).parent
    except WizardError:  # there is no home folder
        return False


def find_owner(path: Path, witnesses: Iterable[Path], *, follow: bool = False) -> FileKind:
    """Look at a file and tell whether it is missing, ours or foreign; a blank one is ours if a witness is a state of ours.

    The file is looked at once only: another window may remove it and make it again at the same time.
    """
    kind = find_kind(path, follow=follow)
    if kind is not FileKind.BLANK:
        return kind
    ours = lies_in_own_folder(path) or any(find_kind(each) is FileKind.OURS for each in witnesses)
    return FileKind.OURS if ours else FileKind.BLANK
