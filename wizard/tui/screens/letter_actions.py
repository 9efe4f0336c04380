"""Actions for a finished letter: save, copy, open in the mail program, edit, record that it was sent."""

from collections.abc import Callable
from functools import partial

from textual.app import SuspendNotSupported

from wizard.core.contact import ASKED
from wizard.core.letter.delivery import event_for_letter, recorded_targets
from wizard.core.letter.draft import Draft
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import RenderedLetter, check_letter_format, letter_document, paste_text
from wizard.export.letter.handoff import WHOLE, edit_letter, mail_link, require_editor
from wizard.i18n import _
from wizard.tui import unfinished_work
from wizard.tui.messages import EventRecorded, LinkRequested
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.actions import Action
from wizard.views.error_messages import error_text
from wizard.views.letter import SENT, format_page, letter_language_page, sent_page
from wizard.views.letter_actions import RecordSentTo, SaveLetterAs, SwitchLanguage
from wizard.views.letter_messages import COPY_FALLBACK, NO_TERMINAL_FOR_EDITOR, NOTHING_TO_RECORD
from wizard.views.page import Page

from .base import WizardScreen
from .dialog import Dialog
from .page_dialog import PageDialog


class LetterActionsScreen(WizardScreen):
    """A screen with a letter."""

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
        """Go to the row that records the sending, because the letter has left the program."""
        if self.can_be_sent:
            form = self.query_one("#form", ItemList)
            form.highlighted = form.get_option_index(SENT)

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
            self.wizard_app.copy(paste_text(letter), _(COPY_FALLBACK))

    def action_mail(self) -> None:
        """Open the letter in the mail program, by the link dialog."""
        letter = self.finished()
        if letter is None:
            return
        link = mail_link(letter)
        self.after_export()
        then = partial(unfinished_work.handed_out, self.wizard_app) if link.words == WHOLE else None
        self.post_message(LinkRequested(_(link.words), link.url, then=then))

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
            self.wizard_app.show_status(_(NO_TERMINAL_FOR_EDITOR), wrong=True)
        except WizardError as error:
            self.wizard_app.show_status(error_text(error), wrong=True)
        if text:
            self.set_edited_text(text)

    def action_sent(self) -> None:
        """Record that the letter was sent, for its objection or contact."""
        draft = self.draft()
        if draft is None:
            return
        targets, kind = recorded_targets(draft), event_for_letter(draft.letter, draft.snapshot.library)
        if not targets:
            self.wizard_app.show_status(_(NOTHING_TO_RECORD))
        elif kind == ASKED:
            self.submit(EventRecorded(targets[0], ASKED))
        else:
            has_several = len(targets) > 1
            self.wizard_app.show(
                SentDialog(targets, kind, self.accepted) if has_several else open_event_date_dialog(kind, targets, self.accepted)
            )

    @property
    def can_be_sent(self) -> bool:
        """Whether sending this letter can be recorded."""
        draft = self.draft()
        return bool(draft and recorded_targets(draft))


class LetterFormatDialog(PageDialog):
    """Asks for the format in which to save a letter."""

    def __init__(self, name: str, letter: RenderedLetter, then: Callable[[], None]) -> None:
        super().__init__()
        self._file_name = name
        self._letter = letter
        self._then = then

    def make_page(self, snapshot: Snapshot) -> Page:
        return format_page()

    def perform(self, action: Action) -> None:
        """Ask for the path."""
        from .dialogs import SaveDialog

        if isinstance(action, SaveLetterAs) and self.wizard_app.run_or_report(lambda: check_letter_format(action.format)):
            place = self.wizard_app.snapshot.place
            render = partial(letter_document, self._letter, action.format, place.country.alpha2 if place else "")
            self.leave(SaveDialog(f"{self._file_name}.{action.format}", render, self._then))


class LetterLanguageDialog(PageDialog):
    """Asks for the language of a letter."""

    def __init__(self, draft: Draft, then: Callable[[str], None]) -> None:
        super().__init__()
        self._draft = draft
        self._then = then

    def make_page(self, snapshot: Snapshot) -> Page:
        return letter_language_page(self._draft)

    def perform(self, action: Action) -> None:
        """Close, then write the letter in that language."""
        if isinstance(action, SwitchLanguage) and self.leave():
            self._then(action.language)


class SentDialog(PageDialog):
    """Asks for which accounts a letter was sent."""

    def __init__(self, targets: tuple[str, ...], kind: str, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then
        self._targets = targets
        self._kind = kind

    def make_page(self, snapshot: Snapshot) -> Page:
        return sent_page(snapshot, self._targets)

    def perform(self, action: Action) -> None:
        """Ask for the day."""
        if isinstance(action, RecordSentTo):
            self.leave(open_event_date_dialog(self._kind, action.targets, self._then))


def open_event_date_dialog(kind: str, targets: tuple[str, ...], then: Callable[[], None]) -> Dialog:
    """Return the dialog that asks for the date; `then` is called after the event was recorded."""
    from .event_date import EventDateDialog

    return EventDateDialog(targets[0], kind, *targets[1:], then=then)
