"""Progress: where every step and every objection stands, folded from the events."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from .contact import CONTACT, Contact, contacts
from .event import ANSWERED, NOTE, STEP_KINDS, Event, standing
from .home import Homes
from .library import NONE, Library, Step
from .place import Answers

OPEN, DONE, SKIPPED = "open", "done", "skipped"
OUTCOME = {"done": DONE, "skipped": SKIPPED, "reopened": OPEN}


class Standing(NamedTuple):
    """Where one step stands, since when, and the reason the person gave."""

    status: str = OPEN
    on: date | None = None
    reason: str = ""

    @property
    def counts(self) -> bool:
        """Tell whether the step counts for exposure and progress: all do but those skipped with a reason."""
        return self.status != SKIPPED or not self.reason


UNTOUCHED = Standing()


class Progress(NamedTuple):
    """Everything that happened, sorted by what it happened to; `homes` are the answers about the place that a case keeps."""

    steps: Mapping[str, Standing]
    cases: Mapping[str, tuple[Event, ...]]
    notes: Mapping[str, tuple[Event, ...]]
    contacts: tuple[Contact, ...] = ()
    homes: Mapping[str, Answers] = NONE

    def of(self, step_id: str) -> Standing:
        """Where the step with this id stands."""
        return self.steps.get(step_id, UNTOUCHED)


def fold(events: Iterable[Event], library: Library) -> Progress:
    """Where everything stands after these events, the latest one deciding."""
    steps: dict[str, Standing] = {}
    cases: dict[str, list[Event]] = {}
    homes = Homes()
    notes: dict[str, list[Event]] = {}
    milestones = {f"case/{step.means.case}": step for step in library.steps.values() if step.means}
    events = standing(events)
    for event in _with_counterparts(events, library, milestones):
        if event.kind == NOTE:
            notes.setdefault(event.target, []).append(event)
        elif event.kind == ANSWERED:
            homes.take(event)
        elif event.target.startswith("case/"):
            found = cases.setdefault(event.target, [])
            if not found or _what(event) != _what(found[-1]):
                found.append(event)
                homes.take(event)
        elif event.kind in OUTCOME and not event.target.startswith(CONTACT):
            steps[event.target] = Standing(OUTCOME[event.kind], event.on, event.note.strip() if event.kind == "skipped" else "")
    return Progress(
        steps,
        {target: tuple(found) for target, found in cases.items()},
        {target: tuple(found) for target, found in notes.items()},
        contacts(events),
        homes.known,
    )


def _what(event: Event) -> tuple[str, date, str]:
    """What happened, and when: the form step done and the objection sent on one day are one thing, told twice."""
    return event.kind, event.on, event.note


def _with_counterparts(events: Iterable[Event], library: Library, milestones: Mapping[str, Step]) -> Iterator[Event]:
    """Each event under its present id; a form step done is an objection sent, and the other way round."""
    for recorded in events:
        current = library.current(recorded.target)
        event = recorded if current == recorded.target else recorded._replace(target=current)
        yield event
        step = library.steps.get(event.target)
        if step and step.means and event.kind in STEP_KINDS and event.kind != "skipped":
            yield event._replace(target=f"case/{step.means.case}", kind=step.means.kind if event.kind == "done" else event.kind)
        form = milestones.get(event.target)
        if form and form.means and event.kind in (form.means.kind, "reopened"):
            yield event._replace(target=form.id, kind="done" if event.kind == form.means.kind else "reopened")
