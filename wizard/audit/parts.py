"""The parts of an export put on the shelf: ZIP files, ZIP files in them, and folders that somebody has unpacked."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from .archive.directory import Bytes, Entry, entries, find_directory
from .archive.folder import Found, file_blocks, walk
from .archive.inflate import blocks, is_stored, start_of
from .archive.views import Inflated, OnDisk, Part
from .paths import Plan, export_path, is_junk, is_safe, plain_name
from .shelf import Member, Shelf
from .trouble import BOMB, LINK, NESTED, OUTSIDE, OVERLAPS, Unreadable

DEEPEST = 2
"""Archives within archives, so many levels down."""
RATIO, RATIO_FROM = 500, 16 << 20
"""A file that is larger than this and unpacks to more than so many times its size is no export's."""
_LINK, _KIND = 0xA000, 0xF000


def put(shelf: Shelf, path: Path, called: str, opened: ExitStack) -> None:
    """Put a part on the shelf, by whatever name it is called; its own name may name the account."""
    try:
        if path.is_dir():
            _put_folder(shelf, path, called, opened)
        else:
            put_archive(shelf, _open(path, opened), called)
    except Unreadable as error:
        shelf.say(called, str(error))
    except OSError as error:
        shelf.say(called, f"cannot be read: {error.strerror}")


def _open(path: Path, opened: ExitStack) -> OnDisk:
    file = OnDisk(path)
    opened.callback(file.close)
    return file


def _put_folder(shelf: Shelf, root: Path, called: str, opened: ExitStack) -> None:
    for found in walk(root):
        shelf.tree.see(found.name)
    archives = 0
    for found in walk(root):
        if is_junk(found.name):
            continue
        if found.name.lower().endswith(".zip"):
            if found.size and not found.is_link:
                archives += 1
                put(shelf, found.path, f"{called}, archive {archives} in it", opened)
        elif what := shelf.wanted(found.name):
            if found.is_link:
                shelf.say(export_path(found.name) or what.shown_as, LINK)
            else:
                shelf.add(_lying(found, what))


def _lying(found: Found, what: Plan) -> Member:
    return Member(
        name=found.name,
        size=found.size,
        packed=found.size,
        stamp=found.stamp,
        mark=(found.size, found.stamp),
        plan=what,
        blocks=lambda: file_blocks(found.path),
    )


def put_archive(shelf: Shelf, file: Bytes, called: str, depth: int = 0) -> None:
    """Put the files of a ZIP on the shelf. Raises Unreadable when it is none."""
    directory = find_directory(file)
    for entry in _sensible(entries(file, directory)):
        shelf.tree.see(plain_name(entry.name))
    found, inner = [], []
    for entry in _sensible(entries(file, directory)):
        name = plain_name(entry.name)
        if name.lower().endswith(".zip"):
            inner += [entry] if entry.size and not is_junk(name) else []
        elif what := shelf.wanted(name):
            found.append((entry, what))
    for entry, what in _apart(found, shelf):
        shelf.add(_member(file, directory.shift, entry, what))
    for number, entry in enumerate(sorted(inner, key=lambda each: each.offset), 1):
        _put_inner(shelf, file, directory.shift, entry, f"{called}, archive {number} in it", depth)


def _sensible(found: Iterable[Entry | None]) -> Iterator[Entry]:
    """The entries that may matter, without what operating systems add."""
    return (entry for entry in found if entry is not None and not is_junk(entry.name))


def _apart(found: list[tuple[Entry, Plan]], shelf: Shelf) -> Iterator[tuple[Entry, Plan]]:
    """The entries that are what a real export holds; of each other one it is said why it was left out."""
    reached = -1
    for entry, what in sorted(found, key=lambda each: each[0].offset):
        name = export_path(plain_name(entry.name)) or what.shown_as
        trouble = _trouble(entry) or (OVERLAPS if entry.offset < reached else "")
        reached = max(reached, entry.offset + entry.packed)
        if trouble:
            shelf.say(name, trouble)
        else:
            yield entry, what


def _trouble(entry: Entry) -> str:
    if not is_safe(plain_name(entry.name)):
        return OUTSIDE
    if entry.mode & _KIND == _LINK:
        return LINK
    return BOMB if entry.size > RATIO_FROM and entry.size > RATIO * entry.packed else ""


def _member(file: Bytes, shift: int, entry: Entry, what: Plan) -> Member:
    return Member(
        name=plain_name(entry.name),
        size=entry.size,
        packed=entry.packed,
        stamp=entry.stamp,
        mark=(entry.size, entry.checksum),
        plan=what,
        blocks=lambda: blocks(file, entry, shift),
    )


def _put_inner(shelf: Shelf, file: Bytes, shift: int, entry: Entry, called: str, depth: int) -> None:
    """Put an archive that lies in an archive on the shelf."""
    trouble = NESTED if depth >= DEEPEST else _trouble(entry)
    try:
        if trouble:
            raise Unreadable(trouble)
        view = Part(file, start_of(file, entry, shift), entry.packed) if is_stored(entry) else Inflated(file, entry, shift)
        put_archive(shelf, view, called, depth + 1)
    except Unreadable as error:
        shelf.say(called, str(error))
