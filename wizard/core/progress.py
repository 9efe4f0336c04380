"""Fold the recorded events into the progress: the status of all steps and requests."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from .account import Account, accounts_from_events
from .contact import CONTACT, Contact, contacts_from_events
from .content_models import Library, Step
from .event import ANSWERED, NOTE, STEP_KINDS, Event, active_events
from .field_types import EMPTY
from .place import Answers
from .request_target import is_request_target, parse_target
from .residence import RESIDENCE, RequestPlaces

OPEN, DONE, SKIPPED = "open", "done", "skipped"
STATUS_BY_EVENT = {"done": DONE, "skipped": SKIPPED, "reopened": OPEN}


class StepStatus(NamedTuple):
    """The status of one step, the day since when it has it, and the reason that the user gave.

    `on` is None for a step without events; `reason` is "" unless the step was skipped with a reason.
    """

    status: str = OPEN
    on: date | None = None
    reason: str = ""

    @property
    def is_counted(self) -> bool:
        """Return True if the step counts for exposure and progress.

        Every step does, except one that was skipped with a reason.
        """
        return self.status != SKIPPED or not self.reason


NOT_STARTED = StepStatus()


class Progress(NamedTuple):
    """The state of everything that events are recorded for, by target.

    Lists keep the order of the given events. `objections` and `homes` have targets like `case/facebook` as keys.
    `homes` holds the answers about the place under which a request was sent, `unexplained` the requests whose place was
    changed since without a word whether that was a move or a mistake, and `accounts` what is recorded about accounts.
    """

    steps: Mapping[str, StepStatus]
    requests: Mapping[str, tuple[Event, ...]]
    notes: Mapping[str, tuple[Event, ...]]
    contacts: tuple[Contact, ...] = ()
    homes: Mapping[str, Answers] = EMPTY
    unexplained: frozenset[str] = frozenset()
    accounts: Mapping[str, Account] = EMPTY

    def status_of(self, step_id: str) -> StepStatus:
        """Return the status of the step with this id; NOT_STARTED if nothing is recorded about it."""
        return self.steps.get(step_id, NOT_STARTED)


def fold(events: Iterable[Event], library: Library) -> Progress:
    """Return the progress after these events, applied in the given order.

    The last event of a step decides.
    """
    steps: dict[str, StepStatus] = {}
    requests: dict[str, list[Event]] = {}
    places = RequestPlaces()
    notes: dict[str, list[Event]] = {}
    form_steps = {f"case/{step.records.case}": step for step in library.steps.values() if step.records}
    events = active_events(events)
    for event in _with_linked_events(events, library, form_steps):
        if event.kind == NOTE:
            notes.setdefault(event.target, []).append(event)
        elif event.kind == ANSWERED or event.target == RESIDENCE:
            places.apply_event(event)
        elif is_request_target(event.target):
            history = requests.setdefault(event.target, [])
            if not history or _event_identity(event) != _event_identity(history[-1]):
                history.append(event)
                places.apply_event(event)
        elif event.kind in STATUS_BY_EVENT and not event.target.startswith(CONTACT):
            steps[event.target] = StepStatus(
                STATUS_BY_EVENT[event.kind], event.on, event.note.strip() if event.kind == "skipped" else ""
            )
    return Progress(
        steps,
        {target: tuple(history) for target, history in requests.items()},
        {target: tuple(target_notes) for target, target_notes in notes.items()},
        contacts_from_events(events),
        places.answers_by_target,
        places.unexplained,
        accounts_from_events(events, library),
    )


def _current_target(library: Library, target: str) -> str:
    """Return the current id of a target; the request of a further account may have a former id."""
    if ":" not in target or not is_request_target(target):
        return library.current_id(target)
    request = parse_target(target)
    return str(request._replace(base=library.current_id(request.base)))


def _event_identity(event: Event) -> tuple[str, date, str]:
    """Return the identity of an event for deduplication.

    Completing the form step and sending the request on one day count once.
    """
    return event.kind, event.on, event.note


def _with_linked_events(events: Iterable[Event], library: Library, form_steps: Mapping[str, Step]) -> Iterator[Event]:
    """Yield each event under the current id of its target, followed by the event that it implies, if any.

    A completed form step implies that the request was sent, and the other way round.
    """
    for recorded in events:
        current_id = _current_target(library, recorded.target)
        event = recorded if current_id == recorded.target else recorded._replace(target=current_id)
        yield event
        step = library.steps.get(event.target)
        if step and step.records and event.kind in STEP_KINDS and event.kind != "skipped":
            yield event._replace(
                target=f"case/{step.records.case}", kind=step.records.kind if event.kind == "done" else event.kind
            )
        form_step = form_steps.get(event.target)
        if form_step and form_step.records and event.kind in (form_step.records.kind, "reopened"):
            yield event._replace(target=form_step.id, kind="done" if event.kind == form_step.records.kind else "reopened")
