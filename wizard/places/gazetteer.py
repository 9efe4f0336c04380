"""All names of all places: common names first, names in all languages and names of regions when they are needed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from wizard.core.name_folding import fold_names

from . import aliases as everyday_names
from . import iso
from .aliases import Alias
from .cldr import cldr_rows
from .likelihood import GROUP_SIZE, Likelihood
from .name_index import NameIndex, PlaceName
from .translations import translations


class CommonNames(NamedTuple):
    """Display names, English names and aliases of countries, the alpha-2 code by each folded code, and folded withdrawn codes."""

    codes: Mapping[str, str]
    withdrawn: frozenset[str]
    names: NameIndex


class ForeignNames(NamedTuple):
    """Names of countries in all languages, and their states, Länder and provinces by name and by ISO 3166-2 code."""

    names: NameIndex
    regions: NameIndex
    by_code: Mapping[str, PlaceName]


class Gazetteer:
    """The names of the given places and no others. May be used from several threads."""

    def __init__(self, names: Mapping[str, str], aliases: Iterable[Alias], regions: Mapping[str, str]) -> None:
        from threading import RLock

        self.display = names
        self._aliases = tuple(aliases)
        self._regions = regions
        self._lock = RLock()

    @property
    def common(self) -> CommonNames:
        """Return the common names; cached. The first call takes a few milliseconds."""
        with self._lock:
            return self._common_names

    @property
    def foreign(self) -> ForeignNames:
        """Return all other names; cached. The first call takes about half a second."""
        with self._lock:
            return self._foreign_names

    @property
    def likelihood(self) -> Likelihood:
        """Return how likely each place is; cached. The first call takes a few milliseconds."""
        with self._lock:
            return self._likelihood

    @cached_property
    def _common_names(self) -> CommonNames:
        display = [PlaceName(alpha2, name) for alpha2, name in self.display.items()]
        english = iso.english_names(iso.iso_countries(), self.display)
        codes = {alpha2.casefold(): alpha2 for alpha2 in self.display} | iso.country_codes(iso.iso_countries(), self.display)
        aliases = everyday_names.alias_names(self._aliases, self.display)
        # "MI" was the code of the Midway Islands, but means Michigan.
        regional = {alias.name.casefold() for alias in self._aliases if any("-" in target for target in alias.targets)}
        withdrawn = frozenset(iso.withdrawn_codes() - regional)
        return CommonNames(codes, withdrawn, NameIndex.of([*display, *aliases, *english, *self._region_names()]))

    @cached_property
    def _foreign_names(self) -> ForeignNames:
        regions = list(iso.region_names(self.display))
        # Reversed, so that the first of several names of a region stays.
        by_code = {entry.region: entry for entry in reversed(regions) if entry.region}
        known = set(regions)
        regions += (entry for entry in self._cldr_regions() if entry not in known)
        return ForeignNames(NameIndex(self._languages()), NameIndex.of(regions), by_code)

    @cached_property
    def _likelihood(self) -> Likelihood:
        known = {target for alias in self._aliases for target in alias.targets if "-" in target}
        groups = {alias.name for alias in self._aliases if len(alias.targets) >= GROUP_SIZE}
        asked = {entry.name for entry in self._region_names()}
        return Likelihood(self.display, iso.region_divisions(), asked, known, groups)

    def _region_names(self) -> Iterator[PlaceName]:
        """Yield the names of the regions that the interview asks about, such as `Bavaria` and `Bayern`."""
        for code, name in self._regions.items():
            alpha2 = code.partition("-")[0]
            if alpha2 in self.display:
                yield from (PlaceName(alpha2, part, code) for part in name.removesuffix(")").split(" ("))

    def _cldr_regions(self) -> Iterator[PlaceName]:
        """Yield the names of regions in the CLDR."""
        for row in cldr_rows():
            if "-" in row.code:
                alpha2, region = iso.place_of_region(row.code)
                if alpha2 in self.display:
                    yield from (PlaceName(alpha2, name, region) for name in row.names)

    def _languages(self) -> Iterator[tuple[str, PlaceName]]:
        """Yield names of countries with their folded keys. The CLDR alone decides about a name that it knows."""
        targets = {alias.name: alias.targets for alias in self._aliases}
        known: set[str] = set()
        for row in cldr_rows():
            # An alias says what a reserved code stands for: the names of the Canary Islands have the code IC.
            places = (row.code,) if row.code in self.display else targets.get(row.code, ())
            if not places or "-" in row.code:
                continue
            keys = fold_names(row.names)
            known.update(keys)
            for alpha2, region in map(iso.place_of_region, places):
                if alpha2 in self.display:
                    yield from ((key, PlaceName(alpha2, name, region)) for key, name in zip(keys, row.names, strict=True))
        yield from translations(iso.iso_countries(), self.display, known)
