"""What one does with a finished letter: save, copy, open in the mail program, edit; then say that it was sent."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import SuspendNotSupported
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.contact import ASKED
from wizard.core.letter.delivery import (
    ALL_ACCOUNTS,
    ONE_OBJECTION_PER_ACCOUNT,
    WHICH_ACCOUNTS,
    event_for_letter,
    recorded_targets,
)
from wizard.core.letter.draft import Draft
from wizard.core.objection import objection_title
from wizard.errors import WizardError
from wizard.export.letter import FORMAT_WORDS, LETTER_FORMATS, RenderedLetter, paste_text
from wizard.export.letter.handoff import IF_NOT, WHOLE, edit_letter, mail_link, require_editor
from wizard.tui import unfinished_work
from wizard.tui.keys import Key
from wizard.tui.messages import EventRecorded, LinkRequested
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled

from .base import WizardScreen
from .dialog import CLOSE, Dialog

ALL_ACCOUNTS_ID = "every"


class LetterActionsScreen(WizardScreen):
    """A screen with a letter at hand. `handed_out` tells whether the person has saved, copied or opened it."""

    handed_out = False

    def finished(self) -> RenderedLetter | None:
        """The letter as it goes out; None after saying why it cannot go out yet."""
        raise NotImplementedError

    def complete_letter(self) -> RenderedLetter | None:
        """The letter with nothing missing, however long; None after saying what is missing."""
        raise NotImplementedError

    def draft(self) -> Draft | None:
        """The letter as it stands."""
        raise NotImplementedError

    def set_edited_text(self, written: RenderedLetter) -> None:
        """The text was edited by hand."""
        raise NotImplementedError

    def after_export(self) -> None:
        """The letter has gone out of the program: offer to record that it was sent."""
        self.handed_out = True
        self._show_snapshot(self.wizard_app.snapshot)
        if self.can_be_sent:
            form = self.query_one("#form", ItemList)
            form.highlighted = form.get_option_index("sent")

    def saved(self) -> None:
        """The letter is in a file or on the clipboard: nothing of it is lost any more."""
        unfinished_work.handed_out(self.wizard_app)
        self.after_export()

    def accepted(self) -> None:
        """That it was sent is recorded."""
        unfinished_work.handed_out(self.wizard_app)

    def action_save(self) -> None:
        """Ask in which format, then where to."""
        written, draft = self.finished(), self.draft()
        if written and draft:
            self.wizard_app.show(LetterFormatDialog(draft.letter.id, written, self.saved))

    def action_copy(self) -> None:
        """Send the text to the clipboard."""
        written = self.finished()
        if written:
            self.saved()
            self.wizard_app.copy(paste_text(written), IF_NOT)

    def action_mail(self) -> None:
        """A new message in the mail program, by the one door to the outside."""
        written = self.finished()
        if written is None:
            return
        door = mail_link(written)
        self.after_export()
        then = partial(unfinished_work.handed_out, self.wizard_app) if door.words == WHOLE else None
        self.post_message(LinkRequested(door.words, door.url, then=then))

    def action_edit(self) -> None:
        """Hand the text to the person's own editor, where one that is too long can be made shorter."""
        written = self.complete_letter()
        if written is None:
            return
        text = None
        try:
            command = require_editor(self.wizard_app.env)
            with self.app.suspend():
                text = edit_letter(written, command)
        except SuspendNotSupported:
            self.wizard_app.show_status(
                "This terminal cannot be handed to an editor. Save the letter and edit the file.", wrong=True
            )
        except WizardError as error:
            self.wizard_app.show_status(str(error), wrong=True)
        if text:
            self.set_edited_text(text)

    def action_sent(self) -> None:
        """Record that the letter was sent, in its case or in the contact book."""
        draft = self.draft()
        if draft is None:
            return
        targets, kind = recorded_targets(draft), event_for_letter(draft.letter)
        if not targets:
            self.wizard_app.show_status("This letter belongs to no case of yours, so there is nothing to record.")
        elif kind == ASKED:
            self.submit(EventRecorded(targets[0], ASKED))
        else:
            several = len(targets) > 1
            self.wizard_app.show(
                SentDialog(targets, kind, self.accepted)
                if several
                else open_event_date_dialog(self, kind, targets, self.accepted)
            )

    @property
    def can_be_sent(self) -> bool:
        """Tell whether there is something to record when the letter is sent."""
        draft = self.draft()
        return bool(draft and recorded_targets(draft))


class LetterFormatDialog(Dialog):
    """In which format a letter is saved."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Take the format under the cursor."), CLOSE)
    PURPOSE = "A letter can be saved for a form, for paper, or for your mail program. Nothing is sent from here."

    def __init__(self, name: str, written: RenderedLetter, then: Callable[[], None]) -> None:
        super().__init__()
        self._file = name
        self._written = written
        self._then = then

    def _body_widgets(self) -> list[Widget]:
        return [Static("Save the letter as", classes="big"), ItemList("formats")]

    def on_mount(self) -> None:
        """Offer the formats."""
        self.query_one(ItemList).show(Option(styled(words), id=id) for id, words in FORMAT_WORDS.items())

    @on(OptionList.OptionSelected)
    def _taken(self, event: OptionList.OptionSelected) -> None:
        from .dialogs import SaveDialog

        format = event.option_id or "txt"
        document = LETTER_FORMATS[format](self._written)
        self.leave(SaveDialog(f"{self._file}.{format}", document, self._then))


class SentDialog(Dialog):
    """For which accounts a letter was sent."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Take the accounts under the cursor."), CLOSE)
    PURPOSE = ONE_OBJECTION_PER_ACCOUNT

    def __init__(self, targets: tuple[str, ...], kind: str, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then
        self._targets = targets
        self._kind = kind

    def _body_widgets(self) -> list[Widget]:
        return [Static(WHICH_ACCOUNTS, classes="big"), ItemList("targets")]

    def on_mount(self) -> None:
        """Offer all of them, then each."""
        every = Option(styled(ALL_ACCOUNTS), id=ALL_ACCOUNTS_ID)
        self.query_one(ItemList).show([every, *(Option(styled(objection_title(each)), id=each) for each in self._targets)])

    @on(OptionList.OptionSelected)
    def _taken(self, event: OptionList.OptionSelected) -> None:
        targets = self._targets if event.option_id == ALL_ACCOUNTS_ID else (str(event.option_id),)
        self.leave(open_event_date_dialog(self, self._kind, targets, self._then))


def open_event_date_dialog(
    screen: WizardScreen | Dialog, kind: str, targets: tuple[str, ...], then: Callable[[], None]
) -> Dialog:
    """The dialog that asks for the day; `then` is called once it is recorded."""
    from .event_date import EventDateDialog

    return EventDateDialog(targets[0], screen.wizard_app.snapshot.library.outcomes[kind], *targets[1:], then=then)
