"""The plan: the steps that fit, prerequisites first, the rest by what helps most for the least effort."""

from collections.abc import Iterable, Mapping
from datetime import date
from heapq import heapify, heappop, heappush

from .condition import Facts
from .content_models import Library, Step

_KnapsackState = tuple[frozenset[int], int]
"""The prerequisites taken that are still asked for, and the minutes used."""
_KnapsackChoice = tuple[int, tuple[int, ...]]
"""The impact reached, and the numbers of the steps chosen, negated so that the greater tuple has the earlier steps."""


def applicable_steps(library: Library, facts: Facts, today: date) -> tuple[Step, ...]:
    """The steps that apply to these facts on this day, in the order of the content."""
    return tuple(step for step in library.steps.values() if step.valid.holds(today) and step.when.holds(facts))


def order_steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Order the steps: each comes after what it requires, and what brings most impact per minute comes first.

    A step is weighed together with the prerequisites that still lie before it. Ties keep the given order.
    """
    pool = {step.id: step for step in steps}
    rank = {id: number for number, id in enumerate(pool)}
    followers: dict[str, list[str]] = {}
    for step in pool.values():
        for needed in step.requires:
            followers.setdefault(needed, []).append(step.id)
    ordered: dict[str, Step] = {}
    queue = [(-_impact_per_minute(_with_prerequisites(id, pool, ordered)), rank[id], id) for id in pool]
    heapify(queue)
    while queue:
        *_, id = heappop(queue)
        if id in ordered:
            continue
        bundle = _with_prerequisites(id, pool, ordered)
        ordered.update((step.id, step) for step in bundle)
        for follower in {each for step in bundle for each in followers.get(step.id, ()) if each in pool and each not in ordered}:
            heappush(queue, (-_impact_per_minute(_with_prerequisites(follower, pool, ordered)), rank[follower], follower))
    return tuple(ordered.values())


def _with_prerequisites(id: str, pool: Mapping[str, Step], taken: Mapping[str, Step]) -> list[Step]:
    """The step with all prerequisites that are not taken yet, in an order in which they can be done."""
    found: dict[str, Step] = {}
    entered: set[str] = set()

    def enter(each: str) -> None:
        if each in entered or each in taken or each not in pool:
            return
        entered.add(each)
        for needed in pool[each].requires:
            enter(needed)
        found[each] = pool[each]

    enter(id)
    return list(found.values())


def _impact_per_minute(bundle: Iterable[Step]) -> float:
    steps = tuple(bundle)
    return sum(step.impact for step in steps) / max(1, sum(step.minutes for step in steps))


def best_within(steps: Iterable[Step], minutes: int) -> tuple[Step, ...]:
    """The set of steps with the greatest impact that fits into the time, no step without what it requires.

    The choice is exact: a knapsack over the steps in order, that remembers which prerequisites were taken for as long as
    a later step asks for them. Among equals the shorter set wins, then the earlier steps.
    """
    ordered = order_steps(steps)
    place = {step.id: number for number, step in enumerate(ordered)}
    needs = [
        frozenset(place[id] for id in step.requires if place.get(id, number) < number) for number, step in enumerate(ordered)
    ]
    last_use = {need: number for number, wanted in enumerate(needs) for need in wanted}
    best: dict[_KnapsackState, _KnapsackChoice] = {(frozenset(), 0): (0, ())}
    for number, step in enumerate(ordered):
        found: dict[_KnapsackState, _KnapsackChoice] = {}
        for (held, used), (impact, chosen) in best.items():
            options = [(held, used, (impact, chosen))]
            if needs[number] <= held and used + step.minutes <= minutes:
                options.append((held | {number}, used + step.minutes, (impact + step.impact, (*chosen, -number))))
            for taken, spent, choice in options:
                key = (frozenset(each for each in taken if last_use.get(each, -1) > number), spent)
                found[key] = max(choice, found.get(key, choice))
        best = found
    (_, _), (_, winners) = max(best.items(), key=lambda item: (item[1][0], -item[0][1], item[1][1]))
    return tuple(ordered[-number] for number in winners)
