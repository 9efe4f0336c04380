"""Select the steps of the plan: those that apply, that the user can do, and that still count after a move."""

from collections.abc import Iterator
from datetime import date

from .account import SERVICES, OwnAccounts, can_be_done, enterable_services
from .account_requests import facts_by_form_step
from .content_models import Library, Step
from .findings import Findings, with_adjusted_impact
from .interview import Interview
from .plan import applicable_steps
from .progress import DONE, OPEN, Progress
from .request_target import REQUEST_PREFIX
from .residence import HomeOf


def steps_of_plan(
    library: Library,
    interview: Interview,
    accounts: OwnAccounts,
    progress: Progress,
    home_of: HomeOf,
    today: date,
    findings: Findings,
) -> Iterator[Step]:
    """Yield the steps that apply, with their impact. An open preparation is among them only if an open step requires it."""
    steps = (
        *_applicable_steps(library, interview, accounts, progress, today),
        *_steps_sent_elsewhere(library, progress, home_of, interview),
    )
    open_ids = {step.id for step in steps if progress.status_of(step.id).status == OPEN}
    required_ids = {id for step in steps if step.id in open_ids for id in step.requires}
    for step in steps:
        if not step.preparation or step.id not in open_ids or step.id in required_ids:
            yield with_adjusted_impact(step, findings)


def _applicable_steps(
    library: Library, interview: Interview, accounts: OwnAccounts, progress: Progress, today: date
) -> Iterator[Step]:
    """Yield the steps that apply and that the user can do.

    A form step depends on whether the form opened for an account with its service.
    """
    services = interview.facts.get(SERVICES, frozenset())
    enterable = enterable_services(library, accounts, services)
    for step in applicable_steps(library, interview.facts, today, facts_by_form_step(library, accounts, interview, today)):
        if progress.status_of(step.id).status == DONE or can_be_done(step, enterable):
            yield step


def _steps_sent_elsewhere(library: Library, progress: Progress, home_of: HomeOf, interview: Interview) -> Iterator[Step]:
    """Yield the completed form steps that applied only at a former place: their impact still counts."""
    for step in library.steps.values():
        target = f"{REQUEST_PREFIX}{step.records.case}" if step.records else ""
        if target in progress.homes and progress.status_of(step.id).status == DONE:
            home = home_of(target)
            if home.sent_from and step.when.holds(home.facts) and not step.when.holds(interview.facts):
                yield step
