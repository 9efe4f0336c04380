"""The search for places over the shipped content: what a typed text may mean, in words, and the guess for this computer."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from wizard.core.clean import clean_line
from wizard.core.library import Library

from .atlas import Atlas, Match, Search, guess, local_zone, read_aliases
from .content import content_root

HOW = "Type your country, or your state or province, in any language."
NOTHING = "Nothing found. Try another spelling, the English name, or the two-letter code."
THIS_ONE = "Is it this one?"
SEVERAL = "More than one place fits."
FROM_SETTINGS = "from this computer's settings"
LENGTH = 80
_last: list[tuple[Library, Atlas]] = []
"""The atlas of the library that was asked last, and of no other."""


class PlaceRow(NamedTuple):
    """A place that may be meant: its codes, its name, and the name that was typed where that is another one."""

    id: str
    name: str
    aside: str = ""


class Places(NamedTuple):
    """What a text leads to; `chosen` is the id of the one that is sure enough to be taken at once."""

    rows: tuple[PlaceRow, ...]
    chosen: str = ""

    @property
    def doubt(self) -> str:
        """Why none can be taken at once; nothing where one can."""
        if self.chosen:
            return ""
        return NOTHING if not self.rows else THIS_ONE if len(self.rows) == 1 else SEVERAL


def find_places(library: Library, text: str) -> Places:
    """What a person may mean who types this text, in the words in which it is offered."""
    found = search_places(library, clean_line(text, LENGTH))
    rows = tuple(_row(library, match) for match in found.matches)
    chosen = (row.id for row, match in zip(rows, found.matches, strict=True) if match.alpha2 == found.chosen)
    return Places(rows, next(chosen, ""))


def guessed_place(library: Library, env: Mapping[str, str]) -> PlaceRow | None:
    """The place that this computer's settings suggest: offered, never assumed."""
    country = library.countries.get(guess_place(library, env) or "")
    return PlaceRow(country.alpha2, country.name, FROM_SETTINGS) if country else None


def codes(id: str, library: Library) -> tuple[str, str]:
    """The country of a row, and its part where the program knows that; "" for none."""
    alpha2, _, region = id.partition(" ")
    return alpha2, region if region in library.regions else ""


def search_places(library: Library, text: str) -> Search:
    """What a person may mean who types this text."""
    return _atlas(library).search(text)


def warm_places(library: Library) -> None:
    """Read all names in all languages now, so that no key waits for it; meant for a thread in the background."""
    _atlas(library).warm()


def _row(library: Library, match: Match) -> PlaceRow:
    other = match.region or (match.via and match.via.casefold() != match.name.casefold())
    name = library.regions[match.region].name if match.region in library.regions else match.via
    return PlaceRow(f"{match.alpha2} {match.region}".strip(), match.name, name if other else "")


def _atlas(library: Library) -> Atlas:
    for known, atlas in _last:
        if known is library:
            return atlas
    names = {country.alpha2: country.name for country in library.countries.values()}
    made = Atlas(names, read_aliases(content_root() / "aliases.csv"))
    _last[:] = [(library, made)]
    return made


@cache
def _zone() -> str | None:
    return local_zone()


def guess_place(library: Library, env: Mapping[str, str]) -> str | None:
    """The country that locale and time zone suggest, if they agree on one."""
    return guess(env, env.get("TZ") or _zone(), {country.alpha2: country.regime for country in library.countries.values()})
