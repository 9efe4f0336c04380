"""The order of the plan, and the best that can be done in ten minutes."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import TODAY, day, library, said, step, when
from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Step
from wizard.core.interview import available_options, build_interview
from wizard.core.jurisdiction import ValidityPeriod
from wizard.core.plan import applicable_steps, best_within, order_steps


def ordered(*steps: Step) -> str:
    return " ".join(names(order_steps(steps)))


def names(steps: Iterable[Step]) -> list[str]:
    return [each.id.removeprefix("privacy-settings/") for each in steps]


@pytest.mark.parametrize(
    ("steps", "order"),
    [
        ((step("weak", 1, 5), step("strong", 5, 5)), "strong weak"),
        ((step("long", 5, 50), step("short", 2, 5)), "short long"),
        ((step("first", 3, 5), step("second", 3, 5), step("third", 6, 10)), "first second third"),
        ((step("after", 5, 1, "before"), step("before", 1, 1)), "before after"),
        ((step("lone", 3, 2), step("after", 5, 1, "before"), step("before", 1, 1)), "before after lone"),
        ((step("lone", 4, 1), step("after", 5, 1, "before"), step("before", 1, 1)), "lone before after"),
        ((step("heavy", 1, 60), step("gem", 5, 1, "heavy"), step("plain", 2, 10)), "plain heavy gem"),
        ((step("c", 5, 1, "b"), step("b", 1, 1, "a"), step("a", 1, 1)), "a b c"),
        ((step("one", 5, 1, "shared"), step("two", 2, 1, "shared"), step("shared", 1, 1)), "shared one two"),
        ((step("a", 3, 1, "elsewhere"),), "a"),
        ((), ""),
    ],
)
def test_what_helps_most_for_the_least_effort_comes_first(steps: Sequence[Step], order: str) -> None:
    """A step is weighed with the prerequisites that still lie before it; ties keep the order of the content."""
    assert ordered(*steps) == order


@pytest.mark.parametrize(
    ("steps", "minutes", "best"),
    [
        ((step("a", 5, 10), step("b", 3, 5), step("c", 3, 5)), 10, "b c"),
        ((step("a", 5, 10), step("b", 3, 5), step("c", 3, 5)), 9, "b"),
        ((step("a", 5, 10), step("b", 3, 5), step("c", 3, 5)), 4, ""),
        ((step("a", 5, 10), step("b", 3, 5), step("c", 3, 5)), 100, "b c a"),
        ((step("gem", 5, 1, "tool"), step("tool", 1, 6), step("plain", 4, 6)), 6, "plain"),
        ((step("gem", 5, 1, "tool"), step("tool", 1, 6), step("plain", 4, 6)), 7, "tool gem"),
        ((step("slow", 3, 9), step("quick", 3, 4)), 10, "quick"),
        ((step("one", 3, 5), step("two", 3, 5)), 5, "one"),
    ],
)
def test_the_best_that_fits_into_the_time(steps: Sequence[Step], minutes: int, best: str) -> None:
    """The greatest impact; among equals the shorter set, then the earlier steps; never a step without what it requires."""
    assert " ".join(names(best_within(steps, minutes))) == best


@st.composite
def graphs(draw: st.DrawFn, *, cycles: bool) -> list[Step]:
    """A few steps with several prerequisites each, in any order; some prerequisites lie outside."""
    size = draw(st.integers(0, 8))
    made = []
    for number in range(size):
        candidates = [*range(size if cycles else number), 99]
        needed = draw(st.lists(st.sampled_from(candidates), max_size=3, unique=True))
        impact, minutes = draw(st.integers(1, 5)), draw(st.integers(1, 12))
        made.append(step(str(number), impact, minutes, " ".join(map(str, needed))))
    return draw(st.permutations(made))


def _brute_force(steps: Sequence[Step], minutes: int) -> list[str]:
    """Try every set of steps that contains what it requires and fits into the time."""
    line = order_steps(steps)
    here = {each.id for each in line}
    best: tuple[int, int, tuple[int, ...]] = (0, 0, ())
    for size in range(1, len(line) + 1):
        for chosen in combinations(range(len(line)), size):
            ids = {line[each].id for each in chosen}
            spent = sum(line[each].minutes for each in chosen)
            if spent <= minutes and all(set(line[each].requires) & here <= ids for each in chosen):
                impact = sum(line[each].impact for each in chosen)
                best = max(best, (impact, -spent, tuple(-each for each in chosen)))
    return names(line[-each] for each in best[2])


@given(graphs(cycles=False), st.integers(0, 40))
def test_the_choice_is_exact(steps: list[Step], minutes: int) -> None:
    """It equals brute force on every small graph of prerequisites."""
    assert names(best_within(steps, minutes)) == _brute_force(steps, minutes)


@given(graphs(cycles=False))
def test_prerequisites_come_before_what_needs_them(steps: list[Step]) -> None:
    """Each step once, each after what it requires."""
    order = [each.id for each in order_steps(steps)]
    assert sorted(order) == sorted(each.id for each in steps)
    for each in steps:
        for needed in set(each.requires) & set(order):
            assert order.index(needed) < order.index(each.id)


@given(graphs(cycles=True), st.integers(0, 40))
def test_circles_neither_hang_nor_lose_a_step(steps: list[Step], minutes: int) -> None:
    """A mistake in the content may cost the order, not the plan."""
    assert sorted(names(order_steps(steps))) == sorted(names(steps))
    assert sum(each.minutes for each in best_within(steps, minutes)) <= minutes


@given(graphs(cycles=False))
def test_the_first_step_belongs_to_the_best_bundle(steps: list[Step]) -> None:
    """No step, taken with all it requires, brings more per minute than what the plan begins with."""
    pool = {each.id: each for each in steps}

    def worth(id: str) -> float:
        bundle, front = {id}, [id]
        while front:
            front = [needed for each in front for needed in pool[each].requires if needed in pool and needed not in bundle]
            bundle.update(front)
        return sum(pool[each].impact for each in bundle) / sum(pool[each].minutes for each in bundle)

    order = order_steps(steps)
    if order:
        best = max(map(worth, pool))
        begun = {order[0].id}
        dependants = [each for each in pool if isclose(worth(each), best)]
        assert any(begun <= _with_needs(each, pool) for each in dependants)


def _with_needs(id: str, pool: dict[str, Step]) -> set[str]:
    found = {id}
    for needed in pool[id].requires:
        if needed in pool:
            found |= _with_needs(needed, pool)
    return found


def test_a_step_fits_by_its_condition_and_its_days() -> None:
    """In the order of the content."""
    steps = (
        step("always"),
        step("instagram", when=when(services="instagram")),
        step("over", valid=ValidityPeriod(None, day("2026-11-22"))),
        step("today", valid=ValidityPeriod(TODAY, TODAY)),
    )
    facts = {"services": frozenset({"facebook"})}
    assert names(applicable_steps(library(*steps), facts, TODAY)) == ["always", "today"]


@given(st.data())
def test_every_person_gets_a_plan(data: st.DataObject) -> None:
    """For any shipped place and any answers: something to do, prerequisites first, and ten minutes are never overdrawn."""
    made = load_shipped_content()
    answers: dict[str, tuple[str, ...]] = {"country": (data.draw(st.sampled_from(sorted(made.countries))),)}
    for question in made.questions[1:]:
        ids = [each.id for each in available_options(made, question, answers)]
        given_answer = st.lists(st.sampled_from(ids), max_size=2, unique=True).map(tuple) if ids else st.nothing()
        answers |= data.draw(st.dictionaries(st.just(question.id), given_answer, max_size=1 if ids else 0))
    steps = order_steps(applicable_steps(made, build_interview(made, answers, TODAY).facts, TODAY))
    order = [each.id for each in steps]
    assert order
    assert all(order.index(needed) < order.index(each.id) for each in steps for needed in each.requires if needed in order)
    assert sum(each.minutes for each in best_within(steps, 10)) <= 10


@pytest.mark.parametrize("country", ["DE", "US", "KR", "NZ"])
def test_what_deletes_comes_after_the_export(country: str) -> None:
    """Nothing irreversible before one's own copy is safe."""
    answers = said(country=country, services="facebook instagram threads", depth="leave")
    steps = order_steps(
        applicable_steps(load_shipped_content(), build_interview(load_shipped_content(), answers, TODAY).facts, TODAY)
    )
    order = [each.id for each in steps]
    deleting = [each.id for each in steps if each.passage("irreversible") and each.action == "delete-your-data"]
    assert deleting
    assert all(order.index("delete-your-data/export-your-data") < order.index(id) for id in deleting)
