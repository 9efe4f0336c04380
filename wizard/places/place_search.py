"""Search for a place of residence by what a user types, in any language."""

import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from wizard.core.name_folding import LONGEST, country_code, fold_name, is_alphabetic, region_code

from .aliases import Alias
from .gazetteer import Gazetteer
from .likelihood import COMMON, FOREIGN, WORD, Candidates, RankedNames
from .matching import MatchTier, PlaceSearchResult, pick_matches
from .name_index import PlaceName

EMPTY: Mapping[str, str] = MappingProxyType({})
SHORT = 3
"""Shorter input is searched among common names only, as long as they have a match, and never chooses by its beginning."""
LONG_ENOUGH = 4
"""The number of letters from which a name with a typing error, or one that only contains the input, may choose."""
LONG = 8
"""The number of letters from which names with a second typing error are offered."""
MANY_SPACES = 10
"""Input with more than this many spaces is a sentence, and not searched word by word."""
GOVERNMENT_FORMS = ("republic of ", "federal republic of ", "kingdom of ", "commonwealth of ", "state of ", "country of ")


class PlaceQuery(NamedTuple):
    """A text, also as a folded name, a country code and a region code, "" if it cannot be one; and the country to prefer."""

    text: str
    key: str
    country: str
    region: str
    guess: str


class PlaceSearch:
    """A search over the given places, by display name, alias, code, name in any language, and name of a region."""

    def __init__(self, names: Mapping[str, str], aliases: Iterable[Alias], regions: Mapping[str, str] = EMPTY) -> None:
        """`regions` are the names of regions that the interview asks about, by ISO 3166-2 code."""
        self._gazetteer = Gazetteer(names, aliases, regions)

    def search(self, text: str, limit: int = 8, guess: str = "") -> PlaceSearchResult:
        """Return the places that this text may mean, likeliest first. One is chosen only if no other may well be meant.

        `guess` is the alpha-2 code of the country that the computer's settings suggest: it comes first among equals, but a name
        that belongs to several places stays open.
        """
        # Each stage returns tiers of matches, nearest first. The first stage with a match ends the search, so the names in
        # all languages (half a second to read) and the comparison with typing errors (slow) are only used if the cheaper
        # stages find nothing. Only the first tier may choose a place, and only if it is `sure`:
        #   "de"      stage 1: the code of Germany chooses; names that begin with "de" are offered below
        #   "Roma"    stage 2: Romania is likelier than the region of Italy, but not by far, so nothing is chosen
        #   "Grmany"  stage 3: one typing error away from Germany
        query = PlaceQuery(text.strip(), fold_name(text), country_code(text), region_code(text), guess)
        # A last word "st" is Saint, or the beginning of another word: "United St".
        unfinished = query._replace(key=fold_name(f"{text[: LONGEST - 1].rstrip()}x")[:-1])
        queries = [query, unfinished] if query.key.endswith("saint") and unfinished.key.endswith("st") else [query]
        stages = (self._common_matches, self._foreign_matches, self._misspelt_matches, self._distant_matches)
        all_tiers = ([tier for tier in stage(query) if tier.entries] for stage in stages for query in queries)
        found = next(filter(None, all_tiers), []) if query.key or query.region else []
        return pick_matches(text, found, self._gazetteer.display, limit)

    def exact_names(self, text: str) -> list[PlaceName]:
        """Return everything that has exactly this code or name: countries, and regions with their codes."""
        key, code = fold_name(text), region_code(text)
        if code in self._gazetteer.foreign.by_code:
            return [self._gazetteer.foreign.by_code[code]]
        return self._exact(key) if key else []

    def preload(self) -> None:
        """Read all names now, so that no key press has to wait for it. Meant for a background thread."""
        self.search("xyzzyland")  # no such place, so all stages run

    def _common_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 1: an exact code or common name with names that begin so, or the names that begin with a short input."""
        if query.region:
            return []
        names, key = self._gazetteer.common.names, query.key
        equal = _equal_names(names.exact(key) or names.exact(_without_government_form(key)), query.guess)
        # "bu" is the withdrawn code of Burma, but in small letters more likely the beginning of Bulgaria.
        if key in self._gazetteer.common.withdrawn and not query.text.isupper():
            equal = equal._replace(sure=equal.sure and self._prominent(key) <= {entry.alpha2 for entry in equal.entries})
        exact = [MatchTier(self._by_code(query.country), sure=True), equal]
        if 0 < len(query.country) < SHORT or any(tier.entries for tier in exact):
            beginning = self._rank([Candidates(names.beginning(key), COMMON)], query)
            words = self._rank([Candidates(names.with_words(key), COMMON)], query)
            return [*exact, MatchTier(beginning.names, sure=False), MatchTier(words.names, sure=False)]
        return []

    def _foreign_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 2: an exact name in any language or of a region, then names that begin so or contain such words."""
        foreign_names, key = self._gazetteer.foreign, query.key
        if query.region in foreign_names.by_code:
            return [MatchTier([foreign_names.by_code[query.region]], sure=True)]
        # A display name with one typing error is as near as an exact name in another language:
        # "Nigera" is Niger in Latvian, and Nigeria with a letter missing.
        rivals = self._display_near(key) if len(key) >= LONG_ENOUGH else []
        ranked = self._rank(self._partial_names(key), query)
        exact = self._likely_exact_names(query, ranked)
        equal = _equal_names([*exact, *rivals] if exact else [], query.guess)
        if not any(self._gazetteer.likelihood.is_large(entry) or entry.alpha2 == query.guess for entry in exact):
            equal = equal._replace(sure=False)
        letters = len(unicodedata.normalize("NFC", key))  # a syllable of Hangul is three letters in the key
        is_led = bool(ranked.leader) and letters >= SHORT and {entry.alpha2 for entry in rivals} <= {ranked.leader}
        return [
            equal,
            _equal_names(self._common_country(key), query.guess),
            MatchTier([*ranked.names, *rivals] if ranked.names else [], is_led),
        ]

    def _likely_exact_names(self, query: PlaceQuery, ranked: RankedNames) -> list[PlaceName]:
        """Return the names in other languages and of regions that are exactly this, or nothing if another place is likelier."""
        # "Roma" is a province of Italy, but more likely the beginning of Romania; "Jamai" is Germany in the language Vai, but
        # more likely the beginning of Jamaica; "Noru" is Nauru in the same language, but more likely the beginning of Noruega.
        foreign_names, key = self._gazetteer.foreign, query.key
        foreign, regions = foreign_names.names.exact(key), foreign_names.regions.exact(key)
        exact = [*foreign, *regions]
        # Accents leave no doubt: "Irã" is Iran in Portuguese, but "ira" may become Iran or Iraq.
        if not query.text.isascii() and any(entry.name.casefold() == query.text.casefold() for entry in exact):
            return exact
        countries = {entry.alpha2 for entry in exact}
        is_checked = not foreign or len(key) <= LONG_ENOUGH
        is_likely = exact and self._prominent(key) <= countries and not (is_checked and ranked.names[0].alpha2 not in countries)
        return exact if is_likely else []

    def _prominent(self, key: str) -> set[str]:
        """Return the countries of which the display name, or that of a region the interview asks about, begins so."""
        beginning = self._gazetteer.common.names.beginning(key)
        return {entry.alpha2 for entry in beginning if self._gazetteer.likelihood.is_prominent(entry)}

    def _misspelt_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 3: names that are one typing error away."""
        key = query.key
        if len(key) < LONG_ENOUGH or not is_alphabetic(key):
            return []
        common_names, foreign_names = self._gazetteer.common, self._gazetteer.foreign
        ranked = self._rank(
            [
                Candidates(common_names.names.near(key, 1), COMMON),
                Candidates(foreign_names.regions.near(key, 1), COMMON),
                Candidates(foreign_names.names.near(key, 1), FOREIGN),
            ],
            query,
        )
        return [MatchTier(ranked.names, bool(ranked.leader))]

    def _distant_matches(self, query: PlaceQuery) -> list[MatchTier]:
        """Stage 4: weak matches, if there are no others. None of them chooses."""
        names, key = self._gazetteer.common.names, query.key
        containing = self._rank([Candidates(names.containing(key) if _has_long_word(key) else (), COMMON)], query)
        parts = [entry for part, group in self._parts(key) if len(part) >= LONG_ENOUGH for entry in group]
        near = self._rank([Candidates(names.near(key, 2) if len(key) >= LONG else (), COMMON)], query)
        return [MatchTier(entries, sure=False) for entries in (containing.names, parts, near.names)]

    def _partial_names(self, key: str) -> list[Candidates]:
        """Return all names that begin with the input or contain it as whole words."""
        common_names, foreign_names = self._gazetteer.common.names, self._gazetteer.foreign
        is_word = _has_long_word(key)
        return [
            Candidates(common_names.beginning(key), COMMON),
            Candidates(foreign_names.regions.beginning(key), COMMON),
            Candidates(foreign_names.names.beginning(key), FOREIGN),
            Candidates(common_names.with_words(key) if is_word else (), COMMON, WORD),
            Candidates(foreign_names.regions.with_words(key) if is_word else (), COMMON, WORD),
        ]

    def _rank(self, candidates: Iterable[Candidates], query: PlaceQuery) -> RankedNames:
        """Return the names of all candidates, the likeliest first."""
        return self._gazetteer.likelihood.rank(candidates, len(query.key), query.guess)

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
        words = key.split() if key.count(" ") < MANY_SPACES else []
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


def _equal_names(entries: Iterable[PlaceName], guess: str) -> MatchTier:
    """Return a tier of names that are equally near: one country is sure, of several the guess comes first."""
    ordered = sorted(entries, key=lambda entry: entry.alpha2 != guess)
    return MatchTier(ordered, len({entry.alpha2 for entry in ordered}) == 1)


def _has_long_word(key: str) -> bool:
    """Return True if a word of the input is long enough to be looked for inside names: "de la" stands in many."""
    return any(len(word) >= SHORT for word in key.split())


def _without_government_form(key: str) -> str:
    """Return the name without a form of government before it, such as "republic of"."""
    return next((key.removeprefix(form) for form in GOVERNMENT_FORMS if key.startswith(form)), key)
