"""Search the places of a library and describe the matches for the user; guess the place from the computer's settings."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from wizard.content.content_files import content_root
from wizard.core.content_models import Library
from wizard.core.name_folding import fold_name
from wizard.core.sanitize import sanitize_line
from wizard.i18n import N_, _

from . import PlaceMatch, PlaceSearch, PlaceSearchResult, guess_country, local_time_zone, read_aliases
from .name_index import PlaceName

HOW = N_("Type your country, or your state or province, in any language.")
NOTHING = N_("Nothing found. Try another spelling, the English name, or the two-letter code.")
SINGLE_MATCH = N_("Is it this one?")
SEVERAL = N_("More than one place fits.")
FROM_SETTINGS = N_("from this computer's settings")
LENGTH = 80
"""Characters of an input that are searched for."""
_last: list[tuple[Library, PlaceSearch]] = []
"""The search of the library that was used last; its names take a third of a second to read."""


class PlaceOption(NamedTuple):
    """A place that may be meant. `id` is its code, or its code and region code; `matched_name` is another name that matched."""

    id: str
    name: str
    matched_name: str = ""


class PlaceOptions(NamedTuple):
    """The options for a text, nearest first; `chosen` is the id of an option that is sure enough to be preselected, or ""."""

    rows: tuple[PlaceOption, ...]
    chosen: str = ""

    @property
    def hint(self) -> str:
        """Return a sentence that says why no option is chosen; "" if one is."""
        if self.chosen:
            return ""
        return _(NOTHING if not self.rows else SINGLE_MATCH if len(self.rows) == 1 else SEVERAL)


def find_places(library: Library, text: str, env: Mapping[str, str]) -> PlaceOptions:
    """Return the places that a text may mean, as options for the user; `env` tells where the computer may be."""
    result = match_places(library, sanitize_line(text, LENGTH), env)
    rows = tuple(_option(library, match) for match in result.matches)
    chosen = (row.id for row, match in zip(rows, result.matches, strict=True) if match.alpha2 == result.chosen)
    return PlaceOptions(rows, next(chosen, ""))


def suggested_place(library: Library, env: Mapping[str, str]) -> PlaceOption | None:
    """Return the place that this computer's settings suggest, or None. It is offered to the user, never assumed."""
    country = library.countries.get(guess_place(library, env) or "")
    return PlaceOption(country.alpha2, country.name, _(FROM_SETTINGS)) if country else None


def split_place_id(id: str, library: Library) -> tuple[str, str]:
    """Return country and region code of an option's id; the region is "" if there is none, or if the library lacks it."""
    alpha2, _space, region = id.partition(" ")
    return alpha2, region if region in library.regions else ""


def match_places(library: Library, text: str, env: Mapping[str, str]) -> PlaceSearchResult:
    """Return the places that a text may mean; `env` tells where the computer may be."""
    return _search_of(library).search(text, guess=guess_place(library, env) or "")


def places_named(library: Library, text: str) -> list[PlaceName]:
    """Return all places that have exactly this name or code, in any language."""
    return _search_of(library).exact_names(text)


def misspelt_place(library: Library, text: str) -> PlaceMatch | None:
    """Return the one place whose name in any language was meant by a text with a slip, or None if none or several may be."""
    from wizard.content.typing_slips import is_similar_sound, is_slip, sound_of

    result = _search_of(library).search(sanitize_line(text, LENGTH))
    first = next((match for match in result.matches if match.alpha2 == result.chosen), None)
    if first is None:
        return None
    typed, meant = fold_name(text), fold_name(first.via or first.name)
    is_near = is_slip(typed, meant) or is_similar_sound(sound_of(typed), sound_of(meant))
    return first if is_near else None


def preload_places(library: Library) -> None:
    """Read all names now, so that no key press has to wait for it. Meant for a background thread."""
    _search_of(library).preload()


def _option(library: Library, match: PlaceMatch) -> PlaceOption:
    """Return a match as an option; a region or another name than the display name is shown beside it."""
    has_other_name = match.region or (match.via and match.via.casefold() != match.name.casefold())
    name = library.regions[match.region].name if match.region in library.regions else match.via
    return PlaceOption(f"{match.alpha2} {match.region}".strip(), match.name, name if has_other_name else "")


def _search_of(library: Library) -> PlaceSearch:
    """Return the search over the places of a library; cached for the last library only."""
    for cached_library, place_search in _last:
        if cached_library is library:
            return place_search
    names = {country.alpha2: country.name for country in library.countries.values()}
    regions = {region.id: region.name for region in library.regions.values()}
    search = PlaceSearch(names, read_aliases(content_root() / "aliases.csv"), regions)
    _last[:] = [(library, search)]
    return search


@cache
def _zone() -> str | None:
    """Return the time zone of this computer; read once."""
    return local_time_zone()


def guess_place(library: Library, env: Mapping[str, str]) -> str | None:
    """Return the alpha-2 code of the country that locale and time zone suggest, or None if they do not agree."""
    return guess_country(
        env, env.get("TZ") or _zone(), {country.alpha2: country.regime for country in library.countries.values()}
    )
