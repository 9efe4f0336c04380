"""The search for places over the shipped content: what a typed text may mean, in words, and the guess for this computer."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from wizard.content.content_files import content_root
from wizard.core.content_models import Library
from wizard.core.sanitize import sanitize_line

from . import PlaceMatch, PlaceSearch, PlaceSearchResult, guess_country, local_time_zone, read_aliases

HOW = "Type your country, or your state or province, in any language."
NOTHING = "Nothing found. Try another spelling, the English name, or the two-letter code."
SINGLE_MATCH = "Is it this one?"
SEVERAL = "More than one place fits."
FROM_SETTINGS = "from this computer's settings"
LENGTH = 80
_last: list[tuple[Library, PlaceSearch]] = []
"""The atlas of the library that was asked last, and of no other."""


class PlaceOption(NamedTuple):
    """A place that may be meant: its codes, its name, and the name that was typed where that is another one."""

    id: str
    name: str
    matched_name: str = ""


class PlaceOptions(NamedTuple):
    """What a text leads to; `chosen` is the id of the one that is sure enough to be taken at once."""

    rows: tuple[PlaceOption, ...]
    chosen: str = ""

    @property
    def hint(self) -> str:
        """Why none can be taken at once; nothing where one can."""
        if self.chosen:
            return ""
        return NOTHING if not self.rows else SINGLE_MATCH if len(self.rows) == 1 else SEVERAL


def find_places(library: Library, text: str) -> PlaceOptions:
    """What a person may mean who types this text, in the words in which it is offered."""
    found = match_places(library, sanitize_line(text, LENGTH))
    rows = tuple(_row(library, match) for match in found.matches)
    chosen = (row.id for row, match in zip(rows, found.matches, strict=True) if match.alpha2 == found.chosen)
    return PlaceOptions(rows, next(chosen, ""))


def suggested_place(library: Library, env: Mapping[str, str]) -> PlaceOption | None:
    """The place that this computer's settings suggest: offered, never assumed."""
    country = library.countries.get(guess_place(library, env) or "")
    return PlaceOption(country.alpha2, country.name, FROM_SETTINGS) if country else None


def split_place_id(id: str, library: Library) -> tuple[str, str]:
    """The country of a row, and its part where the program knows that; "" for none."""
    alpha2, _, region = id.partition(" ")
    return alpha2, region if region in library.regions else ""


def match_places(library: Library, text: str) -> PlaceSearchResult:
    """What a person may mean who types this text."""
    return _atlas(library).search(text)


def preload_places(library: Library) -> None:
    """Read all names in all languages now, so that no key waits for it; meant for a thread in the background."""
    _atlas(library).preload()


def _row(library: Library, match: PlaceMatch) -> PlaceOption:
    other = match.region or (match.via and match.via.casefold() != match.name.casefold())
    name = library.regions[match.region].name if match.region in library.regions else match.via
    return PlaceOption(f"{match.alpha2} {match.region}".strip(), match.name, name if other else "")


def _atlas(library: Library) -> PlaceSearch:
    for known, atlas in _last:
        if known is library:
            return atlas
    names = {country.alpha2: country.name for country in library.countries.values()}
    made = PlaceSearch(names, read_aliases(content_root() / "aliases.csv"))
    _last[:] = [(library, made)]
    return made


@cache
def _zone() -> str | None:
    return local_time_zone()


def guess_place(library: Library, env: Mapping[str, str]) -> str | None:
    """The country that locale and time zone suggest, if they agree on one."""
    return guess_country(
        env, env.get("TZ") or _zone(), {country.alpha2: country.regime for country in library.countries.values()}
    )
