"""The result of a place search, and how it is built from the names that were found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .name_folding import fold_name
from .name_index import PlaceName


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place that may be meant.

    `region` is the ISO 3166-2 code if a region of the country was typed, else "". `via` is the name that matched, "" if
    that is the display name.
    """

    alpha2: str
    name: str
    region: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class PlaceSearchResult:
    """The matches for a text, nearest first; `chosen` is the alpha-2 code of a place that is sure enough to be preselected."""

    text: str
    matches: tuple[PlaceMatch, ...]
    chosen: str | None


class MatchTier(NamedTuple):
    """Names that are equally near to the text; `sure` if they choose a country when all of them belong to it."""

    entries: Sequence[PlaceName]
    sure: bool


def pick_matches(text: str, tiers: Sequence[MatchTier], names: Mapping[str, str], limit: int) -> PlaceSearchResult:
    """Build the result from tiers, nearest first. Only the first tier may choose. `names` are display names by alpha-2 code."""
    matches: dict[str, PlaceMatch] = {}
    for match in (match for tier in tiers for match in _matches(tier.entries, names)):
        if len(matches) >= limit:
            break
        matches.setdefault(match.alpha2, match)
    nearest = {entry.alpha2 for entry in tiers[0].entries} if tiers else set()
    chosen = next(iter(nearest)) if len(nearest) == 1 and tiers[0].sure and limit > 0 else None
    return PlaceSearchResult(text, tuple(matches.values()), chosen)


def _matches(entries: Iterable[PlaceName], names: Mapping[str, str]) -> Iterator[PlaceMatch]:
    """Yield one match for each country, with a region if all entries of the country agree on one."""
    by_country: dict[str, list[PlaceName]] = {}
    for entry in entries:
        by_country.setdefault(entry.alpha2, []).append(entry)
    for alpha2, group in by_country.items():
        name, via = names[alpha2], group[0].name
        regions = {entry.region for entry in group}
        yield PlaceMatch(
            alpha2, name, regions.pop() if len(regions) == 1 else "", "" if fold_name(via) == fold_name(name) else via
        )
