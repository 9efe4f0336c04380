"""The pages of the user's accounts: several with one service, whether they can be entered, and whether the form opened."""

from collections.abc import Iterator, Sequence
from itertools import count

from wizard.core.account import (
    ACCESS,
    ADDED,
    FORM,
    OPEN_LABELS,
    REMOVED,
    RENAMED,
    SERVICES,
    UNANSWERED,
    Account,
    account_bases,
    account_event_text,
    account_kinds,
)
from wizard.core.content_models import Question
from wizard.core.interview import require_question
from wizard.core.request_kinds import request_title, row_label
from wizard.core.request_target import base_target, clean_nickname, parse_target
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, MessageTable, _, join_parts

from .account_actions import AddAccount, AskAccountQuestion, AskRemoval, NameAccount, OpenAccount, RenameAccount
from .actions import GoBack, OpenArticle, OpenRequest, RecordEvent
from .contacts import nickname_error
from .page import Page, PageChoice, PageSection, TextLine, Tone, message_page
from .unanswered import unanswered_page

NO_ACCESS = "no-access"
"""The article for who cannot get into an account."""
QUESTION_LABELS = MessageTable({ACCESS: N_("Access:"), FORM: N_("Meta's form:")})
"""The questions on the page of an account, with the words before their answers."""


def accounts_page(snapshot: Snapshot) -> Page:
    """Return the list of the user's accounts that can have a request."""
    title = _("Your accounts")
    accounts = snapshot.accounts.accounts
    if snapshot.place is None and not accounts:
        return unanswered_page(snapshot, title)
    if not accounts:
        return message_page(title, _("Your answers name no account with Meta."))
    choices = (
        PageChoice(
            each.target,
            _title(snapshot, each),
            OpenAccount(each.target),
            hint=join_parts(
                f"{QUESTION_LABELS[ACCESS]} {_answer_label(snapshot, each, question)}"
                for question in _questions(snapshot)
                if question.id == ACCESS
            ),
        )
        for each in accounts
    )
    return Page(
        title=title,
        prompt=_("Which one?"),
        choices=(*choices, add_account_choice(snapshot)),
        help=_("Each account has its own settings and its own objection. Nicknames stay on this computer."),
    )


def add_account_choice(snapshot: Snapshot, base: str = "") -> PageChoice:
    """Return the choice that adds an account: with the service of `base`, or with one that is asked for."""
    label = _("Add another account, for example a second Instagram")
    if base:
        label = _("Add another account with {service}", service=_service_name(snapshot, base))
    return PageChoice("add", label, NameAccount(base) if base else AddAccount())


def account_page(snapshot: Snapshot, target: str) -> Page:
    """Return the page of one account; only a sentence if it is no longer on the list."""
    account = snapshot.accounts.of_request(target)
    if account is None:
        return message_page(_("Your accounts"), _("This account is not on your list."))
    return Page(
        title=_title(snapshot, account),
        sections=(PageSection("answers", tuple(_answers(snapshot, account)), is_introduction=False),),
        prompt=_("What would you like to do?"),
        choices=tuple(_choices(snapshot, account)),
        help=_("What you say here is about this one account, and your plan and your letters follow it."),
    )


def account_question_page(snapshot: Snapshot, target: str, question_id: str) -> Page:
    """Return a question about one account."""
    question, account = require_question(snapshot.library, question_id), snapshot.accounts.of_request(target)
    answers = (
        PageChoice(each.id, each.label, RecordEvent(target, f"{question_id}-{each.id}"), hint=each.hint)
        for each in question.choices
    )
    unanswered = PageChoice("open-question", OPEN_LABELS[question_id], RecordEvent(target, f"{question_id}-{UNANSWERED}"))
    return Page(
        title="",
        sections=(PageSection("why", (TextLine(question.why, tone=Tone.QUIET),)),),
        prompt=_("{account}: {question}", account=_request_title(snapshot, target, account), question=question.title),
        choices=(*answers, unanswered),
        help=question.why,
    )


def account_form_page(snapshot: Snapshot, accounts: Sequence[Account]) -> Page:
    """Return the question whether the form opened for one of these accounts; of several, which one was tried."""
    if len(accounts) == 1:
        return account_question_page(snapshot, accounts[0].target, FORM)
    choices = (PageChoice(each.target, _title(snapshot, each), AskAccountQuestion(each.target, FORM)) for each in accounts)
    return Page(
        title="",
        prompt=_("Which account did you try it with?"),
        choices=tuple(choices),
        help=_("Meta decides who sees the form. It may open for one account, and not for another."),
    )


def service_page(snapshot: Snapshot) -> Page:
    """Return the question with which service the further account is."""
    bases = dict.fromkeys(account.request.base for account in snapshot.accounts.accounts) or account_bases(snapshot.library)
    return Page(
        title="",
        prompt=_("Which service is the account with?"),
        choices=tuple(PageChoice(base, _service_name(snapshot, base), NameAccount(base)) for base in bases),
        help=_("A second account, a business account, an old one: each needs its own objection."),
    )


def account_nickname_page(snapshot: Snapshot, target: str) -> Page:
    """Return the question for the nickname of an account: of a new one with the service, or another one."""
    service = _service_name(snapshot, base_target(target))
    return Page(
        title="",
        prompt=_("{service}: a nickname for this account, for example “shop” or “old one”", service=service),
        help=_("A nickname is enough. It stays on this computer; no letter names it."),
    )


def new_account_target(snapshot: Snapshot, base: str, nickname: str) -> str:
    """Return a target for a new account with this nickname that no account on the list has."""
    names = (clean_nickname(f"{number} {nickname}".removeprefix("1 ")) for number in count(1))
    on_list = {account.target for account in snapshot.accounts.accounts}
    return next(target for target in (f"{base}:{name}" for name in names) if target not in on_list)


def account_nickname_error(snapshot: Snapshot, target: str, nickname: str) -> str:
    """Return why a nickname cannot be used for an account with this service; "" if it can, or if nothing is typed yet."""
    name = clean_nickname(nickname)
    titles = {_title(snapshot, account).casefold() for account in snapshot.accounts.accounts}
    if nickname_error(nickname):
        return nickname_error(nickname)
    if not name or request_title(snapshot.library, base_target(target), name).casefold() not in titles:
        return ""
    return _("You have an account with this nickname already. Choose another one.")


def removal_page(snapshot: Snapshot, target: str) -> Page:
    """Return the question before an account is taken off the list; keeping it comes first."""
    title = _request_title(snapshot, target, snapshot.accounts.of_request(target))
    text = _("Its request and its dates leave your plan. What you recorded stays stored, and comes back if you add it again.")
    return Page(
        title="",
        sections=(PageSection("removed", (TextLine(text, tone=Tone.QUIET),)),),
        prompt=_("Take {account} off your list?", account=title),
        choices=(
            PageChoice("keep", _("No, keep it"), GoBack()),
            PageChoice("remove", _("Yes, take it off the list"), RecordEvent(target, REMOVED)),
        ),
        default="keep",
        help=text,
    )


def account_event_message(snapshot: Snapshot, target: str, kind: str) -> str:
    """Return the message after an event about an account was recorded; "" for other events."""
    title = _request_title(snapshot, target, snapshot.progress.accounts.get(target))
    if kind == ADDED:
        return _("Added to your accounts: {account}.", account=title)
    if kind == RENAMED:
        return _("From now on it is called {account}.", account=title)
    if kind == REMOVED:
        return _("Taken off your list: {account}.", account=title)
    if kind not in account_kinds(snapshot.library):
        return ""
    return _("Recorded. {account}: {answer}.", account=title, answer=account_event_text(snapshot.library, kind))


def _service_name(snapshot: Snapshot, base: str) -> str:
    """Return the name of the service that the accounts of a request are with: WhatsApp for messages to Meta AI there."""
    step = account_bases(snapshot.library)[base]
    named = {id for alternative in step.when.alternatives for id in alternative.get(SERVICES, ())}
    services = {id: service for id, service in snapshot.library.services.items() if id in named}
    own = services.get(parse_target(base).name) or next(iter(services.values()), None)
    return own.name if own else row_label(request_title(snapshot.library, base))


def _title(snapshot: Snapshot, account: Account) -> str:
    return _request_title(snapshot, account.target, account)


def _request_title(snapshot: Snapshot, target: str, account: Account | None) -> str:
    """Return what a request is about, with the nickname that is shown for its account: "Instagram (shop)"."""
    return row_label(request_title(snapshot.library, target, account.nickname if account else ""))


def _questions(snapshot: Snapshot) -> Iterator[Question]:
    """Yield the questions about an account, in the order of the page."""
    yield from filter(None, map(snapshot.library.question, QUESTION_LABELS))


def _answer_label(snapshot: Snapshot, account: Account, question: Question) -> str:
    """Return the answer of an account to a question in words."""
    answer = snapshot.accounts.answer(account, question.id)
    return next((option.label for option in question.choices if option.id == answer), _("not answered yet"))


def _answers(snapshot: Snapshot, account: Account) -> Iterator[TextLine]:
    for question in _questions(snapshot):
        yield TextLine(f"{_answer_label(snapshot, account, question)}.", QUESTION_LABELS[question.id])
    request = next((each for each in snapshot.requests if each.target == account.target), None)
    if request:
        yield TextLine(request.recommendation, _("What to do:"), Tone.STRONG)


def _choices(snapshot: Snapshot, account: Account) -> Iterator[PageChoice]:
    target = account.target
    for question in _questions(snapshot):
        yield PageChoice(question.id, question.title, AskAccountQuestion(target, question.id))
    if any(each.target == target for each in snapshot.requests):
        yield PageChoice("objection", _("The objection for this account"), OpenRequest(target))
    if snapshot.accounts.is_closed(account):
        article = snapshot.library.articles.get(NO_ACCESS)
        if article:
            yield PageChoice("read", article.title, OpenArticle(NO_ACCESS))
    yield PageChoice(
        "rename", _("Give it a nickname") if not account.nickname else _("Change its nickname"), RenameAccount(target)
    )
    yield add_account_choice(snapshot, account.request.base)
    if account.is_further:
        yield PageChoice("remove", _("Take it off my list"), AskRemoval(target))
