"""The list of export files to read, from all parts of an export, each once, and why others are skipped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .file_matching import ExportLayout, FilePlan, export_path, is_html_variant, match_file, unknown_list_path
from .read_problems import TOO_MANY, TOO_MUCH, TWO_VERSIONS, ReadProblems, UnreadableFileError

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
        """Return a key that is unique in the export; the exports of two services have folders of the same name."""
        return f"{self.plan.main_service}:{self.label}"


@dataclass(slots=True)
class ExportManifest:
    """All files to read by identity, and what is known about the others."""

    files: dict[str, ExportFile] = field(default_factory=dict)
    skipped: int = 0
    html_pages: int = 0
    """The number of HTML pages that would have been read as JSON."""
    problems: ReadProblems = field(default_factory=ReadProblems)
    layout: ExportLayout = field(default_factory=ExportLayout)
    unknown_lists: set[str] = field(default_factory=set)
    """Paths of unknown files that may list posts and media; at most MAX_UNKNOWN_NAMES."""

    def add_problem(self, name: str, problem: str) -> None:
        """Record a problem of a file."""
        self.problems.add(name, problem)

    def add(self, file: ExportFile) -> None:
        """Add a file to read. The same path in two parts is one file; of two versions the newer one is kept.

        Raises UnreadableFileError if there are MAX_FILES already.
        """
        known = self.files.get(file.identity)
        if known is None and len(self.files) >= MAX_FILES:
            raise UnreadableFileError(TOO_MANY)
        if known is None or known.modified <= file.modified:
            self.files[file.identity] = file
        if known is not None:
            self.skipped += 1
            if known.fingerprint != file.fingerprint:
                self.add_problem(file.label, TWO_VERSIONS)

    def plan_for(self, name: str, main_service: str = "") -> FilePlan | None:
        """Return what is counted in the file of this name, or None; `main_service` is the service of its export part.

        An HTML page instead of JSON, or an unknown file that may list posts and media, is noted for the report.
        """
        plan = None
        if name.endswith(".html"):
            self.html_pages += is_html_variant(name, self.layout)
        else:
            plan = match_file(name, self.layout, main_service)
            if plan is None and len(self.unknown_lists) < MAX_UNKNOWN_NAMES and (path := unknown_list_path(name)):
                self.unknown_lists.add(path)
        self.skipped += plan is None
        return plan

    def accepted_files(self) -> list[ExportFile]:
        """Return the files in the order in which they were found, without those that exceed MAX_TOTAL_BYTES together."""
        total, accepted = 0, []
        for file in self.files.values():
            total += file.size
            if total > MAX_TOTAL_BYTES:
                self.add_problem(file.label, TOO_MUCH)
            else:
                accepted.append(file)
        return accepted
