"""The search for a place of residence: what is typed, in any language, and the places that may be meant."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .aliases import Alias
from .gazetteer import Gazetteer
from .matching import MatchTier, PlaceSearchResult, pick_matches
from .name_folding import country_code, fold_name, is_alphabetic, region_code
from .name_index import PlaceName

SHORT = 3
"""Shorter input is looked up among everyday names alone, as long as they know it."""
MAX_MATCHES = 4
"""From so many letters on, the beginning of a name, a word of it or a name with a typing error may choose."""
LONG = 8
"""From so many letters on, a second typing error is forgiven in what is offered."""
MANY = 10
"""Input of more words is a sentence and no longer looked at word by word."""
GOVERNMENT_FORMS = ("republic of ", "federal republic of ", "kingdom of ", "commonwealth of ", "state of ", "country of ")


class PlaceQuery(NamedTuple):
    """A text as a name, as the code of a country and as the code of a region; empty where it cannot be one."""

    key: str
    country: str
    region: str


class PlaceSearch:
    """All places under all their names."""

    def __init__(self, names: Mapping[str, str], aliases: Iterable[Alias]) -> None:
        self._gazetteer = Gazetteer(names, aliases)

    def search(self, text: str, limit: int = 8) -> PlaceSearchResult:
        """The places that this text may mean, nearest first; chosen is only one that no other is equally near to."""
        query = PlaceQuery(fold_name(text), country_code(text), region_code(text))
        rungs: list[MatchTier] = []
        for step in (self._at_once, self._in_full, self._misspelt, self._remote):
            rungs = [rung for rung in step(query) if rung.entries] if query.key or query.region else []
            if rungs:
                break
        return pick_matches(text, rungs, self._gazetteer.display, limit)

    def preload(self) -> None:
        """Read everything now, so that no key has to wait for it; meant for a thread in the background."""
        self.search("atlantis")

    def _at_once(self, query: PlaceQuery) -> list[MatchTier]:
        """What everyday names and codes give: an exact hit with its neighbours, or the beginnings of a short input."""
        if query.region:
            return []
        names, key = self._gazetteer.common.names, query.key
        exact = [
            MatchTier(self._coded(query.country), sure=True),
            MatchTier(names.exact(key) or names.exact(_without_form(key)), sure=True),
        ]
        if 0 < len(query.country) < SHORT or any(rung.entries for rung in exact):
            return [
                *exact,
                MatchTier(self._display_first(names.beginning(key)), sure=False),
                MatchTier(names.with_words(key), sure=False),
            ]
        return []

    def _in_full(self, query: PlaceQuery) -> list[MatchTier]:
        """What is called exactly so anywhere, then what begins so or has such words."""
        everyday, abroad, key = self._gazetteer.common, self._gazetteer.foreign, query.key
        if query.region in abroad.by_code:
            return [MatchTier([abroad.by_code[query.region]], sure=True)]
        # A display name that is one typing error away is as near as what is called so in some language:
        # "Nigera" is Niger in Latvian, and Nigeria with a letter missing.
        rivals = self._display_near(key)
        common = self._display_first(everyday.names.beginning(key))
        foreign, regions = abroad.names.exact(key), abroad.regions.exact(key)
        # "Roma" is a part of Italy, and more likely the beginning of Romania.
        unlikely = regions if not foreign and not _same(regions, common) else ()
        enough = len(key) >= MAX_MATCHES and not unlikely
        rungs = [
            _with(rivals, [] if unlikely else [*foreign, *regions], sure=True),
            MatchTier(self._agreed(key), sure=True),
            _with(rivals, [*common, *unlikely, *abroad.names.beginning(key)], sure=enough),
            _with(rivals, everyday.names.with_words(key), sure=enough),
        ]
        return [*rungs, MatchTier(abroad.regions.beginning(key), sure=False)] if any(rung.entries for rung in rungs) else []

    def _misspelt(self, query: PlaceQuery) -> list[MatchTier]:
        """What is one typing error away, as near as a region that begins so."""
        everyday, abroad, key = self._gazetteer.common, self._gazetteer.foreign, query.key
        enough = len(key) >= MAX_MATCHES
        near = [*everyday.names.near(key, 1), *abroad.names.near(key, 1)] if enough and is_alphabetic(key) else []
        return [MatchTier([*near, *abroad.regions.beginning(key)], sure=enough)]

    def _remote(self, query: PlaceQuery) -> list[MatchTier]:
        """What may be worth a look when nothing else was found; only a long region's name is sure enough to choose."""
        everyday, abroad, key = self._gazetteer.common, self._gazetteer.foreign, query.key
        long = len(key) >= LONG
        return [
            MatchTier(abroad.regions.near(key, 1) if long else (), sure=True),
            MatchTier(everyday.names.containing(key) if len(key) >= SHORT else (), sure=False),
            MatchTier([entry for part, group in self._mentioned(key) if len(part) >= MAX_MATCHES for entry in group], sure=False),
            MatchTier(everyday.names.near(key, 2) if long else (), sure=False),
        ]

    def _display_first(self, entries: list[PlaceName]) -> list[PlaceName]:
        return sorted(entries, key=lambda entry: entry.name != self._gazetteer.display[entry.alpha2])

    def _display_near(self, key: str) -> list[PlaceName]:
        display = self._gazetteer.display
        return [entry for entry in self._gazetteer.common.names.near(key, 1) if entry.name == display[entry.alpha2]]

    def _coded(self, key: str) -> list[PlaceName]:
        """The place with this alpha-2, alpha-3 or numeric code."""
        alpha2 = self._gazetteer.common.codes.get(key)
        return [PlaceName(alpha2, self._gazetteer.display[alpha2])] if alpha2 else []

    def _called(self, key: str) -> list[PlaceName]:
        """Everything with exactly this name or code."""
        everyday, abroad = self._gazetteer.common, self._gazetteer.foreign
        return [*self._coded(key), *everyday.names.exact(key), *abroad.names.exact(key), *abroad.regions.exact(key)]

    def _mentioned(self, key: str) -> list[tuple[str, list[PlaceName]]]:
        """The parts of a longer input, as long as they mean something, and what they mean; a word may mean nothing."""
        words = key.split() if key.count(" ") < MANY else []
        parts: list[tuple[str, list[PlaceName]]] = []
        while words:
            tries = (" ".join(words[:end]) for end in range(len(words), 0, -1))
            part, group = next(((part, group) for part in tries if (group := self._called(part))), (words[0], []))
            parts.append((part, group))
            words = words[part.count(" ") + 1 :]
        return parts

    def _agreed(self, key: str) -> list[PlaceName]:
        """The one country that all parts of the input can mean, as in `Georgia, USA`; nothing where they disagree."""
        parts = self._mentioned(key)
        groups = [group for _, group in parts]
        # Codes alone agree too easily: "de la" is not Delaware in Louisiana.
        telling = len(parts) > 1 and any(len(part) >= SHORT for part, _ in parts)
        common = set.intersection(*({entry.alpha2 for entry in group} for group in groups)) if telling else set()
        entries = [entry for group in groups for entry in group if entry.alpha2 in common]
        return [entry for entry in entries if entry.region] or entries


def _with(rivals: Sequence[PlaceName], entries: Sequence[PlaceName], sure: bool) -> MatchTier:
    """These entries with others that are as near; nothing where there are none."""
    return MatchTier([*entries, *rivals] if entries else [], sure)


def _same(some: Iterable[PlaceName], others: Iterable[PlaceName]) -> bool:
    """Tell whether the others name no country that is not among the first ones."""
    return {entry.alpha2 for entry in others} <= {entry.alpha2 for entry in some}


def _without_form(key: str) -> str:
    """The name without a form of government before it."""
    return next((key.removeprefix(form) for form in GOVERNMENT_FORMS if key.startswith(form)), key)
