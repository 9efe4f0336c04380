"""Decide which files belong to this program. Only those are ever renamed, replaced or removed.

A name proves nothing: `--state FILE` may name any file, and another program may own a file that is called
`state.json.bak`. So the content decides.

- A state file, a backup, a draft or a quarantined file is ours if its JSON carries our mark (the key "about"), if it is a
  state without that mark (see `is_state`), or if its first bytes are those that `serialize_state` writes. A file that was
  cut off in the middle of a write is compared up to its end.
- A power cut can leave an empty file, or one that holds only zeros. It is ours if a state or a backup of ours is beside
  it, or if it is in the folder that this program creates.
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
"""The newest version of the state file that this program reads, and the version that it writes."""
MARK = "Written by protect-my-photos"
"""The beginning of the value of "about" in every state file, in every version of this program."""
HEAD_BYTES = 512
"""The number of bytes at the beginning of a file in which our mark must appear."""
MAX_LOCK_BYTES = 1024
"""A file with more bytes is not a lock of ours; it is not read."""
_START = b'{"schema":'
_ABOUT_START = b',"about":"' + MARK.replace(" ", "").encode()
_PARTS: tuple[tuple[str, type], ...] = (("answers", dict), ("events", list), ("settings", dict))


class FileKind(Enum):
    """What a path leads to."""

    MISSING = "missing"
    OURS = "ours"
    BLANK = "blank"
    """Empty, or only zeros. Only the files beside it can show whose it is; until then it does not count as ours."""
    FOREIGN = "foreign"


class ForeignFileError(WizardError):
    """Report a complete file that is not a file of this program."""


def decode(raw: bytes) -> object:
    """Decode JSON. If a key occurs twice in one object, both lists or both objects are joined, so nothing is lost.

    Raises ValueError or RecursionError if the bytes are not JSON, or if a key has two values that cannot be joined.
    """
    return json.loads(raw, object_pairs_hook=_join_pairs)


def _join_pairs(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object from its pairs. A state that was merged by hand can hold the same key more than once."""
    pairs = list(pairs)
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    values: dict[str, list[Any]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return {key: _join_values(repeated) for key, repeated in values.items()}


def _join_values(values: list[Any]) -> object:
    """Return the values of one repeated key as one value: lists without duplicates, objects merged in the same way.

    Raises ValueError if they differ and are neither all lists nor all objects.
    """
    if all(isinstance(each, list) for each in values):
        return list({json.dumps(item, sort_keys=True): item for each in values for item in each}.values())
    if all(isinstance(each, dict) for each in values):
        return _join_pairs([pair for each in values for pair in each.items()])
    if any(each != values[0] for each in values):
        raise ValueError("one key has two different values")
    return values[0]


def has_mark(data: object) -> TypeGuard[dict[str, Any]]:
    """Return True if decoded JSON carries our mark, whatever its version and the order of its keys."""
    about = data.get("about") if isinstance(data, dict) else None
    return isinstance(about, str) and about.startswith(MARK)


def is_state(data: object) -> TypeGuard[dict[str, Any]]:
    """Return True if decoded JSON is a state even without our mark, which early versions and users may have left out.

    A state is an object whose `schema` is a version that this program reads, which holds answers or events (every state
    that was ever written has both), and in which answers, events and settings have the right type. `{}` and `{"schema": 1}`
    could belong to any program, and so could an object with settings alone: they do not count as ours.
    """
    if not isinstance(data, dict) or not ("answers" in data or "events" in data):
        return False
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or not 1 <= schema <= SCHEMA:
        return False
    return has_right_parts(data)


def has_right_parts(data: dict[str, Any]) -> bool:
    """Return True if each of answers, events and settings is missing or has the right type."""
    return all(isinstance(data.get(key, kind()), kind) for key, kind in _PARTS)


def is_blank(raw: bytes) -> bool:
    """Return True if there are no bytes, or only zeros."""
    return not raw.strip(b"\0")


def begins_as_ours(raw: bytes) -> bool:
    """Return True if these bytes begin as `serialize_state` begins a state: `schema`, then `about` with our mark.

    White space is ignored. A file that ends before the mark is complete is compared up to its end, so that a state that was
    cut off after a few bytes is ours too. Needs only the first HEAD_BYTES + 1 bytes of a longer file.
    """
    # The beginning is `{"schema":`, at least one digit, then `,"about":"Writtenbyprotect-my-photos` (white space removed).
    # 1. Shorter than the first part: ours if it is a beginning of that part and the file ends there.
    # 2. Without the first part, or without a digit after it: not ours.
    # 3. Otherwise the rest after the digits must begin with the mark, or be cut off within it.
    head, is_whole_file = b"".join(raw[:HEAD_BYTES].split()), len(raw) <= HEAD_BYTES
    if len(head) <= len(_START):
        return bool(head) and is_whole_file and _START.startswith(head)
    after_start = head.removeprefix(_START)
    after_number = after_start.lstrip(b"0123456789")
    if after_start in (head, after_number):
        return False
    return after_number.startswith(_ABOUT_START) or (is_whole_file and _ABOUT_START.startswith(after_number))


def find_kind(path: Path, *, follow: bool = False) -> FileKind:
    """Return the kind of a file by its content. A link is foreign unless `follow` is set.

    Raises OSError if the file may not be read.
    """
    try:
        status = os.stat(path, follow_symlinks=follow)  # noqa: PTH116 - pathlib takes the argument in the same way
        if not stat.S_ISREG(status.st_mode):
            return FileKind.FOREIGN
        if not status.st_size:
            return FileKind.BLANK
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES + 1)
            if begins_as_ours(head):
                return FileKind.OURS
            return FileKind.FOREIGN if status.st_size > MAX_BYTES else _kind_of_bytes(head + file.read(MAX_BYTES))
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
    """Return the kind of a lock: ours if it is empty, or holds what filelock writes on file systems without locks."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_LOCK_BYTES:
            return FileKind.FOREIGN
        if not status.st_size or _is_lock_marker(path.read_bytes()):
            return FileKind.OURS
    except FileNotFoundError:
        return FileKind.MISSING
    return FileKind.FOREIGN


def _is_lock_marker(raw: bytes) -> bool:
    """Return True if filelock wrote this: its named record, one zero byte, or the older lines process, host and start."""
    if raw in (b"", b"\0") or raw.startswith(b"filelock/"):
        return True
    lines = raw.split(b"\n")
    numbers = lines[0:1] + lines[2:-1]
    return len(lines) in (3, 4) and not lines[-1] and all(map(bytes.isdigit, numbers)) and len(lines[1].split()) == 1


def lies_in_own_folder(path: Path) -> bool:
    """Return True if a file is in the folder that this program creates for its state."""
    from wizard.system.environment import state_path

    try:
        return path.parent == state_path(None, {}).parent
    except WizardError:  # there is no home folder
        return False


def find_owner(path: Path, witnesses: Iterable[Path], *, follow: bool = False) -> FileKind:
    """Return the kind of a file. A blank file is ours if it is in our folder, or if one of the witnesses is ours.

    The file itself is read only once: another window may remove it and create it again at the same time.
    """
    kind = find_kind(path, follow=follow)
    if kind is not FileKind.BLANK:
        return kind
    ours = lies_in_own_folder(path) or any(find_kind(witness) is FileKind.OURS for witness in witnesses)
    return FileKind.OURS if ours else FileKind.BLANK
