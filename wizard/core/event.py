"""Define the event: a recorded fact about a target on a day.

Besides settings, the state file stores only events.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from .sanitize import sanitize, sanitize_line

STEP_KINDS = ("done", "skipped", "reopened")
NOTE, ANSWERED, UNDONE = "note", "answered", "undone"
SENT = "sent"
"""The event kind of an objection that was sent."""
NO_ANSWER = "no-answer"
"""The event kind, and the status that follows from it, if Meta or a contact did not reply."""
MAX_YEAR = 9000
"""The last accepted year. Later years are typing errors, and adding a time limit to them could exceed `date.max`."""


class Event(NamedTuple):
    """One recorded fact about a target: a step, an objection, a contact or a question.

    `on` is the day when it happened, `at` the time when it was recorded. `undoes` is the id of the event that this one
    takes back. `value` is the answer to a question: an empty tuple if it was skipped, None if the answer was removed.
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
    """Return the event in a record of the state file, sanitized; None if the record is not valid.

    If the record has no valid day, the day on which it was recorded is used.
    """
    if not isinstance(raw, Mapping):
        return None
    kind, target, at = raw.get("kind"), raw.get("target"), raw.get("at")
    if not (isinstance(kind, str) and isinstance(target, str) and isinstance(at, str)):
        return None
    day = _parse_day(raw.get("on")) or _parse_day(at[:10])
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
        value=_parse_answer(raw) if kind == ANSWERED else None,
    )


def active_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events that were not undone, in the given order, without the undo events themselves."""
    events = tuple(events)
    undone_ids = {event.undoes for event in events if event.kind == UNDONE and event.undoes}
    return tuple(event for event in events if event.kind != UNDONE and event.id not in undone_ids)


def _parse_answer(raw: Mapping[object, object]) -> tuple[str, ...] | None:
    """Return the answer in a record; None if the answer was removed.

    An answer of an unknown type counts as skipped.
    """
    value = raw.get("value")
    if raw.get("known") is False:
        return None
    texts = value if isinstance(value, list) else [value]
    return tuple(sanitize_line(text) for text in texts if isinstance(text, str))


def _parse_day(text: object) -> date | None:
    if not isinstance(text, str):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year <= MAX_YEAR else None
