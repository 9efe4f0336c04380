"""All files of an export that are to be read, from however many parts, each once; and what is to be said of the others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .paths import Plan, Tree, export_path, is_known_as_html, is_strange, plan
from .trouble import TOO_MANY, TOO_MUCH, Troubles, Unreadable

TOTAL = 256 << 30
MOST_FILES = 50_000
MOST_STRANGE = 20
"""So many names that are not known here are kept, to be named."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file that is to be read."""

    name: str
    size: int
    packed: int
    stamp: int
    mark: tuple[int, int]
    plan: Plan
    blocks: Callable[[], Iterator[bytes]]

    @property
    def label(self) -> str:
        """The path from the export's own root on: what stands before it may name the account."""
        return export_path(self.name) or self.plan.shown_as

    @property
    def known_by(self) -> str:
        """What tells it from all others; the exports of two services have folders of the same name."""
        return f"{self.plan.home}:{self.label}"


@dataclass(slots=True)
class Shelf:
    """What was found."""

    members: dict[str, Member] = field(default_factory=dict)
    skipped: int = 0
    pages: int = 0
    troubles: Troubles = field(default_factory=Troubles)
    tree: Tree = field(default_factory=Tree)
    strange: set[str] = field(default_factory=set)

    def say(self, name: str, why: str) -> None:
        """Keep what is to be said of a file."""
        self.troubles.say(name, why)

    def add(self, member: Member) -> None:
        """Put a file on the shelf. The same path in two parts is one file; of two versions the newer one counts."""
        known = self.members.get(member.known_by)
        if known is None and len(self.members) >= MOST_FILES:
            raise Unreadable(TOO_MANY)
        if known is None or known.stamp <= member.stamp:
            self.members[member.known_by] = member
        if known is not None:
            self.skipped += 1
            if known.mark != member.mark:
                self.say(member.label, "is there in two versions; the newer one is counted")

    def wanted(self, name: str, home: str = "") -> Plan | None:
        """What is counted in the file of this name, if anything; `home` is the service of the part that it lies in.

        A page in the place of JSON is noted and not read, and so is a file where posts and pictures are listed that is not known.
        """
        what = None
        if name.endswith(".html"):
            self.pages += is_known_as_html(name, self.tree)
        else:
            what = plan(name, self.tree, home)
            if what is None and len(self.strange) < MOST_STRANGE and (strange := is_strange(name)):
                self.strange.add(strange)
        self.skipped += what is None
        return what

    def in_order(self) -> list[Member]:
        """The files in the order in which they were found, without those that would be too much together."""
        total, kept = 0, []
        for member in self.members.values():
            total += member.size
            if total > TOTAL:
                self.say(member.label, TOO_MUCH)
            else:
                kept.append(member)
        return kept
