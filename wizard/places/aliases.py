"""The everyday names of places that no standard lists, from `content/aliases.csv`."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .name_index import PlaceName


@dataclass(frozen=True, slots=True)
class Alias:
    """A name and what it may mean: alpha-2 or ISO 3166-2 codes; several lead to a question."""

    name: str
    targets: tuple[str, ...]


def read_aliases(path: Path) -> tuple[Alias, ...]:
    """The rows of an alias file, in their order."""
    from wizard.content.content_files import read_rows

    return tuple(Alias(row["alias"], tuple(row["target"].split())) for row in read_rows(path))


def alias_names(aliases: Iterable[Alias], known: Container[str]) -> Iterator[PlaceName]:
    """The names of the places that are known here."""
    for alias in aliases:
        for target in alias.targets:
            alpha2, _, part = target.partition("-")
            if alpha2 in known:
                yield PlaceName(alpha2, alias.name, target if part else "")
