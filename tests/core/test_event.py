"""What a record of the state file means, and which events still count."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import day, event, taken_back
from wizard.core.event import Event, active_events, read_event

RECORD = {"at": "2026-11-20T10:00:00+00:00", "kind": "done", "target": "advocate/x", "id": "a1", "on": "2026-11-19"}
MEANT = Event("a1", "2026-11-20T10:00:00+00:00", "done", "advocate/x", day("2026-11-19"))


def reads(**changes: Any) -> Event | None:
    return read_event({key: value for key, value in (RECORD | changes).items() if value is not ...})


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"on": ...}, "on", day("2026-11-20")),
        ({"on": 7}, "on", day("2026-11-20")),
        ({"on": "some day"}, "on", day("2026-11-20")),
        ({"on": "9999-12-31"}, "on", day("2026-11-20")),
        ({"id": ...}, "id", ""),
        ({"id": 5}, "id", ""),
        ({"note": "two\nlines\x1b"}, "note", "two\nlines"),
        ({"note": ["no", "text"]}, "note", ""),
        ({"undoes": "b2"}, "undoes", "b2"),
        ({"undoes": None}, "undoes", ""),
        ({"kind": "\x1b[1mdone\n"}, "kind", "[1mdone"),
        ({"target": "advocate/\u202ex"}, "target", "advocate/x"),
        ({"unheard_of": {"deep": []}}, "kind", "done"),
    ],
)
def test_a_record_is_read_as_far_as_it_can_be(changes: dict[str, Any], field: str, value: object) -> None:
    """A field that is missing or odd does not cost the whole record, and its words are made harmless."""
    read = reads(**changes)
    assert getattr(read, field) == value


@pytest.mark.parametrize(
    "changes",
    [{"kind": ...}, {"kind": 1}, {"target": None}, {"target": ["x"]}, {"at": ...}, {"at": 12}, {"on": ..., "at": "yesterday"}],
)
def test_a_record_without_what_where_or_when_means_nothing(changes: dict[str, Any]) -> None:
    """It is not an event for this version; the file keeps it all the same."""
    assert reads(**changes) is None


def test_a_whole_record_is_read_whole() -> None:
    """What was recorded is what is read."""
    assert reads() == MEANT


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_anything_at_all_can_be_read(raw: object) -> None:
    """Whatever stands in the list of events, reading it ends with an event or with none."""
    assert read_event(raw) is None or isinstance(read_event(raw), Event)


def test_what_was_taken_back_no_longer_counts() -> None:
    """Neither the event nor its taking back stands; the others do, in their order."""
    first, second, third = event("a", "done"), event("b", "done"), event("a", "skipped")
    assert active_events([first, second, third]) == (first, second, third)
    assert active_events([first, second, taken_back(first), third]) == (second, third)
    assert active_events([taken_back(first), first, second]) == (second,)


def test_taking_back_something_nameless_takes_nothing() -> None:
    """Events without an id cannot be taken back, least of all together."""
    nameless = event("a", "done", id="")
    assert active_events([nameless, event("b", "done", id=""), taken_back(nameless)]) == (nameless, event("b", "done", id=""))
