"""Actions for a finished letter: save, copy, open in the mail program, edit, record that it was sent."""

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
from wizard.views.error_messages import error_text

from .base import WizardScreen
from .dialog import CLOSE, Dialog

ALL_ACCOUNTS_ID = "every"


class LetterActionsScreen(WizardScreen):
    """A screen with a letter; `handed_out` is True once it was saved, copied or opened."""

    handed_out = False

    def finished(self) -> RenderedLetter | None:
        """Return the final letter; or None, after showing what is missing or wrong."""
        raise NotImplementedError

    def complete_letter(self) -> RenderedLetter | None:
        """Return the letter if no field is missing, whatever its length; or None, after showing which."""
        raise NotImplementedError

    def draft(self) -> Draft | None:
        """Return the draft with the present input, or None."""
        raise NotImplementedError

    def set_edited_text(self, written: RenderedLetter) -> None:
        """Use the text that the user edited by hand."""
        raise NotImplementedError

    def after_export(self) -> None:
        """Offer to record that the letter was sent, because it has left the program."""
        self.handed_out = True
        self._show_snapshot(self.wizard_app.snapshot)
        if self.can_be_sent:
            form = self.query_one("#form", ItemList)
            form.highlighted = form.get_option_index("sent")

    def saved(self) -> None:
        """Record that the letter was saved or copied, so that it is no longer unfinished."""
        unfinished_work.handed_out(self.wizard_app)
        self.after_export()

    def accepted(self) -> None:
        """Record that the letter was handed out, once the sending is recorded."""
        unfinished_work.handed_out(self.wizard_app)

    def action_save(self) -> None:
        """Ask for the format, then for the path."""
        letter, draft = self.finished(), self.draft()
        if letter and draft:
            self.wizard_app.show(LetterFormatDialog(draft.letter.id, letter, self.saved))

    def action_copy(self) -> None:
        """Copy the text to the clipboard."""
        letter = self.finished()
        if letter:
            self.saved()
            self.wizard_app.copy(paste_text(letter), IF_NOT)

    def action_mail(self) -> None:
        """Open the letter in the mail program, by the link dialog."""
        letter = self.finished()
        if letter is None:
            return
        link = mail_link(letter)
        self.after_export()
        then = partial(unfinished_work.handed_out, self.wizard_app) if link.words == WHOLE else None
        self.post_message(LinkRequested(link.words, link.url, then=then))

    def action_edit(self) -> None:
        """Open the text in the user's editor, even if it is too long, so that it can be shortened."""
        letter = self.complete_letter()
        if letter is None:
            return
        text = None
        try:
            command = require_editor(self.wizard_app.env)
            with self.app.suspend():
                text = edit_letter(letter, command)
        except SuspendNotSupported:
            self.wizard_app.show_status(
                "This terminal cannot be handed to an editor. Save the letter and edit the file.", wrong=True
            )
        except WizardError as error:
            self.wizard_app.show_status(error_text(error), wrong=True)
        if text:
            self.set_edited_text(text)

    def action_sent(self) -> None:
        """Record that the letter was sent, for its objection or contact."""
        draft = self.draft()
        if draft is None:
            return
        targets, kind = recorded_targets(draft), event_for_letter(draft.letter)
        if not targets:
            self.wizard_app.show_status("This letter belongs to no case of yours, so there is nothing to record.")
        elif kind == ASKED:
            self.submit(EventRecorded(targets[0], ASKED))
        else:
            has_several = len(targets) > 1
            self.wizard_app.show(
                SentDialog(targets, kind, self.accepted)
                if has_several
                else open_event_date_dialog(self, kind, targets, self.accepted)
            )

    @property
    def can_be_sent(self) -> bool:
        """Whether sending this letter can be recorded."""
        draft = self.draft()
        return bool(draft and recorded_targets(draft))


class LetterFormatDialog(Dialog):
    """Asks for the format in which to save a letter."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Take the format under the cursor."), CLOSE)
    PURPOSE = "A letter can be saved for a form, for paper, or for your mail program. Nothing is sent from here."

    def __init__(self, name: str, letter: RenderedLetter, then: Callable[[], None]) -> None:
        super().__init__()
        self._file_name = name
        self._letter = letter
        self._then = then

    def _body_widgets(self) -> list[Widget]:
        return [Static("Save the letter as", classes="big"), ItemList("formats")]

    def on_mount(self) -> None:
        """List the formats."""
        self.query_one(ItemList).show(Option(styled(words), id=id) for id, words in FORMAT_WORDS.items())

    @on(OptionList.OptionSelected)
    def _option_chosen(self, event: OptionList.OptionSelected) -> None:
        from .dialogs import SaveDialog

        format = event.option_id or "txt"
        document = LETTER_FORMATS[format](self._letter)
        self.leave(SaveDialog(f"{self._file_name}.{format}", document, self._then))


class SentDialog(Dialog):
    """Asks for which accounts a letter was sent."""

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
        """List all accounts together, then each account."""
        all_accounts = Option(styled(ALL_ACCOUNTS), id=ALL_ACCOUNTS_ID)
        self.query_one(ItemList).show([all_accounts, *(Option(styled(objection_title(each)), id=each) for each in self._targets)])

    @on(OptionList.OptionSelected)
    def _option_chosen(self, event: OptionList.OptionSelected) -> None:
        targets = self._targets if event.option_id == ALL_ACCOUNTS_ID else (str(event.option_id),)
        self.leave(open_event_date_dialog(self, self._kind, targets, self._then))


def open_event_date_dialog(
    screen: WizardScreen | Dialog, kind: str, targets: tuple[str, ...], then: Callable[[], None]
) -> Dialog:
    """Return the dialog that asks for the date; `then` is called after the event was recorded."""
    from .event_date import EventDateDialog

    return EventDateDialog(targets[0], screen.wizard_app.snapshot.library.outcomes[kind], *targets[1:], then=then)
