"""The list of export files to read, from all parts of an export, each once, and why others are skipped."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .file_matching import PAGE_SUFFIX, ExportLayout, FilePlan, export_path, is_unreadable_page, match_file, service_of
from .read_problems import TOO_MANY, TOO_MUCH, TWO_VERSIONS, PartName, ReadProblems, UnreadableFileError
from .skipped_files import Skipped, ai_conversation, download_of, is_ai_index, not_counted, unknown_file_path, why_skipped

MAX_TOTAL_BYTES = 256 << 30
"""Maximum size in bytes of all files together, inflated."""
MAX_FILES = 50_000
MAX_UNKNOWN_NAMES = 20
"""Maximum number of unknown file names that are kept for the report."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One export file to read."""

    name: str
    size: int
    packed: int
    """The size in bytes as it is stored; equal to `size` in a folder."""
    modified: int
    """The modification time; only comparable within one kind of export part."""
    fingerprint: tuple[int, int]
    """Differs between two versions of a file."""
    plan: FilePlan
    blocks: Callable[[], Iterator[bytes]]

    @property
    def label(self) -> str:
        """Return the path from the root of the export; the folders above it may contain the account name."""
        return export_path(self.name) or self.plan.shown_as

    @property
    def identity(self) -> str:
        """Return a key that is unique in the export; the exports of two services have folders of the same name.

        A JSON file and the HTML page of the same name have the same one: they show the same records.
        """
        return f"{self.plan.main_service}:{self.label.removesuffix('.json').removesuffix(PAGE_SUFFIX)}"

    @property
    def is_page(self) -> bool:
        """Return True if this is an HTML page."""
        return self.name.endswith(PAGE_SUFFIX)


@dataclass(slots=True)
class ExportManifest:
    """All files to read by identity, and what is known about the others."""

    files: dict[str, ExportFile] = field(default_factory=dict)
    versions: dict[str, list[ExportFile]] = field(default_factory=dict)
    """Further files with the identity of one in `files` and other contents, all of which are read."""
    skipped: int = 0
    reasons: Counter[Skipped] = field(default_factory=Counter)
    """How many of the skipped files have which reason; copies of files that are read have none."""
    not_counted: Counter[str] = field(default_factory=Counter)
    """How many of the files that are left alone hold which things of the user."""
    html_pages: int = 0
    """The number of HTML pages that would have been read as JSON, and whose form is not known here."""
    unread_pages: set[str] = field(default_factory=set)
    """Paths of these pages; at most MAX_UNKNOWN_NAMES."""
    ai_conversations: dict[str, set[int]] = field(default_factory=dict)
    """For each service hashes of the names of the conversations with Meta AI that have a page of their own; at most MAX_FILES."""
    ai_indexes: set[str] = field(default_factory=set)
    """Paths of the pages that lead to them; they are unread pages only where no page of a conversation is there."""
    problems: ReadProblems = field(default_factory=ReadProblems)
    layout: ExportLayout = field(default_factory=ExportLayout)
    downloads: set[str] = field(default_factory=set)
    """Which other downloads from Meta the names of the files belong to."""
    unknown_lists: set[str] = field(default_factory=set)
    """Paths of unknown files that may list posts and media; at most MAX_UNKNOWN_NAMES."""

    def add_problem(self, file: str | PartName, code: str, reason: str = "") -> None:
        """Record a problem of a file."""
        self.problems.add(file, code, reason=reason)

    def add(self, file: ExportFile) -> None:
        """Add a file to read. Of the same path in two parts both versions are read, or the newer one if it states settings.

        Raises UnreadableFileError if there are MAX_FILES already.
        """
        known = self.files.get(file.identity)
        versions = self.versions.get(file.identity, [])
        if len(self.files) + sum(map(len, self.versions.values())) >= MAX_FILES:
            raise UnreadableFileError(TOO_MANY)
        if known is None:
            self.files[file.identity] = file
        elif known.is_page is not file.is_page or file.plan.newest_only or _has_version(file, [known, *versions]):
            self._replace(known, file)
        else:
            self.versions[file.identity] = [*versions, file]

    def _replace(self, known: ExportFile, file: ExportFile) -> None:
        """Keep one of two files: JSON rather than a page, otherwise the newer one."""
        self.skipped += 1
        if known.is_page is not file.is_page:
            if known.is_page:
                self.files[file.identity] = file
                self.skipped += len(self.versions.pop(file.identity, ()))
            return
        if known.modified <= file.modified and file.plan.newest_only:
            self.files[file.identity] = file
        if file.plan.newest_only and known.fingerprint != file.fingerprint:
            self.add_problem(file.label, TWO_VERSIONS)

    def plan_for(self, name: str, main_service: str = "") -> FilePlan | None:
        """Return what is counted in the file of this name, or None; `main_service` is the service of its export part.

        Why another file is not read is noted for the report, and an unknown one that may list posts and media by its name.
        """
        plan = match_file(name, self.layout, main_service)
        if plan is None:
            self.skipped += 1
            if is_unreadable_page(name, self.layout):
                self._note_unread_page(name)
            else:
                self._note_skipped(name, main_service)
        return plan

    def _note_unread_page(self, name: str) -> None:
        pages = self.ai_indexes if is_ai_index(name) else self.unread_pages
        self.html_pages += pages is self.unread_pages
        if len(pages) < MAX_UNKNOWN_NAMES:
            pages.add(export_path(name) or name.rpartition("/")[2])

    def note_indexes(self) -> None:
        """Take the pages that lead to conversations with Meta AI for unread ones, if no conversation was found. Called once."""
        if not self.ai_conversations:
            self.html_pages += len(self.ai_indexes)
            self.unread_pages |= self.ai_indexes

    def _note_skipped(self, name: str, main_service: str) -> None:
        if conversation := ai_conversation(name):
            names = self.ai_conversations.setdefault(service_of(name) or main_service or self.layout.service, set())
            if len(names) < MAX_FILES:
                names.add(hash(conversation))
        if download := download_of(name):
            self.downloads.add(download)
        self.reasons[why_skipped(name)] += 1
        if code := not_counted(name):
            self.not_counted[code] += 1
        if len(self.unknown_lists) < MAX_UNKNOWN_NAMES and (path := unknown_file_path(name)):
            self.unknown_lists.add(path)

    def accepted_files(self) -> list[ExportFile]:
        """Return the files in the order in which they were found, without those that exceed MAX_TOTAL_BYTES together."""
        total, accepted = 0, []
        for identity, first in self.files.items():
            for file in (first, *self.versions.get(identity, ())):
                total += file.size
                if total > MAX_TOTAL_BYTES:
                    self.add_problem(file.label, TOO_MUCH)
                else:
                    accepted.append(file)
        return accepted


def _has_version(file: ExportFile, versions: Iterable[ExportFile]) -> bool:
    """Return True if one of the versions has the same contents."""
    return any(version.fingerprint == file.fingerprint for version in versions)
