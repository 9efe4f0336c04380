"""The contacts: whom the user asked about photos, by nickname, and what came of it."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.contact import (
    AGREED,
    ASKED,
    CONTACT,
    CONTACT_KINDS,
    CONTACT_OUTCOME_LABELS,
    DECLINED,
    FIRST_LETTER,
    NEXT_LETTER,
    NICKNAME_LENGTH,
    NO_ANSWER,
    TOO_LONG,
    Contact,
)
from wizard.core.formatting import CONTACT_STATUS, pluralize, relative_days
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import NICKNAME, UnfinishedWork, without_completion
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ALERT, GOOD, QUIET, styled

from .base import SCROLLING, WizardScreen
from .dialog import CLOSE, Dialog

SIGNS = {ASKED: "○  ", AGREED: "✓  ", DECLINED: "–  ", NO_ANSWER: "?  "}
EMPTY = "Nobody is on your list yet. Press a and write a nickname; no other name is needed, and it stays on this computer."
NICKNAME_ADVICE = "A nickname is enough. It stays on this computer, and you can take it out again."


class ContactsScreen(WizardScreen):
    """The list of contacts."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "happened", "record", "Record what came of it, or take the person off the list."),
        Key("a", "add", "add", "Put someone on the list, by a nickname."),
        Key("l", "letter", "write", "Write to the person under the cursor: a first message, a reminder or a thank-you."),
        UNDO,
        BACK,
        *SCROLLING,
    )
    PURPOSE = "The people you asked about photos. A nickname is enough, and it stays on this computer."

    def _body_widgets(self) -> list[Widget]:
        return [Static(id="sum", classes="text"), ItemList("contacts")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        count = len(snapshot.contacts)
        self.title_line.say("People you asked", "1 person" if count == 1 else f"{count} people")
        self.query_one("#sum", Static).update(styled(_summary(snapshot) or EMPTY, "" if snapshot.contacts else QUIET))
        self.query_one(ItemList).show(_contact_option(each, snapshot) for each in snapshot.contacts)

    @property
    def _highlighted_contact(self) -> Contact | None:
        """The highlighted contact, or None."""
        option = self.query_one(ItemList).highlighted_option
        return next((each for each in self.wizard_app.snapshot.contacts if option and each.nickname == option.id), None)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_happened()

    def action_happened(self) -> None:
        """Ask what came of it."""
        if self._highlighted_contact:
            self.wizard_app.open_screen("contacts.ContactStatusDialog", self._highlighted_contact)

    def action_add(self) -> None:
        """Ask for a nickname."""
        self.wizard_app.open_screen("contacts.NicknameDialog")

    def action_letter(self) -> None:
        """Write the letter that fits the contact's status."""
        if self._highlighted_contact:
            letter = NEXT_LETTER.get(self._highlighted_contact.status, FIRST_LETTER)
            self.wizard_app.open_screen("letter.LetterScreen", letter, "", "", self._highlighted_contact.nickname)
        else:
            self.wizard_app.show_status("Add someone first: press a.")


class NicknameDialog(Dialog):
    """Asks for the nickname of a new contact."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "keep", "keep", "Put this person on the list, as asked today.", records=True),
        CLOSE,
    )
    PURPOSE = "A nickname that you recognise is enough. It stays on this computer."

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("Whom did you ask?", classes="big"),
            Input(id="nickname", placeholder="a first name or nickname"),
            Static(styled(NICKNAME_ADVICE), id="enough", classes="quiet"),
        ]

    @on(Input.Changed)
    def _nickname_changed(self, event: Input.Changed) -> None:
        excess = len(event.value.strip()) - NICKNAME_LENGTH
        error = f"{TOO_LONG} Take {pluralize(excess, 'letter')} away." if excess > 0 else ""
        self.query_one("#enough", Static).update(styled(error, ALERT) if error else styled(NICKNAME_ADVICE, QUIET))

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The typed nickname, or None; one that is too long cannot be completed."""
        length = len(self._nickname)
        return None if not length else NICKNAME if length <= NICKNAME_LENGTH else without_completion(NICKNAME)

    def complete(self) -> None:
        """Add the contact."""
        self._add_contact()

    @property
    def _nickname(self) -> str:
        return self.query_one("#nickname", Input).value.strip()

    @on(Input.Submitted)
    def _add_contact(self) -> None:
        if 0 < len(self._nickname) <= NICKNAME_LENGTH:
            self.submit(EventRecorded(f"{CONTACT}{self._nickname}", ASKED))


class ContactStatusDialog(Dialog):
    """Asks what came of asking a contact."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Record what is under the cursor.", records=True), CLOSE)
    PURPOSE = "Nobody has to say yes, and you need not explain anything. Recorded with today's date."

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self._contact = contact

    def _body_widgets(self) -> list[Widget]:
        return [Static(styled(f"{self._contact.nickname}: what came of it?"), classes="big"), ItemList("kinds")]

    def on_mount(self) -> None:
        """List the possible outcomes."""
        self.query_one(ItemList).show(Option(styled(CONTACT_OUTCOME_LABELS[kind]), id=kind) for kind in CONTACT_KINDS)

    @on(OptionList.OptionSelected)
    def _outcome_chosen(self, event: OptionList.OptionSelected) -> None:
        self.submit(EventRecorded(f"{CONTACT}{self._contact.nickname}", event.option_id or ASKED))


def _contact_option(contact: Contact, snapshot: Snapshot) -> Option:
    sign = styled(SIGNS[contact.status], GOOD if contact.status == AGREED else QUIET)
    hint = f"{CONTACT_STATUS[contact.status]}, {relative_days(contact.on, snapshot.today)}"
    return Option(HangingOption(hanging_row(contact.nickname, sign), hint=hint), id=contact.nickname)


def _summary(snapshot: Snapshot) -> str:
    """Return the number of contacts with each status: "2 asked, 1 did it"."""
    statuses = [each.status for each in snapshot.contacts]
    return ", ".join(f"{statuses.count(kind)} {CONTACT_STATUS[kind]}" for kind in CONTACT_KINDS if kind in statuses)
