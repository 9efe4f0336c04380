"""Progress: where every step and every objection stands, folded from the events."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from .contact import CONTACT, Contact, contacts_from_events
from .content_models import EMPTY, Library, Step
from .event import ANSWERED, NOTE, STEP_KINDS, Event, active_events
from .place import Answers
from .residence import RequestPlaces

OPEN, DONE, SKIPPED = "open", "done", "skipped"
STATUS_BY_EVENT = {"done": DONE, "skipped": SKIPPED, "reopened": OPEN}


class StepStatus(NamedTuple):
    """Where one step stands, since when, and the reason the person gave."""

    status: str = OPEN
    on: date | None = None
    reason: str = ""

    @property
    def is_counted(self) -> bool:
        """Tell whether the step counts for exposure and progress: all do but those skipped with a reason."""
        return self.status != SKIPPED or not self.reason


NOT_STARTED = StepStatus()


class Progress(NamedTuple):
    """Everything that happened, sorted by what it happened to; `homes` are the answers about the place that a case keeps."""

    steps: Mapping[str, StepStatus]
    objections: Mapping[str, tuple[Event, ...]]
    notes: Mapping[str, tuple[Event, ...]]
    contacts: tuple[Contact, ...] = ()
    homes: Mapping[str, Answers] = EMPTY

    def status_of(self, step_id: str) -> StepStatus:
        """Where the step with this id stands."""
        return self.steps.get(step_id, NOT_STARTED)


def fold(events: Iterable[Event], library: Library) -> Progress:
    """Where everything stands after these events, the latest one deciding."""
    steps: dict[str, StepStatus] = {}
    cases: dict[str, list[Event]] = {}
    homes = RequestPlaces()
    notes: dict[str, list[Event]] = {}
    milestones = {f"case/{step.records.case}": step for step in library.steps.values() if step.records}
    events = active_events(events)
    for event in _with_linked_events(events, library, milestones):
        if event.kind == NOTE:
            notes.setdefault(event.target, []).append(event)
        elif event.kind == ANSWERED:
            homes.apply_event(event)
        elif event.target.startswith("case/"):
            found = cases.setdefault(event.target, [])
            if not found or _event_identity(event) != _event_identity(found[-1]):
                found.append(event)
                homes.apply_event(event)
        elif event.kind in STATUS_BY_EVENT and not event.target.startswith(CONTACT):
            steps[event.target] = StepStatus(
                STATUS_BY_EVENT[event.kind], event.on, event.note.strip() if event.kind == "skipped" else ""
            )
    return Progress(
        steps,
        {target: tuple(found) for target, found in cases.items()},
        {target: tuple(found) for target, found in notes.items()},
        contacts_from_events(events),
        homes.answers_by_target,
    )


def _event_identity(event: Event) -> tuple[str, date, str]:
    """What happened, and when: the form step done and the objection sent on one day are one thing, told twice."""
    return event.kind, event.on, event.note


def _with_linked_events(events: Iterable[Event], library: Library, milestones: Mapping[str, Step]) -> Iterator[Event]:
    """Each event under its present id; a form step done is an objection sent, and the other way round."""
    for recorded in events:
        current = library.current_id(recorded.target)
        event = recorded if current == recorded.target else recorded._replace(target=current)
        yield event
        step = library.steps.get(event.target)
        if step and step.records and event.kind in STEP_KINDS and event.kind != "skipped":
            yield event._replace(
                target=f"case/{step.records.case}", kind=step.records.kind if event.kind == "done" else event.kind
            )
        form = milestones.get(event.target)
        if form and form.records and event.kind in (form.records.kind, "reopened"):
            yield event._replace(target=form.id, kind="done" if event.kind == form.records.kind else "reopened")
