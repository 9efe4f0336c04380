"""The requests: their events, what is due, and what to record or do next."""

from typing import ClassVar

from textual.widget import Widget

from wizard.core.snapshot import Snapshot
from wizard.i18n import _
from wizard.tui.keys import BACK, QUIET_LEAVE, UNDO, Key
from wizard.tui.widgets.frame import KeyBar
from wizard.views import key_texts
from wizard.views.account_actions import OpenAccount, OpenAccounts
from wizard.views.actions import Action, AskOutcome, GoBack, OpenLink, OpenPage, PageName, WriteLetter, WriteNote
from wizard.views.outcome import outcome_page
from wizard.views.page import Page, PageChoice
from wizard.views.request import STATUS, reply_page, request_page, requests_page
from wizard.views.request_stages import request_stages

from .base import SCROLLING
from .page import PageScreen


class RequestsScreen(PageScreen):
    """All requests: an objection for each account, then the others."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", key_texts.OPEN_REQUEST),
        Key("a", "accounts", key_texts.ACCOUNTS),
        UNDO,
        BACK,
        QUIET_LEAVE,
        *SCROLLING,
    )

    def make_page(self, snapshot: Snapshot) -> Page:
        return requests_page(snapshot)

    def action_accounts(self) -> None:
        """List the accounts."""
        self.perform(OpenAccounts())


class OutcomeScreen(PageScreen):
    """One reply that people get: what to do, and for which request to record it."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "choose", key_texts.CHOOSE_ROW), UNDO, BACK, QUIET_LEAVE, *SCROLLING)

    def __init__(self, outcome: str) -> None:
        super().__init__()
        self._outcome = outcome

    def make_page(self, snapshot: Snapshot) -> Page:
        return outcome_page(snapshot, self._outcome)


class RequestScreen(PageScreen):
    """One request: its events, the recommendation, and what can be recorded."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "choose", key_texts.RECORD_ROW, records=True),
        Key("l", "letter", key_texts.FITTING_LETTER),
        Key("n", "note", key_texts.REQUEST_NOTE),
        Key("a", "account", key_texts.ACCOUNT),
        UNDO,
        BACK,
        QUIET_LEAVE,
        Key("r", "qr", key_texts.FORM_CODE, in_bar=False),
        *SCROLLING,
    )
    IN_TITLE = frozenset({STATUS})

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target
        self._reply = ""
        """The kind of reply whose outcomes are asked for, "" for the first question."""

    @property
    def main_link(self) -> OpenLink | None:
        """The form, or the page of the authority, whichever the page offers."""
        choices = request_page(self.wizard_app.snapshot, self._target).choices
        return next((choice.action for choice in choices if isinstance(choice.action, OpenLink)), None)

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Without the key for the QR code if the page offers no link."""
        return tuple(key for key in self.KEYS if key.action != "qr" or self.main_link)

    def _body_widgets(self) -> list[Widget]:
        from wizard.tui.widgets.panels import StagesText

        return [StagesText("stages"), *super()._body_widgets()]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        from wizard.tui.widgets.panels import StagesText

        super()._show_snapshot(snapshot)
        found = [request_stages(snapshot, each) for each in snapshot.requests if each.target == self._target]
        self.query_one("#stages", StagesText).show(stage for stages in found for stage in stages)
        self.query_one(KeyBar).say(self.active_keys)

    def make_page(self, snapshot: Snapshot) -> Page:
        """Return the page of the request; with the second question if a kind of reply was chosen."""
        page = request_page(snapshot, self._target)
        if not self._reply:
            return page
        question = reply_page(snapshot, self._target, self._reply)
        back = PageChoice("back", _("Back"), GoBack())
        return page._replace(prompt=question.prompt, choices=(*question.choices, back))

    def perform(self, action: Action) -> None:
        """Ask the second question on this screen; anything else opens what it leads to."""
        if isinstance(action, AskOutcome):
            self._ask(action.reply)
        else:
            super().perform(action)
            if not isinstance(action, (GoBack, OpenLink)):
                self._reply = ""

    def _ask(self, reply: str) -> None:
        self._reply = reply
        self._show_snapshot(self.wizard_app.snapshot)

    def action_letter(self) -> None:
        """Open the letter that the request needs next, or else all letters."""
        letter = (each.action for each in request_page(self.wizard_app.snapshot, self._target).choices)
        self.perform(next((action for action in letter if isinstance(action, WriteLetter)), OpenPage(PageName.LETTERS)))

    def action_account(self) -> None:
        """Open the page of the account, if the request is about one; otherwise the list of accounts."""
        is_known = self.wizard_app.snapshot.accounts.of_request(self._target)
        self.perform(OpenAccount(self._target) if is_known else OpenAccounts())

    def action_note(self) -> None:
        """Write a note."""
        self.perform(WriteNote(self._target))

    def go_back(self) -> None:
        """Go from the second question to the first, or else to the screen below."""
        if self._reply:
            self._ask("")
        else:
            super().go_back()
