"""The contacts: whom the user asked about photos, by nickname, and what came of it."""

from typing import ClassVar

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from wizard.core.contact import ASKED, CONTACT
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import NICKNAME, UnfinishedWork, without_completion
from wizard.i18n import _
from wizard.tui.keys import BACK, QUIET_LEAVE, UNDO, Key
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ALERT, QUIET, styled
from wizard.views import key_texts
from wizard.views.actions import AddContact, WriteLetter
from wizard.views.contacts import contact_page, contacts_page, nickname_error, nickname_page
from wizard.views.page import Page

from .base import SCROLLING
from .dialog import CLOSE, Dialog
from .page import PageScreen
from .page_dialog import PageDialog


class ContactsScreen(PageScreen):
    """The list of contacts."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", key_texts.CONTACT_STATUS),
        Key("a", "add", key_texts.ADD_CONTACT),
        Key("l", "letter", key_texts.CONTACT_LETTER),
        UNDO,
        BACK,
        QUIET_LEAVE,
        *SCROLLING,
    )

    def make_page(self, snapshot: Snapshot) -> Page:
        return contacts_page(snapshot)

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """All keys, or without a contact those that add one and lead back."""
        needs_contact = () if self.wizard_app.snapshot.contacts else ("open", "letter", UNDO.action)
        return tuple(key for key in self.KEYS if key.action not in needs_contact)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        super()._show_snapshot(snapshot)
        self.query_one(KeyBar).say(self.active_keys)

    def action_add(self) -> None:
        """Ask for a nickname."""
        self.perform(AddContact())

    def action_letter(self) -> None:
        """Write the letter that fits the contact's status."""
        option = self.query_one(ItemList).highlighted_option
        if option is None or option.id not in {each.nickname for each in self.wizard_app.snapshot.contacts}:
            self.wizard_app.show_status(_(key_texts.CONTACT_FIRST))
            return
        choices = contact_page(self.wizard_app.snapshot, option.id or "").choices
        self.perform(next(choice.action for choice in choices if isinstance(choice.action, WriteLetter)))


class NicknameDialog(Dialog):
    """Asks for the nickname of a new contact; subclasses ask for that of something else."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "keep", key_texts.KEEP_CONTACT, records=True),
        CLOSE,
    )

    def make_page(self) -> Page:
        """Return the question."""
        return nickname_page()

    def error(self, nickname: str) -> str:
        """Return why a nickname cannot be used; "" if it can."""
        return nickname_error(nickname)

    def request(self, nickname: str) -> Message:
        """Return what to record with this nickname."""
        return EventRecorded(f"{CONTACT}{nickname}", ASKED)

    @property
    def purpose(self) -> str:
        """What the dialog is for."""
        return self.make_page().help

    def _body_widgets(self) -> list[Widget]:
        page = self.make_page()
        return [
            Static(styled(page.prompt), classes="big"),
            Input(id="nickname"),
            Static(styled(page.help), id="enough", classes="quiet"),
        ]

    @on(Input.Changed)
    def _nickname_changed(self, event: Input.Changed) -> None:
        error = self.error(event.value)
        self.query_one("#enough", Static).update(styled(error, ALERT) if error else styled(self.make_page().help, QUIET))

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The typed nickname, or None; one that cannot be used cannot be completed."""
        if not self._nickname:
            return None
        return without_completion(NICKNAME) if self.error(self._nickname) else NICKNAME

    def complete(self) -> None:
        """Record the nickname."""
        self._record()

    @property
    def _nickname(self) -> str:
        return self.query_one("#nickname", Input).value.strip()

    @on(Input.Submitted)
    def _record(self) -> None:
        if self._nickname and not self.error(self._nickname):
            self.submit(self.request(self._nickname))


class ContactDialog(PageDialog):
    """Asks what came of asking a contact."""

    def __init__(self, nickname: str) -> None:
        super().__init__()
        self._nickname = nickname

    def make_page(self, snapshot: Snapshot) -> Page:
        return contact_page(snapshot, self._nickname)
