"""Two copies of one state made into one: the union of their events, the later of two answers."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.storage.merge import merge_state


def answered(id: str, value: object, at: str, *, known: bool = True) -> dict[str, Any]:
    """The event of an answer."""
    return {"at": at, "kind": "answered", "target": id, "id": f"{id} {at}", "value": value, "known": known}


def state(answers: dict[str, Any] | None = None, *events: Any, **more: Any) -> dict[str, Any]:
    """A state file's data."""
    return {"schema": 1, "answers": answers or {}, "events": list(events)} | more


def merged(mine: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Mine with the other taken in; neither is changed."""
    mine = deepcopy(mine)
    merge_state(mine, deepcopy(other))
    return mine


EARLY, LATE = "2026-11-01T10:00:00+00:00", "2026-11-02T10:00:00+00:00"


@pytest.mark.parametrize(
    ("mine", "other", "answers"),
    [
        (state({"country": "DE"}), state(), {"country": "DE"}),
        (state(), state({"country": "DE"}), {"country": "DE"}),
        (state({"country": "DE"}), state({"country": "US"}), {"country": "DE"}),
        (
            state({"country": "DE"}, answered("country", "DE", EARLY)),
            state({"country": "US"}, answered("country", "US", LATE)),
            {"country": "US"},
        ),
        (
            state({"country": "DE"}, answered("country", "DE", LATE)),
            state({"country": "US"}, answered("country", "US", EARLY)),
            {"country": "DE"},
        ),
        (
            state({"country": "DE"}, answered("country", "DE", EARLY)),
            state({}, answered("country", None, LATE, known=False)),
            {},
        ),
        (
            state({}, answered("country", None, LATE, known=False)),
            state({"country": "US"}, answered("country", "US", EARLY)),
            {},
        ),
        (state({}, answered("country", None, LATE, known=False)), state({"country": "US"}), {}),
        (state({"country": "DE"}), state({"country": "US"}, answered("country", "US", EARLY)), {"country": "US"}),
        (state({"country": "DE"}), state({"services": ["facebook"]}), {"country": "DE", "services": ["facebook"]}),
    ],
)
def test_of_two_answers_the_later_one_counts(mine: dict[str, Any], other: dict[str, Any], answers: dict[str, Any]) -> None:
    """Also where the later one was to take it back; without dates one's own stays."""
    assert merged(mine, other)["answers"] == answers


def test_events_come_in_the_order_in_which_they_happened() -> None:
    """Whichever copy they come from."""
    one, two, three = ({"at": f"2026-11-0{number}", "kind": "done", "target": "x", "id": str(number)} for number in (1, 2, 3))
    assert merged(state({}, one, three), state({}, two, three))["events"] == [one, two, three]


def test_what_is_new_is_told() -> None:
    """And only that."""
    mine = state({}, {"id": "1", "at": "a"})
    assert merge_state(mine, state({}, {"id": "1", "at": "a"}, {"id": "2", "at": "b"})) == [{"id": "2", "at": "b"}]


def test_nothing_of_either_is_dropped() -> None:
    """Settings of one's own win; keys of later versions are carried along."""
    found = merged(
        state(None, None, 7, settings={"theme": "dark"}, mine=1),
        state(None, {"odd": []}, settings={"theme": "light", "motion": "less"}, other=2),
    )
    assert sorted(json.dumps(each) for each in found["events"]) == ["7", "null", '{"odd": []}']
    assert found["settings"] == {"theme": "dark", "motion": "less"}
    assert (found["mine"], found["other"]) == (1, 2)


def test_a_copy_with_nothing_in_it_changes_nothing() -> None:
    """Not even an empty list is needed."""
    mine = state({"country": "DE"}, {"id": "1"})
    assert merged(mine, {"schema": 1}) == mine | {"settings": {}}


NAMED = st.integers(0, 20).map(
    lambda number: {"id": str(number), "at": f"2026-11-{number + 1:02}", "kind": "done", "target": "x"}
)
NAMELESS = st.integers(0, 9).map(lambda number: {"at": f"2026-10-{number + 10}", "kind": "odd"}) | st.integers() | st.none()
COPIES = st.lists(NAMED | NAMELESS, max_size=8).map(lambda events: state(None, *events))


def events(of: dict[str, Any]) -> set[str]:
    """The events of a state, as a set."""
    return {json.dumps(each, sort_keys=True) for each in of["events"]}


@given(COPIES, COPIES)
def test_it_does_not_matter_who_takes_in_whom(one: dict[str, Any], other: dict[str, Any]) -> None:
    """The same events on both computers: those of either."""
    assert events(merged(one, other)) == events(merged(other, one)) == events(one) | events(other)


@given(COPIES, COPIES)
def test_taking_in_twice_is_taking_in_once(one: dict[str, Any], other: dict[str, Any]) -> None:
    """And one's own copy brings nothing new."""
    both = merged(one, other)
    assert merged(both, other) == merged(both, one) == merged(both, both) == both


@given(COPIES, COPIES, COPIES)
def test_it_does_not_matter_which_are_joined_first(one: dict[str, Any], two: dict[str, Any], three: dict[str, Any]) -> None:
    """Three computers end alike."""
    assert events(merged(merged(one, two), three)) == events(merged(one, merged(two, three)))


@given(COPIES, COPIES)
def test_events_with_a_moment_stand_in_its_order(one: dict[str, Any], other: dict[str, Any]) -> None:
    """So that the latest one decides on both computers."""
    moments = [each["at"] for each in merged(one, other)["events"] if isinstance(each, dict)]
    assert moments == sorted(moments)
