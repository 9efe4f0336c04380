"""Everyday names of places that no standard lists, from `content/aliases.csv`."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .name_index import PlaceName


@dataclass(frozen=True, slots=True)
class Alias:
    """A name and the alpha-2 or ISO 3166-2 codes that it may mean; if there are several, the user is asked."""

    name: str
    targets: tuple[str, ...]


def read_aliases(path: Path) -> tuple[Alias, ...]:
    """Read the rows of an alias file, in their order."""
    from wizard.content.content_files import read_rows

    return tuple(Alias(row["alias"], tuple(row["target"].split())) for row in read_rows(path))


def alias_names(aliases: Iterable[Alias], known: Container[str]) -> Iterator[PlaceName]:
    """Yield one name for each target whose country is known."""
    for alias in aliases:
        for target in alias.targets:
            alpha2, _, region = target.partition("-")
            if alpha2 in known:
                yield PlaceName(alpha2, alias.name, target if region else "")
