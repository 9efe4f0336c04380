"""Case: one frozen value with everything that a view may show on one day. Faces and documents take nothing else."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .condition import Facts
from .contact import Contact
from .content_models import OBJECTION, REVIEW_AFTER_DAYS, Action, Library, Step
from .event import Event
from .findings import NO_FINDINGS, Findings, with_adjusted_impact
from .interview import Interview, build_interview
from .objection import Objection, assess_objection
from .place import Answers, Place, find_place
from .plan import applicable_steps, best_within, order_steps
from .progress import DONE, OPEN, Progress, StepStatus, fold
from .residence import HomeOf, homes_of
from .sections import visible_sections


class ResolvedLink(NamedTuple):
    """A link made ready: its words and its address, with how sure we are of it."""

    label: str
    url: str
    confidence: str


class PlanStep(NamedTuple):
    """A step of the plan together with where it stands."""

    step: Step
    step_status: StepStatus
    notes: tuple[Event, ...]
    links: tuple[ResolvedLink, ...]
    needs_review: bool

    @property
    def id(self) -> str:
        """The step's id."""
        return self.step.id

    @property
    def status(self) -> str:
        """`open`, `done` or `skipped`."""
        return self.step_status.status


class PlanAction(NamedTuple):
    """One action of the plan with its entries, in the order in which they are best done."""

    action: Action
    entries: tuple[PlanStep, ...]

    @property
    def done(self) -> int:
        """How many of its steps are done."""
        return sum(entry.status == DONE for entry in self.entries)

    @property
    def total(self) -> int:
        """How many of its steps count."""
        return sum(entry.step_status.is_counted for entry in self.entries)

    @property
    def status(self) -> str:
        """`done` when nothing is open any more, `begun` after the first step, else `open`."""
        if not any(entry.status == OPEN for entry in self.entries):
            return DONE
        return "begun" if self.done else OPEN


class Exposure(NamedTuple):
    """The impact that is still open, out of the impact of all steps that count."""

    open: int
    total: int

    @property
    def share(self) -> float:
        """The open share, from 0 to 1."""
        return self.open / self.total if self.total else 0.0


class Deadline(NamedTuple):
    """A day by which something is due, and why."""

    id: str
    due: date
    reason: str


class Snapshot(NamedTuple):
    """Profile, place, plan, progress and deadlines of one person on one day."""

    library: Library
    today: date
    answers: Answers
    interview: Interview
    place: Place | None
    steps: tuple[PlanStep, ...]
    actions: tuple[PlanAction, ...]
    objections: tuple[Objection, ...]
    progress: Progress
    findings: Findings = NO_FINDINGS

    @property
    def exposure(self) -> Exposure:
        """The share of the plan's impact that is still open; an objection that Meta refused has closed nothing."""
        counting = [entry for entry in self.steps if entry.step_status.is_counted]
        refused = {each.target for each in self.objections if each.refused}
        sent_in_vain = {entry.id for entry in counting if entry.step.records and f"case/{entry.step.records.case}" in refused}
        return Exposure(
            open=sum(entry.step.impact for entry in counting if entry.status != DONE or entry.id in sent_in_vain),
            total=sum(entry.step.impact for entry in counting),
        )

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(entry.status == DONE for entry in self.steps)

    @property
    def total(self) -> int:
        """How many steps count."""
        return sum(entry.step_status.is_counted for entry in self.steps)

    @property
    def open_steps(self) -> tuple[PlanStep, ...]:
        """The steps that wait to be done, the best one first."""
        return tuple(entry for entry in self.steps if entry.status == OPEN)

    @property
    def next_step(self) -> PlanStep | None:
        """The one thing to do now."""
        return next(iter(self.open_steps), None)

    @property
    def minutes(self) -> int:
        """How long the open steps take together."""
        return sum(entry.step.minutes for entry in self.open_steps)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom the person asked about photos."""
        return self.progress.contacts

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """What is due, the nearest day first."""
        found = [Deadline(each.target, each.due, each.due_reason) for each in self.objections if each.due]
        return tuple(sorted(found, key=lambda deadline: (deadline.due, deadline.id)))

    def for_request(self, about: Objection | None) -> "Snapshot":
        """The same, as it is for this request: under the place and the law from which it was sent."""
        if about is None or about.place is None or (about.place == self.place and not about.sent_from):
            return self
        return self._replace(place=about.place, interview=self.interview._replace(facts=dict(about.facts)))

    def step(self, step_id: str) -> PlanStep | None:
        """The plan's entry for this step, if the step is in the plan."""
        wanted = self.library.current_id(step_id)
        return next((entry for entry in self.steps if entry.id == wanted), None)

    def best_within(self, minutes: int) -> tuple[PlanStep, ...]:
        """The open steps that help most in this time."""
        chosen = {step.id for step in best_within((entry.step for entry in self.open_steps), minutes)}
        return tuple(entry for entry in self.open_steps if entry.id in chosen)


def build_snapshot(
    library: Library, answers: Answers, events: Iterable[Event], today: date, findings: Findings = NO_FINDINGS
) -> Snapshot:
    """Everything that follows from these answers, events and findings on this day."""
    talk = build_interview(library, answers, today)
    place = find_place(library, talk.answers, today)
    progress = fold(events, library)
    home_of = homes_of(library, progress.homes, talk, place, today) if place else None
    steps = (
        order_steps(
            with_adjusted_impact(step, findings)
            for step in (*applicable_steps(library, talk.facts, today), *_sent(library, progress, home_of, talk))
        )
        if home_of
        else ()
    )
    entries = tuple(_plan_step(library, step, progress, talk.facts, today) for step in steps)
    return Snapshot(
        library=library,
        today=today,
        answers=talk.answers,
        interview=talk,
        place=place,
        steps=entries,
        actions=tuple(_plan_actions(library, entries, place)) if place else (),
        objections=tuple(_objections(library, steps, progress, home_of, today)) if home_of else (),
        progress=progress,
        findings=findings,
    )


def _sent(library: Library, progress: Progress, home_of: HomeOf, talk: Interview) -> Iterator[Step]:
    """The forms that were sent from another place: what they brought still counts, although they are not in the plan of today."""
    for step in library.steps.values():
        target = f"case/{step.records.case}" if step.records else ""
        if target in progress.homes and progress.status_of(step.id).status == DONE:
            home = home_of(target)
            if home.sent_from and step.when.holds(home.facts) and not step.when.holds(talk.facts):
                yield step


def _objections(library: Library, steps: Iterable[Step], progress: Progress, home_of: HomeOf, today: date) -> Iterator[Objection]:
    """Each case under the place and the law from which it was sent; one that was not, under those of today."""
    for target in dict.fromkeys([f"case/{step.records.case}" for step in steps if step.records] + list(progress.objections)):
        home = home_of(target)
        found = assess_objection(target, progress.objections.get(target, ()), library.outcomes, home.place, home.facts, today)
        yield found._replace(sent_from=home.sent_from) if home.sent_from else found


def _plan_actions(library: Library, entries: tuple[PlanStep, ...], place: Place) -> Iterator[PlanAction]:
    """The actions that have steps here; where there is no form to object with, what is left of the objection comes last."""
    last = None if place.expects_form else OBJECTION
    for action in sorted(library.actions, key=lambda each: each.id == last):
        chosen = tuple(entry for entry in entries if entry.step.action == action.id)
        if chosen:
            yield PlanAction((action.without_form or action) if action.id == last else action, chosen)


def _plan_step(library: Library, step: Step, progress: Progress, facts: Facts, today: date) -> PlanStep:
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
