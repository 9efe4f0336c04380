"""All names of all places: common names first, names in all languages and names of regions when they are needed."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from . import aliases as everyday_names
from . import iso
from .aliases import Alias
from .name_index import NameIndex, PlaceName
from .translations import translations


class CommonNames(NamedTuple):
    """Display names, English names and aliases of countries, and the alpha-2 code by each folded country code."""

    codes: Mapping[str, str]
    names: NameIndex


class ForeignNames(NamedTuple):
    """Names of countries in all languages, and their states, Länder and provinces by name and by ISO 3166-2 code."""

    names: NameIndex
    regions: NameIndex
    by_code: Mapping[str, PlaceName]


class Gazetteer:
    """The names of the given places and no others. May be used from several threads."""

    def __init__(self, names: Mapping[str, str], aliases: Iterable[Alias]) -> None:
        from threading import RLock

        self.display = names
        self._aliases = tuple(aliases)
        self._lock = RLock()

    @property
    def common(self) -> CommonNames:
        """Return the common names; cached. The first call takes a few milliseconds."""
        with self._lock:
            return self._common_names

    @property
    def foreign(self) -> ForeignNames:
        """Return all other names; cached. The first call takes about a third of a second."""
        with self._lock:
            return self._foreign_names

    @cached_property
    def _common_names(self) -> CommonNames:
        display = [PlaceName(alpha2, name) for alpha2, name in self.display.items()]
        english = iso.english_names(iso.iso_countries(), self.display)
        codes = {alpha2.casefold(): alpha2 for alpha2 in self.display} | iso.country_codes(iso.iso_countries(), self.display)
        return CommonNames(codes, NameIndex.of([*display, *everyday_names.alias_names(self._aliases, self.display), *english]))

    @cached_property
    def _foreign_names(self) -> ForeignNames:
        regions = list(iso.region_names(self.display))
        # Reversed, so that the first of several names of a region stays.
        by_code = {entry.region: entry for entry in reversed(regions) if entry.region}
        return ForeignNames(NameIndex(translations(iso.iso_countries(), self.display)), NameIndex.of(regions), by_code)
