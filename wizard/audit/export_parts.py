"""The parts of an export: ZIP files, ZIP files in them, and folders that somebody has unpacked.

The names of all files in all parts are seen before any is chosen, since only together they tell what the export is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from wizard.audit.archive.byte_sources import ByteRange, DiskFile, InflatedArchive, ScanCallback
from wizard.audit.archive.central_directory import (
    ByteSource,
    CentralDirectory,
    ZipEntry,
    find_central_directory,
    read_zip_entries,
)
from wizard.audit.archive.folder import FolderFile, file_blocks, walk_folder
from wizard.audit.archive.inflate import data_offset, inflate_blocks, is_stored

from .file_matching import FilePlan, export_path, holds_pictures, is_archive_part, is_junk, is_safe, normalize_name
from .manifest import MAX_FILES, ExportFile, ExportManifest
from .read_problems import ARCHIVES, LINK, NESTED, NO_FILE, OVERLAPS, PATH_TRAVERSAL, TOO_MANY, ZIP_BOMB, UnreadableFileError

MAX_NESTED_ARCHIVES = 2
"""Archives within archives, so many levels down."""
MAX_COMPRESSION_RATIO, RATIO_FROM = 500, 16 << 20
"""A file that is larger than this and unpacks to more than so many times its size is no export's."""
MOST_ARCHIVES = 500
"""In one export; real ones come in two dozen parts."""
_PICTURES = (b".jpg", b".webp", b".heic", b".png", b".mp4", b".mov")
_LINK, _KIND = 0xA000, 0xF000


@dataclass(slots=True)
class _Archive:
    called: str
    file: ByteSource
    directory: CentralDirectory
    services: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Folder:
    called: str
    files: list[FolderFile]
    services: Counter[str] = field(default_factory=Counter)


class ExportParts:
    """All parts of an export, opened for reading until the work is done."""

    def __init__(self, looking: ScanCallback = lambda: None) -> None:
        self.shelf = ExportManifest()
        self._looking = looking
        self._archives: list[_Archive] = []
        self._folders: list[_Folder] = []
        self._opened = ExitStack()

    def __enter__(self) -> "ExportParts":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._opened.close()

    def add(self, path: Path, called: str) -> None:
        """Open a part, by whatever name it is called; its own name may name the account."""
        try:
            if path.is_dir():
                self._add_folder(path, called)
            elif not path.is_file():
                self.shelf.add_problem(called, NO_FILE)
            else:
                file = DiskFile(path)
                self._opened.callback(file.close)
                self._add_archive(file, called, 0)
        except UnreadableFileError as error:
            self.shelf.add_problem(called, str(error))
        except OSError as error:
            self.shelf.add_problem(called, f"cannot be read: {error.strerror}")

    def _add_folder(self, root: Path, called: str) -> None:
        folder = _Folder(called, [])
        self._folders.append(folder)
        within = f"{called[:1].lower()}{called[1:]}"
        for found in walk_folder(root, lambda what, why: self.shelf.add_problem(f"A {what} in {within}", why)):
            if is_junk(found.name):
                continue
            folder.services[self.shelf.tree.observe(found.name)] += 1
            if len(folder.files) >= MAX_FILES:
                self.shelf.add_problem(called, TOO_MANY)
                break
            folder.files.append(found)
        archives = [found for found in folder.files if is_archive_part(found.name) and found.size and not found.is_link]
        for number, found in enumerate(archives, 1):
            self.add(found.path, f"{called}, archive {number} in it")

    def _add_archive(self, file: ByteSource, called: str, depth: int) -> None:
        if len(self._archives) >= MOST_ARCHIVES:
            self.shelf.add_problem("The export", ARCHIVES)
            return
        archive = _Archive(called, file, find_central_directory(file))
        self._archives.append(archive)
        inner = sorted(self._scan_names(archive), key=lambda each: each.offset)
        for number, entry in enumerate(inner, 1):
            self._add_inner(archive, entry, f"{called}, archive {number} in it", depth)

    def _scan_names(self, archive: _Archive) -> list[ZipEntry]:
        """Learn all names of an archive; the archives in it."""
        inner: list[ZipEntry] = []
        try:
            for entry in _relevant_entries(archive):
                name = normalize_name(entry.name)
                archive.services[self.shelf.tree.observe(name)] += 1
                inner += [entry] if is_archive_part(name) and entry.size else []
                if len(inner) >= MOST_ARCHIVES:
                    self.shelf.add_problem(archive.called, ARCHIVES)
                    break
        except UnreadableFileError as error:
            self.shelf.add_problem(archive.called, str(error))
        return inner

    def _add_inner(self, archive: _Archive, entry: ZipEntry, called: str, depth: int) -> None:
        trouble = NESTED if depth >= MAX_NESTED_ARCHIVES else _entry_problem(entry)
        try:
            if not trouble:
                self._add_archive(self._view(archive, entry), called, depth + 1)
        except UnreadableFileError as error:
            trouble = str(error)
        if trouble:
            self.shelf.add_problem(called, trouble)

    def _view(self, archive: _Archive, entry: ZipEntry) -> ByteSource:
        """An archive that lies in an archive."""
        file, shift = archive.file, archive.directory.shift
        if is_stored(entry):
            return ByteRange(file, data_offset(file, entry, shift), entry.compressed_size)
        return InflatedArchive(file, entry, shift, self._looking)

    def select_files(self) -> ExportManifest:
        """Put all files that are to be read on the shelf; what stands in the way of one part is said, and the others are read."""
        for archive in self._archives:
            try:
                self._choose_packed(archive)
            except UnreadableFileError as error:
                self.shelf.add_problem(archive.called, str(error))
            except OSError as error:
                self.shelf.add_problem(archive.called, f"cannot be read: {error.strerror}")
        for folder in self._folders:
            try:
                self._choose_lying(folder)
            except UnreadableFileError as error:
                self.shelf.add_problem(folder.called, str(error))
        return self.shelf

    def pictures_only(self) -> bool:
        """Tell whether an archive holds pictures where exports hold them; asked only where nothing else was found."""
        with suppress(UnreadableFileError, OSError):
            every = (read_zip_entries(each.file, each.directory, _PICTURES) for each in self._archives)
            return any(entry is not None and holds_pictures(normalize_name(entry.name)) for found in every for entry in found)
        return False

    def _choose_packed(self, archive: _Archive) -> None:
        for entry, what in _valid_entries(self._wanted(archive), self.shelf):
            self.shelf.add(_packed(archive, entry, what))

    def _wanted(self, archive: _Archive) -> list[tuple[ZipEntry, FilePlan]]:
        """The entries that are to be read; where the list of files breaks off was said when the archive was opened."""
        found: list[tuple[ZipEntry, FilePlan]] = []
        home = _main_service(archive.services)
        with suppress(UnreadableFileError):
            for entry in _relevant_entries(archive):
                name = normalize_name(entry.name)
                what = None if is_archive_part(name) else self.shelf.plan_for(name, home)
                if what and len(found) >= MAX_FILES:
                    self.shelf.add_problem(archive.called, TOO_MANY)
                    break
                if what:
                    found.append((entry, what))
        return found

    def _choose_lying(self, folder: _Folder) -> None:
        home = _main_service(folder.services)
        for found in folder.files:
            what = None if is_archive_part(found.name) else self.shelf.plan_for(found.name, home)
            if what and found.is_link:
                self.shelf.add_problem(export_path(found.name) or what.shown_as, LINK)
            elif what:
                self.shelf.add(_lying(found, what))


def _main_service(services: Counter[str]) -> str:
    """The service that most of a part is of; empty where nothing tells."""
    return max(sorted(each for each in services if each), key=lambda each: services[each], default="")


def _relevant_entries(archive: _Archive) -> Iterator[ZipEntry]:
    """The entries that may matter, without what operating systems add."""
    return (entry for entry in read_zip_entries(archive.file, archive.directory) if entry is not None and not is_junk(entry.name))


def _valid_entries(found: Iterable[tuple[ZipEntry, FilePlan]], shelf: ExportManifest) -> Iterator[tuple[ZipEntry, FilePlan]]:
    """The entries that are what a real export holds; of each other one it is said why it was left out."""
    reached = -1
    for entry, what in sorted(found, key=lambda each: each[0].offset):
        trouble = _entry_problem(entry) or (OVERLAPS if entry.offset < reached else "")
        reached = max(reached, entry.offset + entry.compressed_size)
        if trouble:
            shelf.add_problem(export_path(normalize_name(entry.name)) or what.shown_as, trouble)
        else:
            yield entry, what


def _entry_problem(entry: ZipEntry) -> str:
    if not is_safe(normalize_name(entry.name)):
        return PATH_TRAVERSAL
    if entry.mode & _KIND == _LINK:
        return LINK
    return ZIP_BOMB if entry.size > RATIO_FROM and entry.size > MAX_COMPRESSION_RATIO * entry.compressed_size else ""


def _packed(archive: _Archive, entry: ZipEntry, what: FilePlan) -> ExportFile:
    return ExportFile(
        name=normalize_name(entry.name),
        size=entry.size,
        packed=entry.compressed_size,
        modified=entry.stamp,
        fingerprint=(entry.size, entry.checksum),
        plan=what,
        blocks=lambda: inflate_blocks(archive.file, entry, archive.directory.shift),
    )


def _lying(found: FolderFile, what: FilePlan) -> ExportFile:
    return ExportFile(
        name=found.name,
        size=found.size,
        packed=found.size,
        modified=found.stamp,
        fingerprint=(found.size, found.stamp),
        plan=what,
        blocks=lambda: file_blocks(found.path),
    )
