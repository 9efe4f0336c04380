"""The parts of an export: ZIP files, ZIP files inside them, and unpacked folders.

The names of all files in all parts are observed before any file is selected, since only together they show what the export is.
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
from .other_downloads import BEGINNING_BYTES, describe_no_zip
from .read_problems import (
    ARCHIVES,
    LINK,
    NESTED,
    NO_FILE,
    NO_ZIP,
    NOT_OPENED,
    OVERLAPS,
    PATH_TRAVERSAL,
    TOO_MANY,
    WHOLE_EXPORT,
    ZIP_BOMB,
    PartName,
    UnreadableFileError,
)

MAX_NESTED_ARCHIVES = 2
"""Maximum number of levels of archives inside archives."""
MAX_COMPRESSION_RATIO, RATIO_FROM = 500, 16 << 20
"""A file of more than RATIO_FROM bytes with a higher ratio does not come from an export."""
MAX_ARCHIVES = 500
"""Maximum number of archives in one export; real ones come in two dozen parts."""
_MEDIA_SUFFIXES = (b".jpg", b".webp", b".heic", b".png", b".mp4", b".mov")
_LINK_TYPE, _TYPE_MASK = 0xA000, 0xF000
"""The bits of a Unix file mode that mark a symbolic link."""


@dataclass(slots=True)
class _Archive:
    part: PartName
    file: ByteSource
    directory: CentralDirectory
    services: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Folder:
    part: PartName
    files: list[FolderFile]
    services: Counter[str] = field(default_factory=Counter)


class ExportParts:
    """All parts of an export, open for reading until the context ends."""

    def __init__(self, on_scan: ScanCallback = lambda: None) -> None:
        self.manifest = ExportManifest()
        self._on_scan = on_scan
        self._archives: list[_Archive] = []
        self._folders: list[_Folder] = []
        self._open_files = ExitStack()

    def __enter__(self) -> "ExportParts":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open_files.close()

    def add(self, path: Path, part: PartName) -> None:
        """Open a part. Problems are reported under its number, since the file name may contain the account name."""
        try:
            if path.is_dir():
                self._add_folder(path, part)
            elif not path.is_file():
                self.manifest.add_problem(part, NO_FILE)
            else:
                file = DiskFile(path)
                self._open_files.callback(file.close)
                self._add_archive(file, part, 0)
        except UnreadableFileError as error:
            self.manifest.add_problem(
                part, describe_no_zip(_beginning(path)) if error.code == NO_ZIP else error.code, error.reason
            )
        except OSError as error:
            self.manifest.add_problem(part, NOT_OPENED, str(error.strerror))

    def _add_folder(self, root: Path, part: PartName) -> None:
        folder = _Folder(part, [])
        self._folders.append(folder)
        for file in walk_folder(
            root, lambda inside, reason: self.manifest.add_problem(part._replace(inside=inside), NOT_OPENED, reason)
        ):
            if is_junk(file.name):
                continue
            folder.services[self.manifest.layout.observe(file.name)] += 1
            if len(folder.files) >= MAX_FILES:
                self.manifest.add_problem(part, TOO_MANY)
                break
            folder.files.append(file)
        archives = [file for file in folder.files if is_archive_part(file.name) and file.size and not file.is_link]
        for number, file in enumerate(archives, 1):
            self.add(file.path, part.archive(number))

    def _add_archive(self, file: ByteSource, part: PartName, depth: int) -> None:
        if len(self._archives) >= MAX_ARCHIVES:
            self.manifest.add_problem(WHOLE_EXPORT, ARCHIVES)
            return
        archive = _Archive(part, file, find_central_directory(file))
        self._archives.append(archive)
        nested = sorted(self._scan_names(archive), key=lambda entry: entry.offset)
        for number, entry in enumerate(nested, 1):
            self._add_nested(archive, entry, part.archive(number), depth)

    def _scan_names(self, archive: _Archive) -> list[ZipEntry]:
        """Observe all names in an archive. Returns the archives inside it."""
        nested: list[ZipEntry] = []
        try:
            for entry in _relevant_entries(archive):
                name = normalize_name(entry.name)
                archive.services[self.manifest.layout.observe(name)] += 1
                nested += [entry] if is_archive_part(name) and entry.size else []
                if len(nested) >= MAX_ARCHIVES:
                    self.manifest.add_problem(archive.part, ARCHIVES)
                    break
        except UnreadableFileError as error:
            self.manifest.add_problem(archive.part, error.code, error.reason)
        return nested

    def _add_nested(self, archive: _Archive, entry: ZipEntry, part: PartName, depth: int) -> None:
        problem = NESTED if depth >= MAX_NESTED_ARCHIVES else _entry_problem(entry)
        try:
            if not problem:
                self._add_archive(self._open_nested(archive, entry), part, depth + 1)
        except UnreadableFileError as error:
            problem = error.code
        if problem:
            self.manifest.add_problem(part, problem)

    def _open_nested(self, archive: _Archive, entry: ZipEntry) -> ByteSource:
        """Return the bytes of an archive inside an archive; a stored one is read in place, without inflating."""
        file, shift = archive.file, archive.directory.shift
        if is_stored(entry):
            return ByteRange(file, data_offset(file, entry, shift), entry.compressed_size)
        return InflatedArchive(file, entry, shift, self._on_scan)

    def select_files(self) -> ExportManifest:
        """Return the manifest with all files to read. A problem of one part is reported, and the other parts are used."""
        for archive in self._archives:
            try:
                self._select_entries(archive)
            except UnreadableFileError as error:
                self.manifest.add_problem(archive.part, error.code, error.reason)
            except OSError as error:
                self.manifest.add_problem(archive.part, NOT_OPENED, str(error.strerror))
        for folder in self._folders:
            try:
                self._select_folder_files(folder)
            except UnreadableFileError as error:
                self.manifest.add_problem(folder.part, error.code, error.reason)
        self.manifest.note_indexes()
        return self.manifest

    def pictures_only(self) -> bool:
        """Return True if an archive holds media where exports keep it. To be asked only if nothing else was found."""
        with suppress(UnreadableFileError, OSError):
            directories = (read_zip_entries(archive.file, archive.directory, _MEDIA_SUFFIXES) for archive in self._archives)
            return any(
                entry is not None and holds_pictures(normalize_name(entry.name)) for entries in directories for entry in entries
            )
        return False

    def _select_entries(self, archive: _Archive) -> None:
        for entry, plan in _valid_entries(self._needed_entries(archive), self.manifest):
            self.manifest.add(_file_from_entry(archive, entry, plan))

    def _needed_entries(self, archive: _Archive) -> list[tuple[ZipEntry, FilePlan]]:
        """Return the entries to read. A directory that breaks off was reported already by `_scan_names`."""
        needed: list[tuple[ZipEntry, FilePlan]] = []
        main_service = _main_service(archive.services)
        with suppress(UnreadableFileError):
            for entry in _relevant_entries(archive):
                name = normalize_name(entry.name)
                plan = None if is_archive_part(name) else self.manifest.plan_for(name, main_service)
                if plan and len(needed) >= MAX_FILES:
                    self.manifest.add_problem(archive.part, TOO_MANY)
                    break
                if plan:
                    needed.append((entry, plan))
        return needed

    def _select_folder_files(self, folder: _Folder) -> None:
        main_service = _main_service(folder.services)
        for file in folder.files:
            plan = None if is_archive_part(file.name) else self.manifest.plan_for(file.name, main_service)
            if plan and file.is_link:
                self.manifest.add_problem(export_path(file.name) or plan.shown_as, LINK)
            elif plan:
                self.manifest.add(_file_from_folder(file, plan))


def _beginning(path: Path) -> bytes:
    """Return the first bytes of a file."""
    with path.open("rb") as file:
        return file.read(BEGINNING_BYTES)


def _main_service(services: Counter[str]) -> str:
    """Return the service of most files in a part, or "" if no file identifies one."""
    return max(sorted(service for service in services if service), key=lambda service: services[service], default="")


def _relevant_entries(archive: _Archive) -> Iterator[ZipEntry]:
    """Yield the entries that may be needed, without files that operating systems add."""
    return (entry for entry in read_zip_entries(archive.file, archive.directory) if entry is not None and not is_junk(entry.name))


def _valid_entries(needed: Iterable[tuple[ZipEntry, FilePlan]], manifest: ExportManifest) -> Iterator[tuple[ZipEntry, FilePlan]]:
    """Yield the entries that a real export may hold, by offset; why another one was left out is reported."""
    # Entries that overlap are the sign of a ZIP bomb that reuses the same compressed bytes for many files.
    reached = -1
    for entry, plan in sorted(needed, key=lambda pair: pair[0].offset):
        problem = _entry_problem(entry) or (OVERLAPS if entry.offset < reached else "")
        reached = max(reached, entry.offset + entry.compressed_size)
        if problem:
            manifest.add_problem(export_path(normalize_name(entry.name)) or plan.shown_as, problem)
        else:
            yield entry, plan


def _entry_problem(entry: ZipEntry) -> str:
    """Return why the entry must not be read, or ""."""
    if not is_safe(normalize_name(entry.name)):
        return PATH_TRAVERSAL
    if entry.mode & _TYPE_MASK == _LINK_TYPE:
        return LINK
    return ZIP_BOMB if entry.size > RATIO_FROM and entry.size > MAX_COMPRESSION_RATIO * entry.compressed_size else ""


def _file_from_entry(archive: _Archive, entry: ZipEntry, plan: FilePlan) -> ExportFile:
    return ExportFile(
        name=normalize_name(entry.name),
        size=entry.size,
        packed=entry.compressed_size,
        modified=entry.modified,
        fingerprint=(entry.size, entry.checksum),
        plan=plan,
        blocks=lambda: inflate_blocks(archive.file, entry, archive.directory.shift),
    )


def _file_from_folder(file: FolderFile, plan: FilePlan) -> ExportFile:
    return ExportFile(
        name=file.name,
        size=file.size,
        packed=file.size,
        modified=file.modified,
        fingerprint=(file.size, file.modified),
        plan=plan,
        blocks=lambda: file_blocks(file.path),
    )
