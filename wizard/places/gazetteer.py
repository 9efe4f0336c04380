"""All names of all places: the everyday ones at hand at once, those of all languages and regions read when first needed."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from . import aliases as everyday_names
from . import iso
from .aliases import Alias
from .name_index import NameIndex, PlaceName
from .translations import translations


class CommonNames(NamedTuple):
    """Display names, English names and aliases, and the codes of countries."""

    codes: Mapping[str, str]
    names: NameIndex


class ForeignNames(NamedTuple):
    """The names of countries in all languages, and their states, Länder and provinces by name and by code."""

    names: NameIndex
    regions: NameIndex
    by_code: Mapping[str, PlaceName]


class Gazetteer:
    """The names of these places and no others."""

    def __init__(self, names: Mapping[str, str], aliases: Iterable[Alias]) -> None:
        from threading import RLock

        self.display = names
        self._aliases = tuple(aliases)
        self._reading = RLock()

    @property
    def common(self) -> CommonNames:
        """What most people type; a few milliseconds the first time."""
        with self._reading:
            return self._everyday

    @property
    def foreign(self) -> ForeignNames:
        """Everything else; a third of a second the first time."""
        with self._reading:
            return self._abroad

    @cached_property
    def _everyday(self) -> CommonNames:
        own = [PlaceName(alpha2, name) for alpha2, name in self.display.items()]
        english = iso.english_names(iso.iso_countries(), self.display)
        codes = {alpha2.casefold(): alpha2 for alpha2 in self.display} | iso.country_codes(iso.iso_countries(), self.display)
        return CommonNames(codes, NameIndex.of([*own, *everyday_names.alias_names(self._aliases, self.display), *english]))

    @cached_property
    def _abroad(self) -> ForeignNames:
        regions = list(iso.region_names(self.display))
        by_code = {entry.region: entry for entry in reversed(regions) if entry.region}
        return ForeignNames(NameIndex(translations(iso.iso_countries(), self.display)), NameIndex.of(regions), by_code)
