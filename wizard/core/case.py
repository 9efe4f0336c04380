"""Case: one frozen value with everything that a view may show on one day. Faces and documents take nothing else."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .condition import Facts
from .contact import Contact
from .event import Event
from .findings import NO_FINDINGS, Findings, weighted
from .home import HomeOf, homes_of
from .interview import Interview, interview
from .library import OBJECTION, STALE_AFTER, Action, Library, Step
from .objection import ObjectionCase, follow
from .passages import held
from .place import Answers, Place, find_place
from .plan import arrange, fitting, within
from .progress import DONE, OPEN, Progress, Standing, fold


class Address(NamedTuple):
    """A link made ready: its words and its address, with how sure we are of it."""

    label: str
    url: str
    confidence: str


class Entry(NamedTuple):
    """A step of the plan together with where it stands."""

    step: Step
    standing: Standing
    notes: tuple[Event, ...]
    links: tuple[Address, ...]
    stale: bool

    @property
    def id(self) -> str:
        """The step's id."""
        return self.step.id

    @property
    def status(self) -> str:
        """`open`, `done` or `skipped`."""
        return self.standing.status


class Part(NamedTuple):
    """One action of the plan with its entries, in the order in which they are best done."""

    action: Action
    entries: tuple[Entry, ...]

    @property
    def done(self) -> int:
        """How many of its steps are done."""
        return sum(entry.status == DONE for entry in self.entries)

    @property
    def total(self) -> int:
        """How many of its steps count."""
        return sum(entry.standing.counts for entry in self.entries)

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
    why: str


class Case(NamedTuple):
    """Profile, place, plan, progress and deadlines of one person on one day."""

    library: Library
    today: date
    answers: Answers
    interview: Interview
    place: Place | None
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]
    objections: tuple[ObjectionCase, ...]
    progress: Progress
    findings: Findings = NO_FINDINGS

    @property
    def exposure(self) -> Exposure:
        """The share of the plan's impact that is still open; an objection that Meta refused has closed nothing."""
        counting = [entry for entry in self.entries if entry.standing.counts]
        refused = {each.target for each in self.objections if each.refused}
        sent_in_vain = {entry.id for entry in counting if entry.step.means and f"case/{entry.step.means.case}" in refused}
        return Exposure(
            open=sum(entry.step.impact for entry in counting if entry.status != DONE or entry.id in sent_in_vain),
            total=sum(entry.step.impact for entry in counting),
        )

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(entry.status == DONE for entry in self.entries)

    @property
    def total(self) -> int:
        """How many steps count."""
        return sum(entry.standing.counts for entry in self.entries)

    @property
    def open(self) -> tuple[Entry, ...]:
        """The steps that wait to be done, the best one first."""
        return tuple(entry for entry in self.entries if entry.status == OPEN)

    @property
    def next(self) -> Entry | None:
        """The one thing to do now."""
        return next(iter(self.open), None)

    @property
    def minutes(self) -> int:
        """How long the open steps take together."""
        return sum(entry.step.minutes for entry in self.open)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom the person asked about photos."""
        return self.progress.contacts

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """What is due, the nearest day first."""
        found = [Deadline(each.target, each.due, each.why_due) for each in self.objections if each.due]
        return tuple(sorted(found, key=lambda deadline: (deadline.due, deadline.id)))

    def seen_from(self, about: ObjectionCase | None) -> "Case":
        """The same, as it is for this request: under the place and the law from which it was sent."""
        if about is None or about.place is None or (about.place == self.place and not about.sent_from):
            return self
        return self._replace(place=about.place, interview=self.interview._replace(facts=dict(about.facts)))

    def entry(self, step_id: str) -> Entry | None:
        """The plan's entry for this step, if the step is in the plan."""
        wanted = self.library.current(step_id)
        return next((entry for entry in self.entries if entry.id == wanted), None)

    def within(self, minutes: int) -> tuple[Entry, ...]:
        """The open steps that help most in this time."""
        chosen = {step.id for step in within((entry.step for entry in self.open), minutes)}
        return tuple(entry for entry in self.open if entry.id in chosen)


def make_case(library: Library, answers: Answers, events: Iterable[Event], today: date, findings: Findings = NO_FINDINGS) -> Case:
    """Everything that follows from these answers, events and findings on this day."""
    talk = interview(library, answers, today)
    place = find_place(library, talk.answers, today)
    progress = fold(events, library)
    home_of = homes_of(library, progress.homes, talk, place, today) if place else None
    steps = (
        arrange(
            weighted(step, findings) for step in (*fitting(library, talk.facts, today), *_sent(library, progress, home_of, talk))
        )
        if home_of
        else ()
    )
    entries = tuple(_entry(library, step, progress, talk.facts, today) for step in steps)
    return Case(
        library=library,
        today=today,
        answers=talk.answers,
        interview=talk,
        place=place,
        entries=entries,
        parts=tuple(_parts(library, entries, place)) if place else (),
        objections=tuple(_objections(library, steps, progress, home_of, today)) if home_of else (),
        progress=progress,
        findings=findings,
    )


def _sent(library: Library, progress: Progress, home_of: HomeOf, talk: Interview) -> Iterator[Step]:
    """The forms that were sent from another place: what they brought still counts, although they are not in the plan of today."""
    for step in library.steps.values():
        target = f"case/{step.means.case}" if step.means else ""
        if target in progress.homes and progress.of(step.id).status == DONE:
            home = home_of(target)
            if home.sent_from and step.when.holds(home.facts) and not step.when.holds(talk.facts):
                yield step


def _objections(
    library: Library, steps: Iterable[Step], progress: Progress, home_of: HomeOf, today: date
) -> Iterator[ObjectionCase]:
    """Each case under the place and the law from which it was sent; one that was not, under those of today."""
    for target in dict.fromkeys([f"case/{step.means.case}" for step in steps if step.means] + list(progress.cases)):
        home = home_of(target)
        found = follow(target, progress.cases.get(target, ()), library.outcomes, home.place, home.facts, today)
        yield found._replace(sent_from=home.sent_from) if home.sent_from else found


def _parts(library: Library, entries: tuple[Entry, ...], place: Place) -> Iterator[Part]:
    """The actions that have steps here; where there is no form to object with, what is left of the objection comes last."""
    last = None if place.expects_form else OBJECTION
    for action in sorted(library.actions, key=lambda each: each.id == last):
        chosen = tuple(entry for entry in entries if entry.step.action == action.id)
        if chosen:
            yield Part((action.elsewhere or action) if action.id == last else action, chosen)


def _entry(library: Library, step: Step, progress: Progress, facts: Facts, today: date) -> Entry:
    links = tuple(
        Address(link.label, library.sources[link.source].url, library.sources[link.source].confidence)
        for link in step.links
        if link.when.holds(facts) and library.sources[link.source].url
    )
    return Entry(
        step=step._replace(passages=held(step.passages, facts)),
        standing=progress.of(step.id),
        notes=progress.notes.get(step.id, ()),
        links=links,
        stale=step.checked + timedelta(days=STALE_AFTER[step.kind]) < today,
    )
