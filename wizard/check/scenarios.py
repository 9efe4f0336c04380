"""Every home there can be, by country, part of it and what the person saw of the form: what holds for whom is asked of these."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from wizard.core.condition import Condition, Facts
from wizard.core.content_models import Library
from wizard.core.interview import build_interview
from wizard.core.place import NOT_OPENED, OPENED, PATHS, Answers, Place, build_place, facts_about_place

from .content_tree import ContentTree

FORM = "form"
FACTS = frozenset({"country", "region", "regime", "expected", "path", FORM})
"""What is known of a home."""
MAX_COMBINATIONS = 5000
"""So many ways to answer are tried; conditions that people write have a few dozen."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A residence with the answers that name it and the facts that follow from them."""

    answers: Answers
    place: Place
    facts: Facts

    def can_satisfy(self, condition: Condition) -> bool:
        """Tell whether the condition can hold here, whatever else is answered."""
        return not condition.alternatives or any(
            all(values & self.facts[name] for name, values in wanted.items() if name in self.facts)
            for wanted in condition.alternatives
        )


@lru_cache(maxsize=1)
def all_scenarios(shelf: ContentTree) -> tuple[Scenario, ...]:
    """All homes; countries whose row is wrong are left to the rules about rows."""
    return tuple(_homes(shelf))


def scenarios_for_regime(shelf: ContentTree, regime: str) -> Sequence[Scenario]:
    """The homes of everybody who lives under a regime."""
    return _by_regime(shelf).get(regime, ())


@lru_cache(maxsize=1)
def _by_regime(shelf: ContentTree) -> Mapping[str, Sequence[Scenario]]:
    found: dict[str, list[Scenario]] = {}
    for home in all_scenarios(shelf):
        found.setdefault(home.place.regime.id, []).append(home)
    return found


def _homes(shelf: ContentTree) -> Iterator[Scenario]:
    library = shelf.library
    for country in library.countries.values():
        if country.regime not in library.regimes or country.form not in PATHS:
            continue
        regions = [None, *(region for region in library.regions.values() if region.country == country.alpha2)]
        for region, opened in product(regions, ("", OPENED, NOT_OPENED)):
            place = build_place(library, country, region, opened, shelf.today)
            answers = {"country": (country.alpha2,), "region": (region.id,) if region else (), FORM: (opened,) if opened else ()}
            facts = {**facts_about_place(place), FORM: frozenset(answers[FORM])}
            yield Scenario(answers, place, facts)


def is_satisfiable(shelf: ContentTree, where: Sequence[Scenario], *conditions: Condition) -> bool:
    """Tell whether somebody in one of these homes can answer so that all conditions hold."""
    behind = _with_those_behind(shelf.library, conditions)
    names = frozenset[str]().union(*(condition.fact_names() for condition in behind))
    if names.isdisjoint(FACTS):
        where = where[:1]
    seen: set[tuple[frozenset[str] | None, ...]] = set()
    for home in where:
        told_apart_by = tuple(home.facts.get(name) for name in names)
        if told_apart_by in seen or not all(home.can_satisfy(condition) for condition in conditions):
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
        for name in condition.fact_names() - met:
            met.add(name)
            found += [question.when for question in library.questions if question.id == name]
    return tuple(found)


def _ways_to_answer(shelf: ContentTree, home: Scenario, conditions: Iterable[Condition]) -> Iterator[Facts]:
    """The facts of every way to answer the questions that matter: not at all, or with one of the values asked for."""
    wanted: dict[str, set[str]] = {}
    for condition in conditions:
        for way in condition.alternatives:
            for name in way.keys() - home.facts.keys():
                wanted.setdefault(name, set()).update(way[name])
    ways = product(*([(), *((value,) for value in sorted(values))] for values in wanted.values()))
    for chosen in islice(ways, MAX_COMBINATIONS):
        answers = {**home.answers, **dict(zip(wanted, chosen, strict=True))}
        yield build_interview(shelf.library, answers, shelf.today).facts


def minimal_answers(shelf: ContentTree, home: Scenario) -> Iterator[tuple[Answers, Facts]]:
    """Every way to answer with one choice to each question: who says more, or skips a question, gets at least as much."""
    asked = [question for question in shelf.library.questions if question.in_interview and question.kind in ("one", "many")]
    ways = product(*([(choice.id,) for choice in question.choices] for question in asked))
    for chosen in islice(ways, MAX_COMBINATIONS):
        talk = build_interview(
            shelf.library, {**home.answers, **{each.id: said for each, said in zip(asked, chosen, strict=True)}}, shelf.today
        )
        yield talk.answers, talk.facts
