"""The parts of an export: ZIP files, ZIP files in them, and folders that somebody has unpacked.

The names of all files in all parts are seen before any is chosen, since only together they tell what the export is.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from .archive.directory import Bytes, Directory, Entry, entries, find_directory
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


@dataclass(frozen=True, slots=True)
class _Archive:
    file: Bytes
    directory: Directory


class Parts:
    """All parts of an export, opened for reading until the work is done."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self._archives: list[_Archive] = []
        self._folders: list[Path] = []
        self._opened = ExitStack()

    def __enter__(self) -> "Parts":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._opened.close()

    def add(self, path: Path, called: str) -> None:
        """Open a part, by whatever name it is called; its own name may name the account."""
        try:
            if path.is_dir():
                self._add_folder(path, called)
            else:
                file = OnDisk(path)
                self._opened.callback(file.close)
                self._add_archive(file, called, 0)
        except Unreadable as error:
            self.shelf.say(called, str(error))
        except OSError as error:
            self.shelf.say(called, f"cannot be read: {error.strerror}")

    def _add_folder(self, root: Path, called: str) -> None:
        self._folders.append(root)
        archives = [found for found in walk(root) if self._is_archive(found.name) and found.size and not found.is_link]
        for found in walk(root):
            self.shelf.tree.see(found.name)
        for number, found in enumerate(archives, 1):
            self.add(found.path, f"{called}, archive {number} in it")

    def _add_archive(self, file: Bytes, called: str, depth: int) -> None:
        archive = _Archive(file, find_directory(file))
        self._archives.append(archive)
        inner = []
        for entry in _sensible(archive):
            self.shelf.tree.see(plain_name(entry.name))
            inner += [entry] if self._is_archive(entry.name) and entry.size else []
        for number, entry in enumerate(sorted(inner, key=lambda each: each.offset), 1):
            name = f"{called}, archive {number} in it"
            trouble = NESTED if depth >= DEEPEST else _trouble(entry)
            try:
                if trouble:
                    self.shelf.say(name, trouble)
                else:
                    self._add_archive(_view(file, entry, archive.directory.shift), name, depth + 1)
            except Unreadable as error:
                self.shelf.say(name, str(error))

    @staticmethod
    def _is_archive(name: str) -> bool:
        return name.lower().endswith(".zip")

    def choose(self) -> Shelf:
        """Put all files that are to be read on the shelf."""
        try:
            for archive in self._archives:
                for entry, what in _apart(self._wanted(archive), self.shelf):
                    self.shelf.add(_packed(archive, entry, what))
            for root in self._folders:
                self._choose_lying(root)
        except Unreadable as error:
            self.shelf.say("The export", str(error))
        return self.shelf

    def _wanted(self, archive: _Archive) -> list[tuple[Entry, Plan]]:
        names = ((entry, plain_name(entry.name)) for entry in _sensible(archive) if not self._is_archive(entry.name))
        return [(entry, what) for entry, name in names if (what := self.shelf.wanted(name))]

    def _choose_lying(self, root: Path) -> None:
        for found in walk(root):
            if is_junk(found.name) or self._is_archive(found.name):
                continue
            what = self.shelf.wanted(found.name)
            if what and found.is_link:
                self.shelf.say(export_path(found.name) or what.shown_as, LINK)
            elif what:
                self.shelf.add(_lying(found, what))


def _sensible(archive: _Archive) -> Iterator[Entry]:
    """The entries that may matter, without what operating systems add."""
    return (entry for entry in entries(archive.file, archive.directory) if entry is not None and not is_junk(entry.name))


def _apart(found: Iterable[tuple[Entry, Plan]], shelf: Shelf) -> Iterator[tuple[Entry, Plan]]:
    """The entries that are what a real export holds; of each other one it is said why it was left out."""
    reached = -1
    for entry, what in sorted(found, key=lambda each: each[0].offset):
        trouble = _trouble(entry) or (OVERLAPS if entry.offset < reached else "")
        reached = max(reached, entry.offset + entry.packed)
        if trouble:
            shelf.say(export_path(plain_name(entry.name)) or what.shown_as, trouble)
        else:
            yield entry, what


def _trouble(entry: Entry) -> str:
    if not is_safe(plain_name(entry.name)):
        return OUTSIDE
    if entry.mode & _KIND == _LINK:
        return LINK
    return BOMB if entry.size > RATIO_FROM and entry.size > RATIO * entry.packed else ""


def _view(file: Bytes, entry: Entry, shift: int) -> Bytes:
    """An archive that lies in an archive."""
    return Part(file, start_of(file, entry, shift), entry.packed) if is_stored(entry) else Inflated(file, entry, shift)


def _packed(archive: _Archive, entry: Entry, what: Plan) -> Member:
    return Member(
        name=plain_name(entry.name),
        size=entry.size,
        packed=entry.packed,
        stamp=entry.stamp,
        mark=(entry.size, entry.checksum),
        plan=what,
        blocks=lambda: blocks(archive.file, entry, archive.directory.shift),
    )


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
