"""All combinations of country, region and form result.

Rules use them to test whether a condition can ever hold.
"""

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
"""Facts that a scenario determines."""
MAX_COMBINATIONS = 5000
"""Limit of answer combinations that are tried. The conditions of the content need a few dozen."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A residence with the answers that name it and the facts that follow from them."""

    answers: Answers
    place: Place
    facts: Facts

    def can_satisfy(self, condition: Condition) -> bool:
        """Return True if the condition can hold here for some answers to the other questions."""
        return not condition.alternatives or any(
            all(values & self.facts[name] for name, values in requested.items() if name in self.facts)
            for requested in condition.alternatives
        )


@lru_cache(maxsize=1)
def all_scenarios(content: ContentTree) -> tuple[Scenario, ...]:
    """Return all scenarios. Countries with invalid rows are left out; other rules report them. Cached."""
    return tuple(_build_scenarios(content))


def scenarios_for_regime(content: ContentTree, regime: str) -> Sequence[Scenario]:
    """Return the scenarios of all places that fall under a regime."""
    return _scenarios_by_regime(content).get(regime, ())


@lru_cache(maxsize=1)
def _scenarios_by_regime(content: ContentTree) -> Mapping[str, Sequence[Scenario]]:
    by_regime: dict[str, list[Scenario]] = {}
    for scenario in all_scenarios(content):
        by_regime.setdefault(scenario.place.regime.id, []).append(scenario)
    return by_regime


def _build_scenarios(content: ContentTree) -> Iterator[Scenario]:
    library = content.library
    for country in library.countries.values():
        if country.regime not in library.regimes or country.form not in PATHS:
            continue
        regions = [None, *(region for region in library.regions.values() if region.country == country.alpha2)]
        for region, opened in product(regions, ("", OPENED, NOT_OPENED)):
            place = build_place(library, country, region, opened, content.today)
            answers = {"country": (country.alpha2,), "region": (region.id,) if region else (), FORM: (opened,) if opened else ()}
            facts = {**facts_about_place(place), FORM: frozenset(answers[FORM])}
            yield Scenario(answers, place, facts)


def is_satisfiable(content: ContentTree, scenarios: Sequence[Scenario], *conditions: Condition) -> bool:
    """Return True if some answers in one of these scenarios satisfy all conditions."""
    # Trying every answer in each of some thousand scenarios would be slow. Two cuts keep it fast and exact:
    # 1. Only questions that the conditions name, directly or through the conditions of other questions, are varied.
    # 2. Scenarios that agree in all facts that the conditions name have the same result, so one of them is tried.
    #    If the conditions name no such fact at all, the first scenario stands for all.
    relevant = _with_question_conditions(content.library, conditions)
    names = frozenset[str]().union(*(condition.fact_names() for condition in relevant))
    if names.isdisjoint(FACTS):
        scenarios = scenarios[:1]
    seen: set[tuple[frozenset[str] | None, ...]] = set()
    for scenario in scenarios:
        relevant_facts = tuple(scenario.facts.get(name) for name in names)
        if relevant_facts in seen or not all(scenario.can_satisfy(condition) for condition in conditions):
            continue
        seen.add(relevant_facts)
        if any(all(each.holds(facts) for each in conditions) for facts in _possible_facts(content, scenario, relevant)):
            return True
    return False


def _with_question_conditions(library: Library, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return the conditions, and those of the questions that they depend on, recursively."""
    all_conditions = list(conditions)
    visited: set[str] = set()
    for condition in all_conditions:
        for name in condition.fact_names() - visited:
            visited.add(name)
            all_conditions += [question.when for question in library.questions if question.id == name]
    return tuple(all_conditions)


def _possible_facts(content: ContentTree, scenario: Scenario, conditions: Iterable[Condition]) -> Iterator[Facts]:
    """Yield the facts of every relevant combination of answers.

    Each question that the conditions name is left unanswered or answered with one of the named values.
    """
    requested: dict[str, set[str]] = {}
    for condition in conditions:
        for alternative in condition.alternatives:
            for name in alternative.keys() - scenario.facts.keys():
                requested.setdefault(name, set()).update(alternative[name])
    combinations = product(*([(), *((value,) for value in sorted(values))] for values in requested.values()))
    for chosen in islice(combinations, MAX_COMBINATIONS):
        answers = {**scenario.answers, **dict(zip(requested, chosen, strict=True))}
        yield build_interview(content.library, answers, content.today).facts


def minimal_answers(content: ContentTree, scenario: Scenario) -> Iterator[tuple[Answers, Facts]]:
    """Yield every way to answer with one option per question; other answers lead to no fewer steps."""
    questions = [question for question in content.library.questions if question.in_interview and question.kind in ("one", "many")]
    combinations = product(*([(choice.id,) for choice in question.choices] for question in questions))
    for chosen in islice(combinations, MAX_COMBINATIONS):
        interview = build_interview(
            content.library,
            {**scenario.answers, **{each.id: option for each, option in zip(questions, chosen, strict=True)}},
            content.today,
        )
        yield interview.answers, interview.facts
