"""Select and order the steps of the plan, and choose the best steps for a given number of minutes."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from heapq import heapify, heappop, heappush

from .condition import Facts
from .content_models import OBJECTION, Library, Step
from .field_types import EMPTY

MIN_ESSENTIALS, MAX_ESSENTIALS = 5, 8
"""How many essentials a plan has; fewer only if the plan or the time has no more."""
ESSENTIAL_MINUTES = 45
"""The most time that all essentials take together, in minutes."""
_FIRST_FORM, _LEADING, _OTHER_FORM, _ESSENTIAL, _ADDED, _OPTIONAL = range(6)
"""The parts of the plan, in its order: the first objection form, other steps that lead, further forms, then the rest.

Essentials that the content declares come before those that are only added to them."""

_KnapsackState = tuple[frozenset[int], int]
"""The positions of the chosen steps that a later step still requires, and the minutes used."""
_KnapsackChoice = tuple[int, tuple[int, ...]]
"""The impact reached and the positions of the chosen steps, negated: of two tuples the greater has the earlier steps."""


def applicable_steps(library: Library, facts: Facts, today: date, facts_by_step: Mapping[str, Facts] = EMPTY) -> tuple[Step, ...]:
    """Return the steps that apply to these facts on this day, in the order of the content.

    `facts_by_step` holds the facts of steps, by id, for which others count.
    """
    return tuple(
        step for step in library.steps.values() if step.valid.holds(today) and step.when.holds(facts_by_step.get(step.id, facts))
    )


def is_objection_form(step: Step) -> bool:
    """Return True if this step sends an objection for one of the user's own accounts."""
    return step.action == OBJECTION and step.leads


def declared_essentials(steps: Iterable[Step], facts: Facts) -> tuple[Step, ...]:
    """Return the steps that the content declares essential for these facts, in the given order."""
    return tuple(step for step in steps if step.essential is not None and step.essential.holds(facts))


def plan_with_essentials(
    steps: Iterable[Step], facts: Facts, stated: Facts | None = None
) -> tuple[tuple[Step, ...], frozenset[str]]:
    """Return the steps in the order of the plan, and the ids of its essentials, which come first.

    `stated` are the facts without what an open question leaves possible: a step leads only by what the user said.

    The essentials are those that the content declares, with their prerequisites, as far as number and time allow.
    If they are too few, the best of the other steps are added.
    """
    steps = tuple(steps)
    steps_by_id = {step.id: step for step in steps}
    declared = {step.id for step in declared_essentials(steps, facts)}
    forms = [step.id for step in steps if step.id in declared and is_objection_form(step)]
    stated = facts if stated is None else stated
    leading = {step.id: _LEADING for step in steps if step.id in declared and step.leads and step.when.holds(stated)}
    leading.update(dict.fromkeys(forms, _OTHER_FORM))
    leading.update(dict.fromkeys(forms[:1], _FIRST_FORM))
    chosen: dict[str, Step] = {}
    for step in order_steps(steps, {**dict.fromkeys(declared, _ESSENTIAL), **leading}):
        limit = MAX_ESSENTIALS if step.id in declared else MIN_ESSENTIALS
        bundle = _with_prerequisites(step.id, steps_by_id, chosen)
        minutes = sum(each.minutes for each in (*chosen.values(), *bundle))
        if len(chosen) + len(bundle) <= limit and minutes <= ESSENTIAL_MINUTES:
            chosen.update((each.id, each) for each in bundle)
    parts = {id: leading.get(id, _ESSENTIAL if id in declared else _ADDED) for id in chosen}
    return order_steps(steps, parts), frozenset(chosen)


def order_steps(steps: Iterable[Step], parts: Mapping[str, int] | None = None) -> tuple[Step, ...]:
    """Order steps by impact per minute, the greatest first, and each step after its prerequisites.

    A step is rated together with its prerequisites that are not placed yet, and keeps the best rating that it had.
    Ties keep the given order. A prerequisite that is not among `steps` is ignored. Steps whose ids are in `parts` come
    first, by the part that they belong to, and with what they require.
    """
    # Greedy, with a priority queue of (part, negative rating, given position, id). Placing a step also places its open
    # prerequisites, which changes the ratings of the steps that require one of them, so these are queued again with
    # the new rating. Earlier entries stay in the queue: a step is placed by the highest rating that it ever had, and
    # its remaining entries are skipped.
    steps_by_id = {step.id: step for step in steps}
    part_of = dict.fromkeys(steps_by_id, _OPTIONAL) | dict(parts or {})
    given_position = {id: position for position, id in enumerate(steps_by_id)}
    dependents: dict[str, list[str]] = {}
    for step in steps_by_id.values():
        for prerequisite in step.requires:
            dependents.setdefault(prerequisite, []).append(step.id)
    placed: dict[str, Step] = {}

    def entry(id: str) -> tuple[int, float, int, str]:
        return part_of[id], -_impact_per_minute(_with_prerequisites(id, steps_by_id, placed)), given_position[id], id

    queue = [entry(id) for id in steps_by_id]
    heapify(queue)
    while queue:
        *_, id = heappop(queue)
        if id in placed:
            continue
        bundle = _with_prerequisites(id, steps_by_id, placed)
        placed.update((step.id, step) for step in bundle)
        for dependent in {id for step in bundle for id in dependents.get(step.id, ()) if id in steps_by_id and id not in placed}:
            heappush(queue, entry(dependent))
    return tuple(placed.values())


def _with_prerequisites(id: str, steps_by_id: Mapping[str, Step], placed: Mapping[str, Step]) -> list[Step]:
    """Return the step and all its prerequisites that are not placed yet, each after what it requires.

    A cycle of prerequisites is cut where it closes, so that faulty content cannot recurse for ever.
    """
    if not steps_by_id[id].requires:
        return [] if id in placed else [steps_by_id[id]]
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


def best_within(steps: Iterable[Step], minutes: int, first: Collection[str] = ()) -> tuple[Step, ...]:
    """Return the steps with the greatest total impact that fit into `minutes`, in plan order.

    No step is chosen without its prerequisites among `steps`. Steps whose ids are in `first` are chosen before all
    others, in the given order, as far as they fit. Of sets with equal impact the one with fewer minutes wins, then the
    one with the earlier steps.
    """
    steps_by_id = {step.id: step for step in steps}
    chosen: dict[str, Step] = {}
    for id in steps_by_id:
        if id in first:
            bundle = _with_prerequisites(id, steps_by_id, chosen)
            if sum(step.minutes for step in (*chosen.values(), *bundle)) <= minutes:
                chosen.update((step.id, step) for step in bundle)
    others = [step for step in steps_by_id.values() if step.id not in chosen]
    left = minutes - sum(step.minutes for step in chosen.values())
    chosen.update((step.id, step) for step in _most_impact_within(others, left))
    return tuple(step for step in order_steps(steps_by_id.values()) if step.id in chosen)


def _most_impact_within(steps: Iterable[Step], minutes: int) -> tuple[Step, ...]:
    """Return the steps with the greatest total impact that fit into `minutes`, in plan order."""
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
