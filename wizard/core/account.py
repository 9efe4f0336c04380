"""The user's accounts: several with one service, by nickname, each with its own answers about the form and about access."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from wizard.i18n import N_, MessageTable

from .condition import Facts
from .content_models import AnswerOption, Library, Question, Step
from .event import ANSWERED, Event
from .field_types import EMPTY
from .place import NOT_OPENED, OPENED, Answers
from .request_target import REQUEST_PREFIX, RequestTarget, base_target, clean_nickname, parse_target

ACCOUNT_PREFIX = "account/"
"""The prefix of targets of events about an account; the rest is that of its request: `account/instagram:shop`."""
FORM, ACCESS = "form", "access"
ACCOUNT_QUESTIONS = (FORM, ACCESS)
"""The questions that each account can answer for itself. An answer to such a question is about all accounts at first."""
ADDED, RENAMED, REMOVED = "added", "renamed", "removed"
UNANSWERED = "open-question"
"""The last part of the event kind that takes an answer of an account back: `form-open-question`."""
OPEN_LABELS = MessageTable({ACCESS: N_("I'd rather leave it open"), FORM: N_("I haven't tried yet")})
"""How a question is left open for an account, in the user's words."""
RECORD_LABELS = MessageTable({ADDED: N_("added"), RENAMED: N_("renamed"), REMOVED: N_("taken off the list")})
"""What else is recorded about an account, in words."""
ENTERED = "open"
"""The answer about access of a user who can log in."""
SERVICES = "services"
_ONLY_SERVICES = frozenset({SERVICES})


class Account(NamedTuple):
    """An account as recorded: the target of its request, the nickname shown, and its own answers by question.

    `nickname` is "" for the main account with a service, unless the user gave it one. An answer of "" means that the
    question is open for this account, whatever was answered for all.
    """

    target: str
    nickname: str = ""
    answers: Mapping[str, str] = EMPTY
    is_removed: bool = False

    @property
    def request(self) -> RequestTarget:
        """Return the target of its request in its parts."""
        return parse_target(self.target)

    @property
    def is_further(self) -> bool:
        """Return True if it was added beside the main account with the service."""
        return bool(self.request.nickname)


def account_event_target(target: str) -> str:
    """Return the target of events about the account that a request is about: `account/instagram:shop`.

    It is not the target of the request, so that versions without accounts do not take such events for replies of Meta.
    """
    return f"{ACCOUNT_PREFIX}{target.removeprefix(REQUEST_PREFIX)}"


def request_of_account(target: str) -> str:
    """Return the target of the request about the account that an event is about; another target as it is."""
    return f"{REQUEST_PREFIX}{target.removeprefix(ACCOUNT_PREFIX)}" if target.startswith(ACCOUNT_PREFIX) else target


def account_event_text(library: Library, kind: str) -> str:
    """Return an event of an account in words: the answer that `access-locked` stands for, or "renamed"."""
    for question, option in _account_answers(library):
        if kind == f"{question.id}-{option.id}":
            return option.label
    opened = {f"{id}-{UNANSWERED}": label for id, label in OPEN_LABELS.items()}
    return opened.get(kind) or RECORD_LABELS.get(kind, kind)


def _account_answers(library: Library) -> Iterator[tuple[Question, AnswerOption]]:
    """Yield the questions of accounts with each of their options."""
    for question in library.questions:
        if question.id in ACCOUNT_QUESTIONS:
            yield from ((question, option) for option in question.choices)


def account_kinds(library: Library) -> tuple[str, ...]:
    """Return the event kinds that can be recorded for an account: `access-locked`, `form-opened`, `renamed` and so on."""
    answers = (f"{question.id}-{option.id}" for question, option in _account_answers(library))
    return (*answers, *(f"{id}-{UNANSWERED}" for id in OPEN_LABELS), ADDED, RENAMED, REMOVED)


def account_bases(library: Library) -> Mapping[str, Step]:
    """Return the form steps of requests that are about an account, by target: `case/instagram`."""
    steps = (step for step in library.steps.values() if step.records and step.when.fact_names() & _ONLY_SERVICES)
    return {
        f"{REQUEST_PREFIX}{step.records.case}": step
        for step in steps
        if step.records and not step.when.restricted_to(_ONLY_SERVICES).holds({SERVICES: frozenset({"none"})})
    }


def accounts_from_events(events: Iterable[Event], library: Library) -> dict[str, Account]:
    """Return the accounts about which something is recorded, by target, in the order of their first event.

    Removed ones are among them. A request about an account adds it, also again after it was removed.
    """
    accounts: dict[str, Account] = {}
    bases = account_bases(library)
    for event in events:
        if event.kind == ANSWERED and event.target in ACCOUNT_QUESTIONS:
            # This answer speaks of all accounts.
            for target, account in accounts.items():
                kept = {id: answer for id, answer in account.answers.items() if id != event.target}
                accounts[target] = account._replace(answers=kept)
        elif event.target.startswith(ACCOUNT_PREFIX):
            request = _current_request(library, event.target.removeprefix(ACCOUNT_PREFIX))
            target = str(request)
            account = accounts.get(target) or Account(target, request.nickname)
            accounts[target] = _apply_event(account, event, library)
        elif library.current_id(base_target(event.target)) in bases:
            request = _current_request(library, event.target.removeprefix(REQUEST_PREFIX))
            target = str(request)
            accounts[target] = (accounts.get(target) or Account(target, request.nickname))._replace(is_removed=False)
    return accounts


def _current_request(library: Library, name: str) -> RequestTarget:
    request = parse_target(f"{REQUEST_PREFIX}{name}")
    return request._replace(base=library.current_id(request.base))


def _apply_event(account: Account, event: Event, library: Library) -> Account:
    if event.kind == REMOVED:
        return account._replace(is_removed=True)
    if event.kind == RENAMED:
        return account._replace(nickname=clean_nickname(event.note) or account.request.nickname)
    if event.kind == ADDED:
        return account._replace(is_removed=False)
    if event.kind not in account_kinds(library):
        return account
    question_id, _hyphen, answer = event.kind.partition("-")
    answers = {**account.answers, question_id: "" if answer == UNANSWERED else answer}
    return account._replace(answers=answers, is_removed=False)


class OwnAccounts(NamedTuple):
    """The user's accounts, main ones first by service, with the answers that were given for all of them."""

    accounts: tuple[Account, ...]
    general: Answers

    def answer(self, account: Account, question_id: str) -> str:
        """Return the answer of an account, else the one given for all; "" if the question is open."""
        return account.answers.get(question_id, next(iter(self.general.get(question_id, ())), ""))

    def of_request(self, target: str) -> Account | None:
        """Return the account that a request is about; None if it is about none."""
        return next((account for account in self.accounts if account.target == target), None)

    def of_base(self, base: str) -> "OwnAccounts":
        """Return the accounts with one service, by the target of the main account."""
        return self._replace(accounts=tuple(account for account in self.accounts if account.request.base == base))

    @property
    def answers_by_target(self) -> Mapping[str, Answers]:
        """Return the answers of each account, by the target of its request."""
        return {each.target: {id: _as_values(self.answer(each, id)) for id in ACCOUNT_QUESTIONS} for each in self.accounts}

    @property
    def answers_by_base(self) -> Mapping[str, Answers]:
        """Return the joint answers of the accounts with each service, by the target of the main account."""
        bases = dict.fromkeys(account.request.base for account in self.accounts)
        return {base: {**self.general_answers, **self.of_base(base).joint_answers} for base in bases}

    @property
    def general_answers(self) -> Answers:
        """Return the answers for all accounts; an open question has no values."""
        return {id: self.general.get(id, ()) for id in ACCOUNT_QUESTIONS}

    @property
    def joint_answers(self) -> Answers:
        """Return the answers that hold for these accounts together, to questions that one of them answers for itself.

        The form opens for them if it opens for one, and does not open if it opens for none. About access there is a joint
        answer only if it is the same for all.
        """
        joint: dict[str, tuple[str, ...]] = {}
        for id in ACCOUNT_QUESTIONS:
            if any(id in account.answers for account in self.accounts):
                given = {self.answer(account, id) for account in self.accounts}
                shared = given.pop() if len(given) == 1 else OPENED if id == FORM and OPENED in given else ""
                joint[id] = _as_values(shared)
        return joint

    def with_all_answers(self, facts: Facts) -> dict[str, frozenset[str]]:
        """Return the facts with the answers of every account: a step for one account helps whatever holds for the others."""
        given = {id: {self.answer(account, id) for account in self.accounts} - {""} for id in ACCOUNT_QUESTIONS}
        return {**facts, **{id: facts.get(id, frozenset()) | answers for id, answers in given.items()}}

    def access(self, target: str) -> str:
        """Return the answer about access of the account with this target; "" if it is open, or if there is no such account.

        Without a target it is the answer that all accounts share.
        """
        if target:
            account = self.of_request(target)
            return self.answer(account, ACCESS) if account else ""
        joint = {**self.general_answers, **self.joint_answers}[ACCESS] if self.accounts else ()
        return next(iter(joint), "")

    def is_closed(self, account: Account) -> bool:
        """Return True if the user cannot log in to this account, or has switched it off."""
        return self.answer(account, ACCESS) not in ("", ENTERED)

    def needs_letter(self, target: str) -> bool:
        """Return True if Meta's form does not open for the account with this target, as far as the user said."""
        account = self.of_request(target)
        return account is not None and (self.is_closed(account) or self.answer(account, FORM) == NOT_OPENED)

    @property
    def are_closed(self) -> bool:
        """Return True if there are accounts here, and the user can log in to none of them."""
        return bool(self.accounts) and all(map(self.is_closed, self.accounts))


NO_ACCOUNTS = OwnAccounts((), EMPTY)


def _as_values(answer: str) -> tuple[str, ...]:
    return (answer,) if answer else ()


def own_accounts(library: Library, recorded: Mapping[str, Account], services: frozenset[str], general: Answers) -> OwnAccounts:
    """Return the main account with each of the user's services, as far as it has a form, and all that is recorded."""
    accounts: list[Account] = []
    for base, step in account_bases(library).items():
        is_used = step.when.restricted_to(_ONLY_SERVICES).holds({SERVICES: services})
        main = recorded.get(base) or (Account(base) if is_used else None)
        further = (each for each in recorded.values() if each.request.base == base and each.is_further)
        accounts += [each for each in (main, *further) if each and not each.is_removed]
    return OwnAccounts(tuple(accounts), general)


def accounts_for_step(library: Library, own: OwnAccounts, step: Step) -> tuple[Account, ...]:
    """Return the accounts to one of which the user must be able to log in for a step, as far as its condition says."""
    needed = {service for each in step.when.alternatives for service in each.get(SERVICES, ())} if step.login is None else set()
    return tuple(
        account
        for account in own.accounts
        if needed
        & {
            service
            for each in account_bases(library)[account.request.base].when.alternatives
            for service in each.get(SERVICES, ())
        }
    )


def enterable_services(library: Library, own: OwnAccounts, services: frozenset[str]) -> frozenset[str]:
    """Return the services without those where the user can log in to no account."""
    closed = {
        service
        for base, step in account_bases(library).items()
        if own.of_base(base).are_closed
        for alternative in step.when.alternatives
        for service in alternative.get(SERVICES, ())
    }
    return services - closed


def can_be_done(step: Step, services: frozenset[str]) -> bool:
    """Return True unless the step needs a login and the user can log in to none of its services.

    A step is taken to need a login to the services that its condition names, unless it says otherwise.
    """
    if step.login is not None:
        return not step.login or bool(services.intersection(step.login))
    return step.when.restricted_to(_ONLY_SERVICES).holds({SERVICES: services})
