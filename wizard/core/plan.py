"""Select and order the steps of the plan, and choose the best steps for a given number of minutes."""

from collections.abc import Iterable, Mapping
from datetime import date
from heapq import heapify, heappop, heappush

from .condition import Facts
from .content_models import Library, Step

_KnapsackState = tuple[frozenset[int], int]
"""The positions of the chosen steps that a later step still requires, and the minutes used."""
_KnapsackChoice = tuple[int, tuple[int, ...]]
"""The impact reached and the positions of the chosen steps, negated: of two tuples the greater has the earlier steps."""


def applicable_steps(library: Library, facts: Facts, today: date) -> tuple[Step, ...]:
    """Return the steps that apply to these facts on this day, in the order of the content."""
    return tuple(step for step in library.steps.values() if step.valid.holds(today) and step.when.holds(facts))


def order_steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Order steps by impact per minute, the greatest first, and each step after its prerequisites.

    A step is rated together with its prerequisites that are not placed yet, and keeps the best rating that it had.
    Ties keep the given order. A prerequisite that is not among `steps` is ignored.
    """
    # Greedy, with a priority queue of (negative rating, given position, id). Placing a step also places its open
    # prerequisites, which changes the ratings of the steps that require one of them, so these are queued again with
    # the new rating. Earlier entries stay in the queue: a step is placed by the highest rating that it ever had, and
    # its remaining entries are skipped.
    steps_by_id = {step.id: step for step in steps}
    given_position = {id: position for position, id in enumerate(steps_by_id)}
    dependents: dict[str, list[str]] = {}
    for step in steps_by_id.values():
        for prerequisite in step.requires:
            dependents.setdefault(prerequisite, []).append(step.id)
    placed: dict[str, Step] = {}
    queue = [(-_impact_per_minute(_with_prerequisites(id, steps_by_id, placed)), given_position[id], id) for id in steps_by_id]
    heapify(queue)
    while queue:
        *_, id = heappop(queue)
        if id in placed:
            continue
        bundle = _with_prerequisites(id, steps_by_id, placed)
        placed.update((step.id, step) for step in bundle)
        for dependent in {id for step in bundle for id in dependents.get(step.id, ()) if id in steps_by_id and id not in placed}:
            rating = _impact_per_minute(_with_prerequisites(dependent, steps_by_id, placed))
            heappush(queue, (-rating, given_position[dependent], dependent))
    return tuple(placed.values())


def _with_prerequisites(id: str, steps_by_id: Mapping[str, Step], placed: Mapping[str, Step]) -> list[Step]:
    """Return the step and all its prerequisites that are not placed yet, each after what it requires.

    A cycle of prerequisites is cut where it closes, so that faulty content cannot recurse for ever.
    """
    bundle: dict[str, Step] = {}
    visited: set[str] = set()

    def visit(step_id: str) -> None:
        if step_id in visited or step_id in placed or step_id not in steps_by_id:
            return
        visited.add(step_id)
        for prerequisite in steps_by_id[step_id].requires:
            visit(prerequisite)
        bundle[step_id] = steps_by_id[step_id]

    visit(id)
    return list(bundle.values())


def _impact_per_minute(bundle: Iterable[Step]) -> float:
    steps = tuple(bundle)
    return sum(step.impact for step in steps) / max(1, sum(step.minutes for step in steps))


def best_within(steps: Iterable[Step], minutes: int) -> tuple[Step, ...]:
    """Return the steps with the greatest total impact that fit into `minutes`, in plan order.

    No step is chosen without its prerequisites among `steps`. Of sets with equal impact the one with fewer minutes
    wins, then the one with the earlier steps.
    """
    # An exact 0/1 knapsack by dynamic programming. The steps are taken up in order, prerequisites first, and each is
    # either left out or chosen; `best` maps every state that can be reached to the best choice that leads there.
    # Minutes alone are not enough as a state: whether a later step may be chosen depends on its prerequisites. So the
    # state also holds the chosen steps that a later step still requires. After the last step that requires it, a step
    # is dropped from the state, and states that have become equal are merged: that keeps their number small.
    # Example: A (3 min, impact 1), then B (5 min, impact 5, requires A) and 8 minutes. After A there are two states,
    # ({}, 0 min) with impact 0 and ({A}, 3 min) with impact 1. Only the second one allows B: ({}, 8 min), impact 6.
    ordered = order_steps(steps)
    position_of = {step.id: position for position, step in enumerate(ordered)}
    required = [
        frozenset(position_of[id] for id in step.requires if position_of.get(id, position) < position)
        for position, step in enumerate(ordered)
    ]
    last_required_at = {needed: position for position, needs in enumerate(required) for needed in needs}
    best: dict[_KnapsackState, _KnapsackChoice] = {(frozenset(), 0): (0, ())}
    for position, step in enumerate(ordered):
        next_best: dict[_KnapsackState, _KnapsackChoice] = {}
        for (still_required, used), (impact, chosen) in best.items():
            options = [(still_required, used, (impact, chosen))]
            if required[position] <= still_required and used + step.minutes <= minutes:
                with_step = (impact + step.impact, (*chosen, -position))
                options.append((still_required | {position}, used + step.minutes, with_step))
            for taken, spent, choice in options:
                state = (frozenset(index for index in taken if last_required_at.get(index, -1) > position), spent)
                next_best[state] = max(choice, next_best.get(state, choice))
        best = next_best
    _, (_, winners) = max(best.items(), key=lambda item: (item[1][0], -item[0][1], item[1][1]))
    return tuple(ordered[-negated] for negated in winners)
