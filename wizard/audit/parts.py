"""The parts of an export: ZIP files, ZIP files in them, and folders that somebody has unpacked.

The names of all files in all parts are seen before any is chosen, since only together they tell what the export is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from .archive.directory import Bytes, Directory, Entry, entries, find_directory
from .archive.folder import Found, file_blocks, walk
from .archive.inflate import blocks, is_stored, start_of
from .archive.views import Inflated, Looking, OnDisk, Part
from .paths import Plan, export_path, holds_pictures, is_junk, is_part, is_safe, plain_name
from .shelf import MOST_FILES, Member, Shelf
from .trouble import ARCHIVES, BOMB, LINK, NESTED, NO_FILE, OUTSIDE, OVERLAPS, TOO_MANY, Unreadable

DEEPEST = 2
"""Archives within archives, so many levels down."""
RATIO, RATIO_FROM = 500, 16 << 20
"""A file that is larger than this and unpacks to more than so many times its size is no export's."""
MOST_ARCHIVES = 500
"""In one export; real ones come in two dozen parts."""
_PICTURES = (b".jpg", b".webp", b".heic", b".png", b".mp4", b".mov")
_LINK, _KIND = 0xA000, 0xF000


@dataclass(slots=True)
class _Archive:
    called: str
    file: Bytes
    directory: Directory
    services: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Folder:
    called: str
    files: list[Found]
    services: Counter[str] = field(default_factory=Counter)


class Parts:
    """All parts of an export, opened for reading until the work is done."""

    def __init__(self, looking: Looking = lambda: None) -> None:
        self.shelf = Shelf()
        self._looking = looking
        self._archives: list[_Archive] = []
        self._folders: list[_Folder] = []
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
            elif not path.is_file():
                self.shelf.say(called, NO_FILE)
            else:
                file = OnDisk(path)
                self._opened.callback(file.close)
                self._add_archive(file, called, 0)
        except Unreadable as error:
            self.shelf.say(called, str(error))
        except OSError as error:
            self.shelf.say(called, f"cannot be read: {error.strerror}")

    def _add_folder(self, root: Path, called: str) -> None:
        folder = _Folder(called, [])
        self._folders.append(folder)
        within = f"{called[:1].lower()}{called[1:]}"
        for found in walk(root, lambda what, why: self.shelf.say(f"A {what} in {within}", why)):
            if is_junk(found.name):
                continue
            folder.services[self.shelf.tree.see(found.name)] += 1
            if len(folder.files) >= MOST_FILES:
                self.shelf.say(called, TOO_MANY)
                break
            folder.files.append(found)
        archives = [found for found in folder.files if is_part(found.name) and found.size and not found.is_link]
        for number, found in enumerate(archives, 1):
            self.add(found.path, f"{called}, archive {number} in it")

    def _add_archive(self, file: Bytes, called: str, depth: int) -> None:
        if len(self._archives) >= MOST_ARCHIVES:
            self.shelf.say("The export", ARCHIVES)
            return
        archive = _Archive(called, file, find_directory(file))
        self._archives.append(archive)
        inner = sorted(self._seen(archive), key=lambda each: each.offset)
        for number, entry in enumerate(inner, 1):
            self._add_inner(archive, entry, f"{called}, archive {number} in it", depth)

    def _seen(self, archive: _Archive) -> list[Entry]:
        """Learn all names of an archive; the archives in it."""
        inner: list[Entry] = []
        try:
            for entry in _sensible(archive):
                name = plain_name(entry.name)
                archive.services[self.shelf.tree.see(name)] += 1
                inner += [entry] if is_part(name) and entry.size else []
                if len(inner) >= MOST_ARCHIVES:
                    self.shelf.say(archive.called, ARCHIVES)
                    break
        except Unreadable as error:
            self.shelf.say(archive.called, str(error))
        return inner

    def _add_inner(self, archive: _Archive, entry: Entry, called: str, depth: int) -> None:
        trouble = NESTED if depth >= DEEPEST else _trouble(entry)
        try:
            if not trouble:
                self._add_archive(self._view(archive, entry), called, depth + 1)
        except Unreadable as error:
            trouble = str(error)
        if trouble:
            self.shelf.say(called, trouble)

    def _view(self, archive: _Archive, entry: Entry) -> Bytes:
        """An archive that lies in an archive."""
        file, shift = archive.file, archive.directory.shift
        if is_stored(entry):
            return Part(file, start_of(file, entry, shift), entry.packed)
        return Inflated(file, entry, shift, self._looking)

    def choose(self) -> Shelf:
        """Put all files that are to be read on the shelf; what stands in the way of one part is said, and the others are read."""
        for archive in self._archives:
            try:
                self._choose_packed(archive)
            except Unreadable as error:
                self.shelf.say(archive.called, str(error))
            except OSError as error:
                self.shelf.say(archive.called, f"cannot be read: {error.strerror}")
        for folder in self._folders:
            try:
                self._choose_lying(folder)
            except Unreadable as error:
                self.shelf.say(folder.called, str(error))
        return self.shelf

    def pictures_only(self) -> bool:
        """Tell whether an archive holds pictures where exports hold them; asked only where nothing else was found."""
        with suppress(Unreadable, OSError):
            every = (entries(each.file, each.directory, _PICTURES) for each in self._archives)
            return any(entry is not None and holds_pictures(plain_name(entry.name)) for found in every for entry in found)
        return False

    def _choose_packed(self, archive: _Archive) -> None:
        for entry, what in _apart(self._wanted(archive), self.shelf):
            self.shelf.add(_packed(archive, entry, what))

    def _wanted(self, archive: _Archive) -> list[tuple[Entry, Plan]]:
        """The entries that are to be read; where the list of files breaks off was said when the archive was opened."""
        found: list[tuple[Entry, Plan]] = []
        home = _home(archive.services)
        with suppress(Unreadable):
            for entry in _sensible(archive):
                name = plain_name(entry.name)
                what = None if is_part(name) else self.shelf.wanted(name, home)
                if what and len(found) >= MOST_FILES:
                    self.shelf.say(archive.called, TOO_MANY)
                    break
                if what:
                    found.append((entry, what))
        return found

    def _choose_lying(self, folder: _Folder) -> None:
        home = _home(folder.services)
        for found in folder.files:
            what = None if is_part(found.name) else self.shelf.wanted(found.name, home)
            if what and found.is_link:
                self.shelf.say(export_path(found.name) or what.shown_as, LINK)
            elif what:
                self.shelf.add(_lying(found, what))


def _home(services: Counter[str]) -> str:
    """The service that most of a part is of; empty where nothing tells."""
    return max(sorted(each for each in services if each), key=lambda each: services[each], default="")


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
