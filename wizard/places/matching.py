"""The result of a place search, and how it is built from the names that were found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wizard.core.name_folding import fold_name

from .name_index import PlaceName

SHOWN = 3
"""The number of regions of a country that are named if the text may mean several."""


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
    """Names that are about equally near to the text; if it is `sure`, the country of the first one is chosen."""

    entries: Sequence[PlaceName]
    sure: bool


def pick_matches(text: str, tiers: Sequence[MatchTier], names: Mapping[str, str], limit: int) -> PlaceSearchResult:
    """Build the result from tiers, nearest first. Only the first tier may choose. `names` are display names by alpha-2 code."""
    matches: dict[str, PlaceMatch] = {}
    key = fold_name(text)
    for match in (match for tier in tiers for match in _matches(key, tier.entries, names)):
        if len(matches) >= limit:
            break
        matches.setdefault(match.alpha2, match)
    chosen = tiers[0].entries[0].alpha2 if tiers and tiers[0].sure and limit > 0 else None
    return PlaceSearchResult(text, tuple(matches.values()), chosen)


def _matches(key: str, entries: Iterable[PlaceName], names: Mapping[str, str]) -> Iterator[PlaceMatch]:
    """Yield one match for each country, with a region if all entries of the country agree on one."""
    by_country: dict[str, list[PlaceName]] = {}
    for entry in entries:
        by_country.setdefault(entry.alpha2, []).append(entry)
    for alpha2, group in by_country.items():
        region, via = _agreed_region(group)
        name = names[alpha2]
        # The name that matched is shown where it tells something: not "Samoa Americana" beside American Samoa.
        is_shown = fold_name(via) != fold_name(name) and (region or key not in fold_name(name))
        yield PlaceMatch(alpha2, name, region, via if is_shown else "")


def _agreed_region(group: Sequence[PlaceName]) -> tuple[str, str]:
    """Return the region that all entries of a country name, or "", and the name to show: several if several regions match."""
    ordered = list(dict.fromkeys(entry.region for entry in group))
    if len(ordered) == 1 or "" in ordered:
        return ordered[0] if len(ordered) == 1 else "", group[0].name
    first_names = dict.fromkeys(next(entry.name for entry in group if entry.region == region) for region in ordered)
    return "", ", ".join(list(first_names)[:SHOWN])
