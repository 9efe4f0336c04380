"""The essentials: which steps a plan begins with, in which order, and when a step leaves the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import TODAY, event, form_step, library, said, step, when
from wizard.core.condition import ALWAYS
from wizard.core.content_models import Library, Step
from wizard.core.plan import ESSENTIAL_MINUTES, MAX_ESSENTIALS, MIN_ESSENTIALS, plan_with_essentials
from wizard.core.snapshot import Snapshot, build_snapshot

HERE = said(country="DE", services="facebook instagram")


def essential(id: str, impact: int = 3, minutes: int = 5, requires: str = "", **more: object) -> Step:
    """A step that is essential for everybody."""
    return step(id, impact, minutes, requires, **({"essential": ALWAYS} | more))


def form(service: str, **more: object) -> Step:
    """An objection form that leads."""
    return form_step(service, **({"essential": ALWAYS, "leads": True} | more))


def begin(*steps: Step) -> str:
    """The essentials in their order, without the names of their actions."""
    ordered, ids = plan_with_essentials(steps, {name: frozenset(values) for name, values in HERE.items()})
    assert [each.id in ids for each in ordered] == sorted((each.id in ids for each in ordered), reverse=True)
    return " ".join(each.id.rpartition("/")[2] for each in ordered if each.id in ids)


CHOSEN = [
    # the steps, and with which of them the plan begins
    ((essential("weak", 1), step("strong", 5), *(step(f"s{n}", 4) for n in range(4))), "weak strong s0 s1 s2"),
    ((essential("quick", 5, 1), form("facebook")), "facebook-form quick"),
    ((essential("child", 5, 9, leads=True), form("facebook"), form("instagram")), "facebook-form child instagram-form"),
    ((step("lead-only", 5, 1, leads=True), essential("other", 1)), "other lead-only"),
    ((essential("a", essential=when(services="facebook")), essential("b", essential=when(services="threads"))), "a b"),
    ((essential("close", 5, 5, "copy"), step("copy", 1, 10), step("more", 5, 1)), "copy close more"),
    ((essential("long", 5, 46), essential("short", 1, 45)), "short"),
    (tuple(essential(f"s{n}") for n in range(10)), "s0 s1 s2 s3 s4 s5 s6 s7"),
    ((), ""),
]


@pytest.mark.parametrize(("steps", "order"), CHOSEN)
def test_a_plan_begins_with_its_essentials(steps: tuple[Step, ...], order: str) -> None:
    """Forms first, then what leads, what is declared, and what fills up, each by impact per minute; too many are cut."""
    assert begin(*steps) == order


@st.composite
def plans(draw: st.DrawFn) -> list[Step]:
    """Steps of any size; some essential, some leading, some forms."""
    made = []
    for number in range(draw(st.integers(0, 14))):
        impact, minutes = draw(st.integers(1, 5)), draw(st.integers(1, 60))
        needed = draw(st.lists(st.integers(0, 14), max_size=2, unique=True))
        essential, leads = draw(st.sampled_from([ALWAYS, None])), draw(st.booleans())
        required = " ".join(f"s{each}" for each in needed)
        made.append(step(f"s{number}", impact, minutes, required, essential=essential, leads=leads))
    return made


@given(plans())
def test_essentials_are_few_and_short_and_first(steps: list[Step]) -> None:
    """Whatever the content declares; nothing that fits is missing while they are too few."""
    ordered, ids = plan_with_essentials(steps, {})
    assert sorted(each.id for each in ordered) == sorted(each.id for each in steps)
    assert {each.id for each in ordered[: len(ids)]} == ids
    chosen = [each for each in steps if each.id in ids]
    minutes = sum(each.minutes for each in chosen)
    assert len(ids) <= MAX_ESSENTIALS
    assert minutes <= ESSENTIAL_MINUTES
    ready = [each for each in steps if each.id not in ids and set(each.requires) & {one.id for one in steps} <= ids | {each.id}]
    if len(ids) < MIN_ESSENTIALS:
        assert all(each.minutes + minutes > ESSENTIAL_MINUTES for each in ready)


COPY = step("copy", 1, 10, preparation=True)


def case(content: Library, *events: object, answers: object = HERE) -> Snapshot:
    """The case of somebody there."""
    return build_snapshot(content, answers, events, TODAY)  # type: ignore[arg-type]


PREPARED = [
    # what happened to the step that needs it, and whether the preparation is in the plan
    ((), True),
    (("done",), False),
    (("skipped",), False),
    (("done", "reopened"), True),
]


@pytest.mark.parametrize(("kinds", "there"), PREPARED)
def test_a_preparation_is_recommended_only_while_it_serves(kinds: tuple[str, ...], there: bool) -> None:
    """Once nothing open needs it, it is no longer next."""
    content = library(COPY, step("delete", 5, 5, "copy"))
    snapshot = case(content, *(event("privacy-settings/delete", kind) for kind in kinds))
    assert (snapshot.step(COPY.id) is not None) is there


def test_a_preparation_that_was_done_stays() -> None:
    """What somebody did is not taken from them."""
    content = library(COPY, step("delete", 5, 5, "copy"))
    found = case(content, event(COPY.id, "done"), event("privacy-settings/delete", "done")).step(COPY.id)
    assert found is not None
    assert found.status == "done"


def test_progress_of_the_essentials() -> None:
    """Done, all that count, and the minutes that are left."""
    steps = [essential("a", 5, 3), essential("b", 4, 4), essential("c", 3, 5)]
    content = library(*steps)
    assert case(content).essentials == (0, 3, 12)
    assert case(content, event(steps[0].id, "done")).essentials == (1, 3, 9)
    assert case(content, event(steps[1].id, "skipped", note="I have none")).essentials == (0, 2, 8)
    assert case(content, event(steps[1].id, "skipped")).essentials == (0, 3, 8)


def test_the_form_is_in_every_time_that_it_fits_into() -> None:
    """Even where other steps would bring more in the same minutes."""
    content = library(*(step(f"s{n}", 5, 1) for n in range(5)), form("facebook"))
    for minutes in range(1, 12):
        found = [each.id for each in case(content).best_within(minutes)]
        assert ("objection/facebook-form" in found) is (minutes >= 5), minutes


def test_only_what_was_said_leads() -> None:
    """An open question leaves everything possible, but nothing that must come first."""
    child = step("child", 5, 9, essential=ALWAYS, leads=True, when=when(visibility="public"))
    content = library(child, essential("quick", 5, 1))
    assert case(content).steps[0].id == "privacy-settings/quick"
    assert case(content, answers=HERE | said(visibility="public")).steps[0].id == child.id
