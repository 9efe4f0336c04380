"""What happened, and when: the only thing besides answers and settings that the state file remembers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from .sanitize import sanitize, sanitize_line

STEP_KINDS = ("done", "skipped", "reopened")
NOTE, ANSWERED, UNDONE = "note", "answered", "undone"
MAX_YEAR = 9000
"""Later days are slips of a keyboard: from there no deadline could be counted."""


class Event(NamedTuple):
    """One thing that happened to a target: a step, a case or a question; `on` is its day, `at` when it was recorded.

    Of an answer, `value` is what was answered: nothing where the question was skipped, None where the answer was taken back.
    """

    id: str
    at: str
    kind: str
    target: str
    on: date
    note: str = ""
    undoes: str = ""
    value: tuple[str, ...] | None = None


def read_event(raw: object) -> Event | None:
    """The event that a record of the state file means, or None where it cannot be understood."""
    if not isinstance(raw, Mapping):
        return None
    kind, target, at = raw.get("kind"), raw.get("target"), raw.get("at")
    if not (isinstance(kind, str) and isinstance(target, str) and isinstance(at, str)):
        return None
    day = _day(raw.get("on")) or _day(at[:10])
    if day is None:
        return None
    note, undoes, id = raw.get("note"), raw.get("undoes"), raw.get("id")
    return Event(
        id=id if isinstance(id, str) else "",
        at=sanitize_line(at),
        kind=sanitize_line(kind),
        target=sanitize_line(target),
        on=day,
        note=sanitize(note) if isinstance(note, str) else "",
        undoes=undoes if isinstance(undoes, str) else "",
        value=_answer(raw) if kind == ANSWERED else None,
    )


def active_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that still count: those that were not taken back, without the takings-back themselves."""
    events = tuple(events)
    gone = {event.undoes for event in events if event.kind == UNDONE and event.undoes}
    return tuple(event for event in events if event.kind != UNDONE and event.id not in gone)


def _answer(raw: Mapping[object, object]) -> tuple[str, ...] | None:
    """The answer that a record holds; one of an unknown shape counts as skipped."""
    value = raw.get("value")
    if raw.get("known") is False:
        return None
    texts = value if isinstance(value, list) else [value]
    return tuple(sanitize_line(each) for each in texts if isinstance(each, str))


def _day(text: object) -> date | None:
    if not isinstance(text, str):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year <= MAX_YEAR else None
