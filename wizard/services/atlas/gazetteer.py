"""All names of all places: the everyday ones at hand at once, those of all languages and regions read when first needed."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from . import aliases as everyday_names
from . import iso
from .aliases import Alias
from .index import Entry, Index
from .translations import translations


class Everyday(NamedTuple):
    """Display names, English names and aliases, and the codes of countries."""

    codes: Mapping[str, str]
    names: Index


class Abroad(NamedTuple):
    """The names of countries in all languages, and their states, Länder and provinces by name and by code."""

    names: Index
    regions: Index
    by_code: Mapping[str, Entry]


class Gazetteer:
    """The names of these places and no others."""

    def __init__(self, names: Mapping[str, str], aliases: Iterable[Alias]) -> None:
        from threading import RLock

        self.display = names
        self._aliases = tuple(aliases)
        self._reading = RLock()

    @property
    def everyday(self) -> Everyday:
        """What most people type; a few milliseconds the first time."""
        with self._reading:
            return self._everyday

    @property
    def abroad(self) -> Abroad:
        """Everything else; a third of a second the first time."""
        with self._reading:
            return self._abroad

    @cached_property
    def _everyday(self) -> Everyday:
        own = [Entry(alpha2, name) for alpha2, name in self.display.items()]
        english = iso.names(iso.countries(), self.display)
        codes = {alpha2.casefold(): alpha2 for alpha2 in self.display} | iso.codes(iso.countries(), self.display)
        return Everyday(codes, Index.of([*own, *everyday_names.entries(self._aliases, self.display), *english]))

    @cached_property
    def _abroad(self) -> Abroad:
        regions = list(iso.regions(self.display))
        by_code = {entry.region: entry for entry in reversed(regions) if entry.region}
        return Abroad(Index(translations(iso.countries(), self.display)), Index.of(regions), by_code)
