"""What a choice about the user's accounts, or about a move, leads to."""

from typing import NamedTuple


class OpenAccounts(NamedTuple):
    """List the user's accounts."""


class OpenAccount(NamedTuple):
    """Open the page of the account that the request with this target is about."""

    target: str


class AskAccountQuestion(NamedTuple):
    """Ask a question about one account."""

    target: str
    question_id: str


class AddAccount(NamedTuple):
    """Ask with which service a further account is."""


class NameAccount(NamedTuple):
    """Ask for the nickname of a further account; `base` is the target of the main account with the service."""

    base: str


class RenameAccount(NamedTuple):
    """Ask for another nickname of an account."""

    target: str


class AskRemoval(NamedTuple):
    """Ask whether to take an account off the list."""

    target: str


class AskMove(NamedTuple):
    """Ask whether the user moved, or the earlier answer about the place was a mistake."""


AccountAction = AddAccount | AskAccountQuestion | AskMove | AskRemoval | NameAccount | OpenAccount | OpenAccounts | RenameAccount
