"""The user's accounts: list them, add, name and remove one, and ask about access, the form and a move."""

from wizard.core.account import ADDED, RENAMED
from wizard.core.request_target import clean_nickname
from wizard.core.unfinished_work import NICKNAME
from wizard.views.account import (
    account_nickname_error,
    account_nickname_page,
    account_page,
    account_question_page,
    accounts_page,
    new_account_target,
    removal_page,
    service_page,
)
from wizard.views.move import move_page

from .conversation import Conversation
from .pages import ask_page, hold_page, say_page


def show_accounts(conversation: Conversation) -> None:
    """List the accounts; add one or open one, until the user goes back."""
    hold_page(conversation, lambda: accounts_page(conversation.snapshot))


def show_account(conversation: Conversation, target: str) -> None:
    """Show one account and what can be said of it, until the user goes back."""
    hold_page(conversation, lambda: account_page(conversation.snapshot, target))


def ask_account_question(conversation: Conversation, target: str, question_id: str) -> None:
    """Ask a question about one account."""
    ask_page(conversation, account_question_page(conversation.snapshot, target, question_id))


def ask_service(conversation: Conversation) -> None:
    """Ask with which service a further account is, then for its nickname."""
    ask_page(conversation, service_page(conversation.snapshot))


def name_account(conversation: Conversation, base: str) -> None:
    """Ask for the nickname of a further account, add the account and open its page."""
    nickname = _ask_nickname(conversation, base)
    if nickname:
        target = new_account_target(conversation.snapshot, base, nickname)
        if conversation.mark(target, ADDED):
            show_account(conversation, target)


def rename_account(conversation: Conversation, target: str) -> None:
    """Ask for another nickname of an account."""
    nickname = _ask_nickname(conversation, target)
    if nickname:
        conversation.mark(target, RENAMED, nickname)


def ask_removal(conversation: Conversation, target: str) -> None:
    """Ask whether to take an account off the list."""
    page = removal_page(conversation.snapshot, target)
    say_page(conversation, page)
    ask_page(conversation, page)


def ask_move(conversation: Conversation) -> None:
    """Ask whether the user moved, or the earlier answer about the place was a mistake."""
    page = move_page(conversation.snapshot)
    say_page(conversation, page)
    ask_page(conversation, page)


def _ask_nickname(conversation: Conversation, target: str) -> str:
    """Ask for a nickname until it can be used; "" if the user goes back."""
    page = account_nickname_page(conversation.snapshot, target)
    while nickname := clean_nickname(conversation.ask_text(page.prompt, help=page.help, unfinished=NICKNAME) or ""):
        error = account_nickname_error(conversation.snapshot, target, nickname)
        if not error:
            return nickname
        conversation.say(error)
    return ""
