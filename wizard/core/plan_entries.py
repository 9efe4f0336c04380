"""Build the entries of the plan, its steps and actions with what the user did about them, and define its totals."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from .condition import Facts
from .content_models import OBJECTION, Action, Library, Step, StepSection
from .event import Event
from .field_types import REVIEW_AFTER_DAYS
from .place import Place
from .progress import DONE, OPEN, Progress, StepStatus


class ResolvedLink(NamedTuple):
    """A link with the URL and the confidence of its source."""

    label: str
    url: str
    confidence: str


class PlanStep(NamedTuple):
    """A step of the plan with its status, the user's notes and its links.

    `step` holds only the sections that apply to the user. `needs_review` is True if the step was last checked too long ago.
    `essential` is True for the few steps with which the plan begins.
    """

    step: Step
    step_status: StepStatus
    notes: tuple[Event, ...]
    links: tuple[ResolvedLink, ...]
    needs_review: bool
    essential: bool = False

    @property
    def id(self) -> str:
        """Return the id of the step, `action/step`."""
        return self.step.id

    @property
    def status(self) -> str:
        """Return `open`, `done` or `skipped`."""
        return self.step_status.status


class PlanAction(NamedTuple):
    """One action of the plan with its steps, in the order of the plan."""

    action: Action
    entries: tuple[PlanStep, ...]

    @property
    def done(self) -> int:
        """Return the number of its completed steps."""
        return sum(entry.status == DONE for entry in self.entries)

    @property
    def total(self) -> int:
        """Return the number of its steps, without those skipped with a reason."""
        return sum(entry.step_status.is_counted for entry in self.entries)

    @property
    def status(self) -> str:
        """Return `done` if no step is open, otherwise `begun` if a step is completed, otherwise `open`."""
        if not any(entry.status == OPEN for entry in self.entries):
            return DONE
        return "begun" if self.done else OPEN


class Exposure(NamedTuple):
    """The impact points that are still open, and those of all steps that count."""

    open: int
    total: int

    @property
    def share(self) -> float:
        """Return the open share, from 0 to 1; 0 if no step counts."""
        return self.open / self.total if self.total else 0.0

    @property
    def done_share(self) -> float:
        """Return the share that is done, from 0 to 1; 1 if no step counts."""
        return 1 - self.share


class Essentials(NamedTuple):
    """How many essentials are done, how many count, and how many minutes the open ones take."""

    done: int
    total: int
    minutes: int


def build_plan_actions(library: Library, entries: tuple[PlanStep, ...], place: Place) -> Iterator[PlanAction]:
    """Yield the actions that have steps in the plan.

    Where no objection form is expected, the objection comes last and has the introduction for such places.
    """
    last_id = None if place.expects_form else OBJECTION
    for action in sorted(library.actions, key=lambda candidate: candidate.id == last_id):
        action_entries = tuple(entry for entry in entries if entry.step.action == action.id)
        if action_entries:
            yield PlanAction((action.without_form or action) if action.id == last_id else action, action_entries)


def build_plan_step(library: Library, step: Step, progress: Progress, facts: Facts, today: date) -> PlanStep:
    """Return the step with its status and notes, and the sections and links that apply under these facts."""
    links = tuple(
        ResolvedLink(link.label, library.sources[link.source].url, library.sources[link.source].confidence)
        for link in step.links
        if link.when.holds(facts) and library.sources[link.source].url
    )
    return PlanStep(
        step=step._replace(sections=visible_sections(step.sections, facts)),
        step_status=progress.status_of(step.id),
        notes=progress.notes.get(step.id, ()),
        links=links,
        needs_review=step.checked + timedelta(days=REVIEW_AFTER_DAYS[step.kind]) < today,
    )


def visible_sections(sections: tuple[StepSection, ...], facts: Facts) -> tuple[StepSection, ...]:
    """Return the sections that apply to these facts. Sections of one kind are merged under the first title."""
    by_kind: dict[str, list[StepSection]] = {}
    for section in sections:
        if section.when.holds(facts):
            by_kind.setdefault(section.kind, []).append(section)
    return tuple(
        members[0] if members[0].id == kind and len(members) == 1 else _merge_sections(kind, members)
        for kind, members in by_kind.items()
    )


def _merge_sections(kind: str, sections: Sequence[StepSection]) -> StepSection:
    texts = tuple(section.text for section in sections)
    return StepSection(kind, sections[0].title, "\n\n".join(texts), merged=texts)
