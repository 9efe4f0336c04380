"""Which of several places a user most likely means: by inhabitants, by the kind of name, and by how much of it was typed."""

from collections.abc import Container, Iterable, Mapping
from math import sqrt
from typing import NamedTuple

from .cldr import inhabitants
from .name_index import PlaceName

LARGE = 1_000_000
"""The number of inhabitants from which the name of a region alone may choose its country."""
DISPLAY, COMMON, ASKED_REGION, KNOWN_REGION, REGION, FOREIGN, GROUP = 5.0, 0.5, 5.0, 1.0, 0.5, 0.1, 0.001
"""Weights of kinds of names: the display name of a country, another common name of it, a region that the interview asks about,
one that the alias file knows, another region, a name in another language, a name of a group of countries such as `Europe`."""
GROUP_SIZE = 4
"""The number of countries from which a name is one of a group, and not a name that may mean one or the other."""
WORD = 0.3
"""The weight of a name that only contains the typed words, beside one that begins with them."""
HERE = 50.0
"""The weight of the country that the computer's settings suggest, and of its regions."""
CLOSENESS = 1.5
"""The exponent of the typed part of a name. A lower one favours long names of large countries, a higher one short names."""
AHEAD = 10.0
"""A place is chosen if it is that many times as likely as the next one."""
MANY = 100
"""The number of regions that is taken for a region that ISO 3166-2 does not list any more."""
NEGLIGIBLE = 1e-3
"""A name in another language is left out if it is that much less likely than the best match."""


class Candidates(NamedTuple):
    """Names of one kind that match a text. `weight` is the weight of the kind for names of countries."""

    names: Iterable[PlaceName]
    weight: float
    part: float = 1.0


class RankedNames(NamedTuple):
    """Names, the likeliest first; `leader` is the country that is far likelier than all others, or ""."""

    names: list[PlaceName]
    leader: str


class Likelihood:
    """Compares names of places.

    `divisions` says into how many such regions a country is divided, by the code of a region. `asked` are names and `known` codes
    of regions, and `groups` names, that are explained with the weights above.
    """

    def __init__(
        self,
        display: Mapping[str, str],
        divisions: Mapping[str, int],
        asked: Container[str],
        known: Container[str],
        groups: Container[str],
    ) -> None:
        self._people = inhabitants()
        self._display = display
        self._divisions = divisions
        self._asked = asked
        self._known = known
        self._groups = groups

    def rank(self, candidates: Iterable[Candidates], length: int, guess: str) -> RankedNames:
        """Return the names of all candidates for an input of this length. `guess` is the country of the computer, or ""."""
        # score = kind of name x root of the inhabitants x (typed part of the name)^1.5; x HERE in the computer's country.
        # "tex": Texas 5 x 2,500 x (3/5)^1.5 = 5,800; the Holy See by its Kurdish name 0.1 x 32 x (3/39)^1.5 = 0.07.
        # The root makes China 8 times, not 70 times as likely as Chile for "chi".
        scored = [
            (self._score(entry, group, length, guess), group.weight == FOREIGN, entry)
            for group in candidates
            for entry in group.names
        ]
        scored.sort(key=lambda row: -row[0])
        if not scored:
            return RankedNames([], "")
        best, _, first = scored[0]
        rival = next((score for score, _, entry in scored if entry.alpha2 != first.alpha2), 0.0)
        names = [entry for score, is_foreign, entry in scored if not is_foreign or score >= best * NEGLIGIBLE]
        return RankedNames(names, first.alpha2 if best > rival * AHEAD else "")

    def is_prominent(self, entry: PlaceName) -> bool:
        """Return True for a display name of a country, and for a region that the interview asks about."""
        return entry.name in self._asked if entry.region else self._display.get(entry.alpha2) == entry.name

    def is_large(self, entry: PlaceName) -> bool:
        """Return True for a country, for a region that is known, and for one with at least LARGE inhabitants."""
        return not entry.region or self._region_people(entry) >= LARGE

    def _score(self, entry: PlaceName, group: Candidates, length: int, guess: str) -> float:
        if entry.name in self._groups:
            kind = GROUP
        elif entry.region:
            kind = ASKED_REGION if entry.name in self._asked else KNOWN_REGION if entry.region in self._known else REGION
        else:
            kind = DISPLAY if self._display.get(entry.alpha2) == entry.name else group.weight
        people = self._region_people(entry) if entry.region else self._people.get(entry.alpha2, 1)
        typed: float = min(1.0, length / len(entry.name)) ** CLOSENESS
        here = HERE if entry.alpha2 == guess and group.weight != FOREIGN else 1.0
        return kind * group.part * sqrt(people) * typed * here

    def _region_people(self, entry: PlaceName) -> float:
        """Return the average number of people in such a region, and at least LARGE for a known region."""
        average = self._people.get(entry.alpha2, 1) / self._divisions.get(entry.region, MANY)
        return max(average, LARGE) if entry.region in self._known or entry.name in self._asked else average
