"""The user's accounts: list them, add, name and remove one, and ask about access, the form and a move."""

from typing import ClassVar

from wizard.core.account import ADDED, RENAMED
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import BACK, QUIET_LEAVE, UNDO, Key
from wizard.tui.messages import EventRecorded
from wizard.views import key_texts
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
from wizard.views.page import Page

from .base import SCROLLING
from .contacts import NicknameDialog
from .dialog import CLOSE
from .page import PageScreen
from .page_dialog import PageDialog

OPEN = Key("enter", "open", key_texts.OPEN_ACCOUNT_ROW)


class AccountsScreen(PageScreen):
    """The list of accounts."""

    KEYS: ClassVar[tuple[Key, ...]] = (OPEN, UNDO, BACK, QUIET_LEAVE, *SCROLLING)

    def make_page(self, snapshot: Snapshot) -> Page:
        return accounts_page(snapshot)


class AccountScreen(PageScreen):
    """One account: whether it can be entered, whether the form opened, and its nickname."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "choose", key_texts.CHOOSE_ROW),
        UNDO,
        BACK,
        QUIET_LEAVE,
        *SCROLLING,
    )

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target

    def make_page(self, snapshot: Snapshot) -> Page:
        return account_page(snapshot, self._target)


class AccountQuestionDialog(PageDialog):
    """Asks a question about one account."""

    def __init__(self, target: str, question_id: str) -> None:
        super().__init__()
        self._target = target
        self._question_id = question_id

    def make_page(self, snapshot: Snapshot) -> Page:
        return account_question_page(snapshot, self._target, self._question_id)


class ServiceDialog(PageDialog):
    """Asks with which service a further account is."""

    def make_page(self, snapshot: Snapshot) -> Page:
        return service_page(snapshot)


class RemovalDialog(PageDialog):
    """Asks whether to take an account off the list."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target

    def make_page(self, snapshot: Snapshot) -> Page:
        return removal_page(snapshot, self._target)


class MoveDialog(PageDialog):
    """Asks whether the user moved, or the earlier answer about the place was a mistake."""

    def make_page(self, snapshot: Snapshot) -> Page:
        return move_page(snapshot)


class NewAccountDialog(NicknameDialog):
    """Asks for the nickname of a further account."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "keep", key_texts.ADD_ACCOUNT, records=True), CLOSE)

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def make_page(self) -> Page:
        """Return the question."""
        return account_nickname_page(self.wizard_app.snapshot, self._base)

    def error(self, nickname: str) -> str:
        """Return why a nickname cannot be used; "" if it can."""
        return account_nickname_error(self.wizard_app.snapshot, self._base, nickname)

    def request(self, nickname: str) -> EventRecorded:
        """Return what to record with this nickname."""
        return EventRecorded(new_account_target(self.wizard_app.snapshot, self._base, nickname), ADDED)


class AccountNameDialog(NewAccountDialog):
    """Asks for another nickname of an account."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "keep", key_texts.NAME_ACCOUNT, records=True), CLOSE)

    def request(self, nickname: str) -> EventRecorded:
        """Return what to record with this nickname."""
        return EventRecorded(self._base, RENAMED, nickname)
