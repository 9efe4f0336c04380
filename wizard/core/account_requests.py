"""The requests of a user, and what the accounts that they are about change for them and for the interview."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from wizard.i18n import N_, _

from .account import ACCOUNT_QUESTIONS, FORM, SERVICES, Account, OwnAccounts, account_bases, own_accounts
from .condition import Facts
from .content_models import Library, Step
from .event import Event
from .field_types import EMPTY
from .interview import Interview, build_interview
from .place import MITIGATION, NOT_OPENED, Answers
from .progress import Progress
from .request_target import REQUEST_PREFIX, parse_target
from .residence import Home, HomeOf

NO_FORM_HERE = N_("We know of no form where you live. You can still write to Meta, and use the other steps of your plan.")
"""The recommendation for an account that the user added at a place without a form."""


def interview_with_accounts(library: Library, answers: Answers, progress: Progress, today: date) -> tuple[Interview, OwnAccounts]:
    """Return the interview and the user's accounts. What single accounts answer for themselves counts in the interview."""
    interview = build_interview(library, answers, today)
    accounts = own_accounts(library, progress.accounts, interview.facts.get(SERVICES, frozenset()), interview.answers)
    joint = accounts.joint_answers
    if joint:
        interview = build_interview(library, {**answers, **joint}, today)
        interview = interview._replace(facts=accounts.with_all_answers(interview.facts))
    return interview, accounts


def facts_by_form_step(library: Library, own: OwnAccounts, interview: Interview, today: date) -> Mapping[str, Facts]:
    """Return the facts for the form steps, by id, if any account answers for itself: those of the accounts with the service."""
    if not own.joint_answers:
        return EMPTY
    answers_by_base = own.answers_by_base
    return {
        step.id: build_interview(library, {**interview.answers, **answers_by_base.get(base, own.general_answers)}, today).facts
        for base, step in account_bases(library).items()
    }


def request_targets(
    library: Library,
    steps: Iterable[Step],
    own: OwnAccounts,
    events: Mapping[str, tuple[Event, ...]],
    home_of: HomeOf,
    today: date,
) -> tuple[str, ...]:
    """Return the targets of all requests: those of the steps, of the accounts, and those that have events.

    The accounts with one service follow each other. An account that was taken off the list has no request.
    """
    targets = [f"{REQUEST_PREFIX}{step.records.case}" for step in steps if step.records]
    targets += _account_targets(library, own, home_of, today)
    targets += [target for target in events if not parse_target(target).nickname or own.of_request(target)]
    bases = list(dict.fromkeys(parse_target(target).base for target in targets))
    requests = map(parse_target, dict.fromkeys(targets))
    return tuple(map(str, sorted(requests, key=lambda request: (bases.index(request.base), bool(request.nickname)))))


def _account_targets(library: Library, own: OwnAccounts, home_of: HomeOf, today: date) -> Iterator[str]:
    """Yield the requests of accounts. One that cannot be entered is among them, although its form is not in the plan."""
    bases = account_bases(library)
    for account in own.accounts:
        step = bases[account.request.base]
        has_form = step.valid.holds(today) and step.when.holds(home_of(account.target).facts)
        if has_form or account.is_further or account.answers.get(FORM) == NOT_OPENED:
            yield account.target


def first_advice(library: Library, own: OwnAccounts, account: Account | None, home: Home) -> str:
    """Return what to do while nothing is sent, if Meta's form does not open for this account; "" if it may open."""
    if account is None:
        return ""
    for id in reversed(ACCOUNT_QUESTIONS):
        question, answer = library.question(id), own.answer(account, id)
        advice = next((option.advice for option in question.choices if option.id == answer), "") if question else ""
        if advice:
            return advice
    return _(NO_FORM_HERE) if home.place.path == MITIGATION else ""
