"""The search for places over the shipped content: one atlas for the whole run, and the guess for this computer."""

from collections.abc import Mapping
from functools import cache

from wizard.core.library import Library

from .atlas import Atlas, Search, guess, local_zone, read_aliases
from .content import content_root

_made: dict[int, Atlas] = {}


def search_places(library: Library, text: str) -> Search:
    """What a person may mean who types this text."""
    return _atlas(library).search(text)


def warm_places(library: Library) -> None:
    """Read all names in all languages now, so that no key waits for it; meant for a thread in the background."""
    _atlas(library).warm()


def _atlas(library: Library) -> Atlas:
    if id(library) not in _made:
        names = {country.alpha2: country.name for country in library.countries.values()}
        _made[id(library)] = Atlas(names, read_aliases(content_root() / "aliases.csv"))
    return _made[id(library)]


@cache
def _zone() -> str | None:
    return local_zone()


def guess_place(library: Library, env: Mapping[str, str]) -> str | None:
    """The country that locale and time zone suggest, if they agree on one."""
    return guess(env, env.get("TZ") or _zone(), {country.alpha2: country.regime for country in library.countries.values()})
