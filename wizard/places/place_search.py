"""Search for a place of residence by what a user types, in any language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .aliases import Alias
from .gazetteer import Gazetteer
from .matching import MatchTier, PlaceSearchResult, pick_matches
from .name_folding import country_code, fold_name, is_alphabetic, region_code
from .name_index import PlaceName

SHORT = 3
"""Shorter input is searched among common names only, as long as they have a match."""
MAX_MATCHES = 4
"""The number of letters from which the beginning of a name, a word in it or a name with a typing error may choose."""
LONG = 8
"""The number of letters from which names with a second typing error are offered."""
MANY = 10
"""Input with more than this many spaces is a sentence, and not searched word by word."""
GOVERNMENT_FORMS = ("republic of ", "federal republic of ", "kingdom of ", "commonwealth of ", "state of ", "country of ")


class PlaceQuery(NamedTuple):
    """A text as a folded name, as a country code and as a region code; "" if it cannot be one."""

    key: str
    country: str
    region: str


class PlaceSearch:
    """A search over the given places, by display name, alias, code, name in any language, and name of a region."""

    def __init__(self, names: Mapping[str, str], aliases: Iterable[Alias]) -> None:
        self._gazetteer = Gazetteer(names, aliases)

    def search(self, text: str, limit: int = 8) -> PlaceSearchResult:
        """Return the places that this text may mean, nearest first. One is chosen only if no other is equally near."""
        # Each stage returns tiers of matches, nearest first. The first stage with a match ends the search, so the names in
        # all languages (a third of a second to read) and the comparison with typing errors (slow) are only used if the
        # cheaper stages find nothing. Only the first tier may choose a place, and only if it is `sure`:
        #   "de"      stage 1: the code of Germany chooses; names that begin with "de" are offered below
        #   "Bayern"  stage 2: the exact name of a region chooses Germany
        #   "Grmany"  stage 3: one typing error away from Germany
        query = PlaceQuery(fold_name(text), country_code(text), region_code(text))
        tiers: list[MatchTier] = []
        for stage in (self._common_matches, self._foreign_matches, self._misspelt_matches, self._distant_matches):
            tiers = [tier for tier in stage(query) if tier.entries] if query.key or query.region else []
            if tiers:
                break
        return pick_matches(text, tiers, self._gazetteer.display, limit)

    def preload(self) -> None:
        """Read all names now, so that no key press has to wait for it. Meant for a background thread."""
        self.search("atlantis")  # no such place, so all stages run

    def _common_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 1: an exact code or common name with names that begin so, or the names that begin with a short input."""
        if query.region:
            return []
        names, key = self._gazetteer.common.names, query.key
        exact = [
            MatchTier(self._by_code(query.country), sure=True),
            MatchTier(names.exact(key) or names.exact(_without_government_form(key)), sure=True),
        ]
        if 0 < len(query.country) < SHORT or any(tier.entries for tier in exact):
            return [
                *exact,
                MatchTier(self._display_first(names.beginning(key)), sure=False),
                MatchTier(names.with_words(key), sure=False),
            ]
        return []

    def _foreign_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 2: an exact name in any language or of a region, then names that begin so or contain such words."""
        common_names, foreign_names, key = self._gazetteer.common, self._gazetteer.foreign, query.key
        if query.region in foreign_names.by_code:
            return [MatchTier([foreign_names.by_code[query.region]], sure=True)]
        # A display name with one typing error is as near as an exact name in another language:
        # "Nigera" is Niger in Latvian, and Nigeria with a letter missing.
        rivals = self._display_near(key)
        beginning = self._display_first(common_names.names.beginning(key))
        foreign, regions = foreign_names.names.exact(key), foreign_names.regions.exact(key)
        # "Roma" is a region of Italy, but more likely the beginning of Romania.
        unlikely_regions = regions if not foreign and not _names_same_countries(regions, beginning) else ()
        long_enough = len(key) >= MAX_MATCHES and not unlikely_regions
        tiers = [
            _tier_with_rivals(rivals, [] if unlikely_regions else [*foreign, *regions], sure=True),
            MatchTier(self._common_country(key), sure=True),
            _tier_with_rivals(rivals, [*beginning, *unlikely_regions, *foreign_names.names.beginning(key)], sure=long_enough),
            _tier_with_rivals(rivals, common_names.names.with_words(key), sure=long_enough),
        ]
        if not any(tier.entries for tier in tiers):
            return []
        return [*tiers, MatchTier(foreign_names.regions.beginning(key), sure=False)]

    def _misspelt_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 3: names that are one typing error away, and regions that begin so, which are equally near."""
        common_names, foreign_names, key = self._gazetteer.common, self._gazetteer.foreign, query.key
        long_enough = len(key) >= MAX_MATCHES
        can_compare = long_enough and is_alphabetic(key)
        near = [*common_names.names.near(key, 1), *foreign_names.names.near(key, 1)] if can_compare else []
        return [MatchTier([*near, *foreign_names.regions.beginning(key)], sure=long_enough)]

    def _distant_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 4: weak matches, if there are no others. Only the long name of a region may choose."""
        common_names, foreign_names, key = self._gazetteer.common, self._gazetteer.foreign, query.key
        long = len(key) >= LONG
        return [
            MatchTier(foreign_names.regions.near(key, 1) if long else (), sure=True),
            MatchTier(common_names.names.containing(key) if len(key) >= SHORT else (), sure=False),
            MatchTier([entry for part, group in self._parts(key) if len(part) >= MAX_MATCHES for entry in group], sure=False),
            MatchTier(common_names.names.near(key, 2) if long else (), sure=False),
        ]

    def _display_first(self, entries: list[PlaceName]) -> list[PlaceName]:
        """Return the entries with display names first, otherwise in their order."""
        return sorted(entries, key=lambda entry: entry.name != self._gazetteer.display[entry.alpha2])

    def _display_near(self, key: str) -> list[PlaceName]:
        """Return the entries whose display name is one typing error away."""
        display = self._gazetteer.display
        return [entry for entry in self._gazetteer.common.names.near(key, 1) if entry.name == display[entry.alpha2]]

    def _by_code(self, key: str) -> list[PlaceName]:
        """Return the place with this alpha-2, alpha-3 or numeric code, or nothing."""
        alpha2 = self._gazetteer.common.codes.get(key)
        return [PlaceName(alpha2, self._gazetteer.display[alpha2])] if alpha2 else []

    def _exact(self, key: str) -> list[PlaceName]:
        """Return everything with exactly this name or code."""
        common_names, foreign_names = self._gazetteer.common, self._gazetteer.foreign
        foreign_entries = [*foreign_names.names.exact(key), *foreign_names.regions.exact(key)]
        return [*self._by_code(key), *common_names.names.exact(key), *foreign_entries]

    def _parts(self, key: str) -> list[tuple[str, list[PlaceName]]]:
        """Split a longer input into parts, each with the places that it names; nothing for a single unknown word."""
        # From the left, always the longest run of words that is a name: "new york usa" gives "new york" and "usa".
        words = key.split() if key.count(" ") < MANY else []
        parts: list[tuple[str, list[PlaceName]]] = []
        while words:
            candidates = (" ".join(words[:end]) for end in range(len(words), 0, -1))
            part, group = next(((part, group) for part in candidates if (group := self._exact(part))), (words[0], []))
            parts.append((part, group))
            words = words[part.count(" ") + 1 :]
        return parts

    def _common_country(self, key: str) -> list[PlaceName]:
        """Return entries of the country that all parts of the input can mean, as in `Georgia, USA`; else nothing."""
        parts = self._parts(key)
        groups = [group for _, group in parts]
        # Codes alone agree by chance: "de" and "la" are also codes of two states of the US, but "de la" means neither.
        can_tell = len(parts) > 1 and any(len(part) >= SHORT for part, _ in parts)
        common = set.intersection(*({entry.alpha2 for entry in group} for group in groups)) if can_tell else set()
        entries = [entry for group in groups for entry in group if entry.alpha2 in common]
        return [entry for entry in entries if entry.region] or entries


def _tier_with_rivals(rivals: Sequence[PlaceName], entries: Sequence[PlaceName], sure: bool) -> MatchTier:
    """Return a tier of the entries and of rivals that are equally near; an empty tier if there are no entries."""
    return MatchTier([*entries, *rivals] if entries else [], sure)


def _names_same_countries(entries: Iterable[PlaceName], others: Iterable[PlaceName]) -> bool:
    """Return True if the others name no country that is not among those of `entries`."""
    return {entry.alpha2 for entry in others} <= {entry.alpha2 for entry in entries}


def _without_government_form(key: str) -> str:
    """Return the name without a form of government before it, such as "republic of"."""
    return next((key.removeprefix(form) for form in GOVERNMENT_FORMS if key.startswith(form)), key)
