"""Every home there can be, by country, part of it and what the person saw of the form: what holds for whom is asked of these."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from wizard.core.condition import Condition, Facts
from wizard.core.interview import interview
from wizard.core.library import Library
from wizard.core.place import NOT_OPENED, OPENED, PATHS, Answers, Place, make_place, place_facts

from .shelf import Shelf

FORM = "form"
FACTS = frozenset({"country", "region", "regime", "expected", "path", FORM})
"""What is known of a home."""
MOST_WAYS = 5000
"""So many ways to answer are tried; conditions that people write have a few dozen."""


@dataclass(frozen=True, slots=True)
class Home:
    """A residence with the answers that name it and the facts that follow from them."""

    answers: Answers
    place: Place
    facts: Facts

    def may_meet(self, condition: Condition) -> bool:
        """Tell whether the condition can hold here, whatever else is answered."""
        return not condition.alternatives or any(
            all(values & self.facts[name] for name, values in wanted.items() if name in self.facts)
            for wanted in condition.alternatives
        )


@lru_cache(maxsize=1)
def homes(shelf: Shelf) -> tuple[Home, ...]:
    """All homes; countries whose row is wrong are left to the rules about rows."""
    return tuple(_homes(shelf))


def homes_under(shelf: Shelf, regime: str) -> Sequence[Home]:
    """The homes of everybody who lives under a regime."""
    return _by_regime(shelf).get(regime, ())


@lru_cache(maxsize=1)
def _by_regime(shelf: Shelf) -> Mapping[str, Sequence[Home]]:
    found: dict[str, list[Home]] = {}
    for home in homes(shelf):
        found.setdefault(home.place.regime.id, []).append(home)
    return found


def _homes(shelf: Shelf) -> Iterator[Home]:
    library = shelf.library
    for country in library.countries.values():
        if country.regime not in library.regimes or country.form not in PATHS:
            continue
        regions = [None, *(region for region in library.regions.values() if region.country == country.alpha2)]
        for region, opened in product(regions, ("", OPENED, NOT_OPENED)):
            place = make_place(library, country, region, opened, shelf.today)
            answers = {"country": (country.alpha2,), "region": (region.id,) if region else (), FORM: (opened,) if opened else ()}
            facts = {**place_facts(place), FORM: frozenset(answers[FORM])}
            yield Home(answers, place, facts)


def meetable(shelf: Shelf, where: Sequence[Home], *conditions: Condition) -> bool:
    """Tell whether somebody in one of these homes can answer so that all conditions hold."""
    behind = _with_those_behind(shelf.library, conditions)
    names = frozenset[str]().union(*(condition.names() for condition in behind))
    if names.isdisjoint(FACTS):
        where = where[:1]
    seen: set[tuple[frozenset[str] | None, ...]] = set()
    for home in where:
        told_apart_by = tuple(home.facts.get(name) for name in names)
        if told_apart_by in seen or not all(home.may_meet(condition) for condition in conditions):
            continue
        seen.add(told_apart_by)
        if any(all(each.holds(facts) for each in conditions) for facts in _ways_to_answer(shelf, home, behind)):
            return True
    return False


def _with_those_behind(library: Library, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The conditions, and those under which the questions are asked that they look at, and so on."""
    found = list(conditions)
    met: set[str] = set()
    for condition in found:
        for name in condition.names() - met:
            met.add(name)
            found += [question.when for question in library.questions if question.id == name]
    return tuple(found)


def _ways_to_answer(shelf: Shelf, home: Home, conditions: Iterable[Condition]) -> Iterator[Facts]:
    """The facts of every way to answer the questions that matter: not at all, or with one of the values asked for."""
    wanted: dict[str, set[str]] = {}
    for condition in conditions:
        for way in condition.alternatives:
            for name in way.keys() - home.facts.keys():
                wanted.setdefault(name, set()).update(way[name])
    ways = product(*([(), *((value,) for value in sorted(values))] for values in wanted.values()))
    for chosen in islice(ways, MOST_WAYS):
        answers = {**home.answers, **dict(zip(wanted, chosen, strict=True))}
        yield interview(shelf.library, answers, shelf.today).facts


def smallest_ways(shelf: Shelf, home: Home) -> Iterator[tuple[Answers, Facts]]:
    """Every way to answer with one choice to each question: who says more, or skips a question, gets at least as much."""
    asked = [question for question in shelf.library.questions if question.asked and question.kind in ("one", "many")]
    ways = product(*([(choice.id,) for choice in question.choices] for question in asked))
    for chosen in islice(ways, MOST_WAYS):
        talk = interview(
            shelf.library, {**home.answers, **{each.id: said for each, said in zip(asked, chosen, strict=True)}}, shelf.today
        )
        yield talk.answers, talk.facts
