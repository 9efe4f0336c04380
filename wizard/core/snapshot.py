"""Build the snapshot: everything that a view or document may show on one day, as one frozen value."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from .account import NO_ACCOUNTS, OwnAccounts
from .account_requests import first_advice, interview_with_accounts, request_targets
from .contact import Contact
from .content_models import Library, Step
from .event import Event
from .findings import NO_FINDINGS, Findings
from .interview import Interview
from .place import Answers, Place, find_place
from .plan import best_within, is_objection_form, plan_with_essentials
from .plan_entries import Essentials, Exposure, PlanAction, PlanStep, build_plan_actions, build_plan_step
from .plan_steps import steps_of_plan
from .progress import DONE, OPEN, Progress, fold
from .request import Request, assess_request
from .request_kinds import begins_outside_plan, request_heading, request_title
from .residence import HomeOf, homes_of


class Deadline(NamedTuple):
    """A due date with the target that it belongs to and its reason.

    `dated_reason` is the reason with `{day}` and `{distance}` in it, "" if it has no such form.
    """

    id: str
    due: date
    reason: str
    dated_reason: str = ""


class Snapshot(NamedTuple):
    """Answers, place, plan, progress and deadlines of one user on one day.

    `place` is None, and there are no steps, actions and requests, until the user has named a country.
    """

    library: Library
    today: date
    answers: Answers
    interview: Interview
    place: Place | None
    steps: tuple[PlanStep, ...]
    actions: tuple[PlanAction, ...]
    requests: tuple[Request, ...]
    progress: Progress
    findings: Findings = NO_FINDINGS
    accounts: OwnAccounts = NO_ACCOUNTS

    @property
    def exposure(self) -> Exposure:
        """Return the impact that is still open. The step of a request that Meta refused counts as open."""
        counted = [entry for entry in self.steps if entry.step_status.is_counted]
        refused_targets = {request.target for request in self.requests if request.refused}
        refused_ids = {
            entry.id for entry in counted if entry.step.records and f"case/{entry.step.records.case}" in refused_targets
        }
        return Exposure(
            open=sum(entry.step.impact for entry in counted if entry.status != DONE or entry.id in refused_ids),
            total=sum(entry.step.impact for entry in counted),
        )

    @property
    def done(self) -> int:
        """Return the number of completed steps."""
        return sum(entry.status == DONE for entry in self.steps)

    @property
    def total(self) -> int:
        """Return the number of steps, without those skipped with a reason."""
        return sum(entry.step_status.is_counted for entry in self.steps)

    @property
    def open_steps(self) -> tuple[PlanStep, ...]:
        """Return the open steps, the best one first."""
        return tuple(entry for entry in self.steps if entry.status == OPEN)

    @property
    def next_step(self) -> PlanStep | None:
        """Return the step to do now; None if none is open."""
        return next(iter(self.open_steps), None)

    @property
    def minutes(self) -> int:
        """Return the minutes that all open steps take together."""
        return sum(entry.step.minutes for entry in self.open_steps)

    @property
    def essential_steps(self) -> tuple[PlanStep, ...]:
        """Return the essentials, whatever their status, in plan order."""
        return tuple(entry for entry in self.steps if entry.essential)

    @property
    def essentials(self) -> Essentials:
        """Return the progress of the essentials; one that was skipped with a reason does not count."""
        counted = [entry for entry in self.essential_steps if entry.step_status.is_counted]
        return Essentials(
            done=sum(entry.status == DONE for entry in counted),
            total=len(counted),
            minutes=sum(entry.step.minutes for entry in counted if entry.status == OPEN),
        )

    @property
    def listed_requests(self) -> tuple[Request, ...]:
        """Return what a summary lists: the requests for accounts, and any other request once it has begun."""
        return tuple(each for each in self.requests if each.kind.account or each.events)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Return the people whom the user asked about photos."""
        return self.progress.contacts

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Return the deadlines of all requests, including overdue ones, the earliest first."""
        deadlines = [
            Deadline(request.target, request.due, request.due_reason, request.dated_reason)
            for request in self.requests
            if request.due
        ]
        return tuple(sorted(deadlines, key=lambda deadline: (deadline.due, deadline.id)))

    def request(self, target: str) -> Request | None:
        """Return the request with this target, also one that has not begun; None if there is no such kind.

        A request that has not begun is in the plan, or else there is none.
        """
        begun = next((request for request in self.requests if request.target == target), None)
        if begun or self.place is None or not begins_outside_plan(self.library, target):
            return begun
        return assess_request(target, (), self.library, self.place, self.interview.facts, self.today)

    def request_heading(self, target: str) -> str:
        """Return the name of a request at the head of a page, with the nickname that is shown for its account."""
        return request_heading(self.library, target, self._nickname(target))

    def request_title(self, target: str) -> str:
        """Return the name of a request within a sentence, with the nickname that is shown for its account."""
        return request_title(self.library, target, self._nickname(target))

    def _nickname(self, target: str) -> str:
        account = self.progress.accounts.get(target)
        return account.nickname if account else ""

    def for_request(self, about: Request | None) -> "Snapshot":
        """Return the snapshot with the place and facts under which this request was sent; as it is for None."""
        if about is None or about.place is None:
            return self
        if about.place == self.place and about.facts == self.interview.facts and not about.sent_from:
            return self
        return self._replace(place=about.place, interview=self.interview._replace(facts=dict(about.facts)))

    def step(self, step_id: str) -> PlanStep | None:
        """Return the plan's step with this current or former id; None if it is not in the plan."""
        current_id = self.library.current_id(step_id)
        return next((entry for entry in self.steps if entry.id == current_id), None)

    def any_step(self, step_id: str) -> PlanStep | None:
        """Return the step with this current or former id, even if it is not in the plan; None if there is none."""
        step = self.library.steps.get(self.library.current_id(step_id))
        if planned := self.step(step_id):
            return planned
        return build_plan_step(self.library, step, self.progress, self.interview.facts, self.today) if step else None

    def best_within(self, minutes: int) -> tuple[PlanStep, ...]:
        """Return the open steps with the greatest total impact that fit into `minutes`, in plan order.

        The objection forms of the user's accounts are always among them, as far as they fit.
        """
        steps = [entry.step for entry in self.open_steps]
        forms = {entry.id for entry in self.open_steps if entry.essential and is_objection_form(entry.step)}
        chosen_ids = {step.id for step in best_within(steps, minutes, forms)}
        return tuple(entry for entry in self.open_steps if entry.id in chosen_ids)


class PersonSnapshot(NamedTuple):
    """The snapshot of one of several people; `key` tells people apart, and `name` is "" for the first one, as is the key."""

    key: str
    name: str
    snapshot: Snapshot


def build_snapshot(
    library: Library, answers: Answers, events: Iterable[Event], today: date, findings: Findings = NO_FINDINGS
) -> Snapshot:
    """Compute everything that follows from these answers, events and findings on this day. Pure."""
    progress = fold(events, library)
    interview, accounts = interview_with_accounts(library, answers, progress, today)
    place = find_place(library, interview.answers, today)
    home_of = homes_of(library, progress.homes, accounts.answers_by_target, interview, place, today) if place else None
    steps, essential_ids = (
        plan_with_essentials(
            steps_of_plan(library, interview, accounts, progress, home_of, today, findings),
            interview.facts,
            interview.stated_facts,
        )
        if home_of
        else ((), frozenset())
    )
    entries = tuple(
        build_plan_step(library, step, progress, interview.facts, today)._replace(essential=step.id in essential_ids)
        for step in steps
    )
    return Snapshot(
        library=library,
        today=today,
        answers=interview.answers,
        interview=interview,
        place=place,
        steps=entries,
        actions=tuple(build_plan_actions(library, entries, place)) if place else (),
        requests=tuple(_requests(library, steps, accounts, progress, home_of, today)) if home_of else (),
        progress=progress,
        findings=findings,
        accounts=accounts,
    )


def _requests(
    library: Library, steps: Iterable[Step], accounts: OwnAccounts, progress: Progress, home_of: HomeOf, today: date
) -> Iterator[Request]:
    """Yield each request under the place from which it was sent, or the current one if it was not sent."""
    for target in request_targets(library, steps, accounts, progress.requests, home_of, today):
        home, account = home_of(target), accounts.of_request(target)
        yield assess_request(
            target,
            progress.requests.get(target, ()),
            library,
            home.place,
            home.facts,
            today,
            account.nickname if account else "",
            first_advice(library, accounts, account, home),
        )._replace(sent_from=home.sent_from)
