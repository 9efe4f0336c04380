"""What a search gives back, and how the entries that were found become it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .name_folding import fold_name
from .name_index import PlaceName


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place that may be meant.

    `region` is the ISO 3166-2 code where a part of the country was typed; `via` is the name that matched,
    where it is not the display name.
    """

    alpha2: str
    name: str
    region: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class PlaceSearchResult:
    """What a text leads to; `chosen` is the alpha-2 code of a place that is sure enough to be preselected."""

    text: str
    matches: tuple[PlaceMatch, ...]
    chosen: str | None


class MatchTier(NamedTuple):
    """Entries that are equally near to what was typed, and whether they choose where they agree on a country."""

    entries: Sequence[PlaceName]
    sure: bool


def pick_matches(text: str, rungs: Sequence[MatchTier], names: Mapping[str, str], limit: int) -> PlaceSearchResult:
    """The result of a search that found these rungs, nearest first: the nearest one alone may choose."""
    found: dict[str, PlaceMatch] = {}
    for match in (match for rung in rungs for match in _matches(rung.entries, names)):
        if len(found) >= limit:
            break
        found.setdefault(match.alpha2, match)
    nearest = {entry.alpha2 for entry in rungs[0].entries} if rungs else set()
    chosen = next(iter(nearest)) if len(nearest) == 1 and rungs[0].sure and limit > 0 else None
    return PlaceSearchResult(text, tuple(found.values()), chosen)


def _matches(entries: Iterable[PlaceName], names: Mapping[str, str]) -> Iterator[PlaceMatch]:
    """One match for each country, with the part of it where all entries agree on one."""
    together: dict[str, list[PlaceName]] = {}
    for entry in entries:
        together.setdefault(entry.alpha2, []).append(entry)
    for alpha2, group in together.items():
        name, via = names[alpha2], group[0].name
        regions = {entry.region for entry in group}
        yield PlaceMatch(
            alpha2, name, regions.pop() if len(regions) == 1 else "", "" if fold_name(via) == fold_name(name) else via
        )
