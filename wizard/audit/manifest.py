"""All files of an export that are to be read, from however many parts, each once; and what is to be said of the others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .file_matching import ExportLayout, FilePlan, export_path, is_html_variant, match_file, unknown_list_path
from .read_problems import TOO_MANY, TOO_MUCH, ReadProblems, UnreadableFileError

MAX_TOTAL_BYTES = 256 << 30
MAX_FILES = 50_000
MAX_UNKNOWN_NAMES = 20
"""So many names that are not known here are kept, to be named."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file that is to be read."""

    name: str
    size: int
    packed: int
    modified: int
    fingerprint: tuple[int, int]
    plan: FilePlan
    blocks: Callable[[], Iterator[bytes]]

    @property
    def label(self) -> str:
        """The path from the export's own root on: what stands before it may name the account."""
        return export_path(self.name) or self.plan.shown_as

    @property
    def identity(self) -> str:
        """What tells it from all others; the exports of two services have folders of the same name."""
        return f"{self.plan.home}:{self.label}"


@dataclass(slots=True)
class ExportManifest:
    """What was found."""

    members: dict[str, ExportFile] = field(default_factory=dict)
    skipped: int = 0
    pages: int = 0
    troubles: ReadProblems = field(default_factory=ReadProblems)
    tree: ExportLayout = field(default_factory=ExportLayout)
    strange: set[str] = field(default_factory=set)

    def add_problem(self, name: str, why: str) -> None:
        """Keep what is to be said of a file."""
        self.troubles.add(name, why)

    def add(self, member: ExportFile) -> None:
        """Put a file on the shelf. The same path in two parts is one file; of two versions the newer one counts."""
        known = self.members.get(member.identity)
        if known is None and len(self.members) >= MAX_FILES:
            raise UnreadableFileError(TOO_MANY)
        if known is None or known.modified <= member.modified:
            self.members[member.identity] = member
        if known is not None:
            self.skipped += 1
            if known.fingerprint != member.fingerprint:
                self.add_problem(member.label, "is there in two versions; the newer one is counted")

    def plan_for(self, name: str, home: str = "") -> FilePlan | None:
        """What is counted in the file of this name, if anything; `home` is the service of the part that it lies in.

        A page in the place of JSON is noted and not read, and so is a file where posts and pictures are listed that is not known.
        """
        what = None
        if name.endswith(".html"):
            self.pages += is_html_variant(name, self.tree)
        else:
            what = match_file(name, self.tree, home)
            if what is None and len(self.strange) < MAX_UNKNOWN_NAMES and (strange := unknown_list_path(name)):
                self.strange.add(strange)
        self.skipped += what is None
        return what

    def accepted_files(self) -> list[ExportFile]:
        """The files in the order in which they were found, without those that would be too much together."""
        total, kept = 0, []
        for member in self.members.values():
            total += member.size
            if total > MAX_TOTAL_BYTES:
                self.add_problem(member.label, TOO_MUCH)
            else:
                kept.append(member)
        return kept
