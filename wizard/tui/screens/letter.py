"""One letter: what it says and cannot do, its fields as a form, and the text as it grows."""

from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.letter.draft import Draft, field_error
from wizard.core.letter.letter_request import LetterRequest, personal_input
from wizard.core.letter.models import LetterField
from wizard.core.letter.open_letters import OpenLetter
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import RenderedLetter, final_letter, preview_letter, too_long_error
from wizard.export.letter.letter_warnings import letter_warnings
from wizard.i18n import _
from wizard.tui import unfinished_work
from wizard.tui.keys import BACK, QUIET_LEAVE, Key
from wizard.tui.messages import KeepFieldsRequested
from wizard.tui.perform import perform_action
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.letter_text import letter_rows
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled
from wizard.views import help_texts, key_texts
from wizard.views.actions import Action, ForgetLetterFields
from wizard.views.error_messages import error_message, error_text
from wizard.views.letter import (
    DESCRIPTION,
    LetterStatus,
    description_page,
    field_choice_id,
    letter_form_page,
    letter_notes,
    letter_title,
    missing_fields_text,
)
from wizard.views.letter_actions import (
    AskLetterLanguage,
    CopyLetter,
    DiscardLetterEdit,
    EditField,
    EditLetterText,
    KeepLetterFields,
    MailLetter,
    OpenLegalStatements,
    RecordLetterSent,
    SaveLetter,
    SwitchLanguage,
    SwitchRequest,
)
from wizard.views.letter_messages import LETTER_HEADING, NO_LETTER, NOTHING_MISSING
from wizard.views.page import Page

from .base import SCROLLING
from .field_dialog import FieldDialog
from .letter_actions import LetterActionsScreen, LetterLanguageDialog
from .letter_form import description_rows, letter_form_options, letter_note_rows

KEY_ACTIONS: dict[type[Action], str] = {
    CopyLetter: "copy",
    DiscardLetterEdit: "unedit",
    EditLetterText: "edit",
    MailLetter: "mail",
    OpenLegalStatements: "law",
    RecordLetterSent: "sent",
    SaveLetter: "save",
    SwitchRequest: "other_request",
    AskLetterLanguage: "languages",
}
"""The actions of the form that this screen carries out itself, most of which also have a key."""


class LetterScreen(LetterActionsScreen):
    """A letter of one kind about one request; `friend` is the nickname of the contact it goes to."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "choose", key_texts.FILL_IN, records=True),
        Key("p", "letter", key_texts.READ_LETTER),
        Key("s", "save", key_texts.SAVE_LETTER),
        Key("c", "copy", key_texts.COPY_LETTER),
        Key("i", "sent", key_texts.LETTER_SENT, records=True),
        BACK,
        QUIET_LEAVE,
        Key("e", "edit", key_texts.EDIT_LETTER, in_bar=False),
        Key("m", "mail", key_texts.MAIL_LETTER, in_bar=False),
        Key("w", "law", key_texts.LETTER_LAW, in_bar=False),
        Key("x", "unedit", key_texts.DISCARD_EDIT, in_bar=False),
        *SCROLLING,
    )
    PURPOSE = help_texts.LETTER
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide"), (108, "-very-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, kind: str, target: str = "", language: str = "", friend: str = "") -> None:
        super().__init__()
        self._request = LetterRequest(kind, target, language, friend)
        self._asks_in_turn = False
        self._draft: Draft | None = None

    def _body_widgets(self) -> list[Widget]:
        left = Vertical(ItemList("form"), id="form-side")
        right = Vertical(
            Static(_(LETTER_HEADING), classes="big"), HangingText(id="state"), HangingText(id="letter"), id="letter-side"
        )
        return [Static(id="title", classes="big"), HangingText(id="says"), Horizontal(left, right, id="writing")]

    def on_mount(self) -> None:
        """Draw again when the user's input changes; ask for the region first if the authority depends on it."""
        self.watch(self.app, "letter_input", lambda: self._snapshot_changed(self.wizard_app.snapshot), init=False)
        self.call_after_refresh(self._ask_region)

    def _ask_region(self) -> None:
        """Ask for the region if the letter goes to an authority that depends on it; a skipped question is not asked again."""
        if self._draft and self._draft.region_question and self.is_current:
            self.wizard_app.open_screen(
                "interview.InterviewScreen", self._draft.region_question.id, True, self._draft.region_reason
            )

    @property
    def open_letter(self) -> OpenLetter | None:
        """The letter as unfinished work, or None if it cannot be written here."""
        return self._request.open_letter(self._draft) if self._draft else None

    @property
    def _edited_text(self) -> RenderedLetter | None:
        """The text as the user edited it by hand, or None."""
        return self.wizard_app.edited_letters.get(self._request.edited_text_key(self._draft)) if self._draft else None

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """All keys, or only those for reading if the letter does not apply."""
        return self.KEYS if self._draft else (BACK, *SCROLLING)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self._draft, obstacle = self._current_draft(snapshot)
        library = snapshot.library
        letter = self._draft.letter if self._draft else library.letters.get(library.current_id(self._request.kind))
        page = description_page(letter, obstacle) if letter else None
        self.query_one("#writing").set_class(self._draft is None, "gone")
        self.query_one("#title", Static).update(styled(page.title if page else obstacle))
        self.query_one("#says", HangingText).say(description_rows(page.lines(DESCRIPTION)) if page else ())
        self.title_line.say(*letter_title(self._draft, letter))
        self.query_one(KeyBar).say(self.active_keys)
        self.query_one("#form", ItemList).can_focus = self._draft is not None  # a hidden list must not take keys
        if self._draft:
            self._show_draft(self._draft)

    def _show_draft(self, draft: Draft) -> None:
        """Draw the form, the notes and the letter."""
        identity = (draft.letter.family, draft.request.target if draft.request else "")
        first_field = next((field_choice_id(field) for field in draft.missing or draft.letter.fields), "")
        self.query_one("#form", ItemList).show(letter_form_options(self._form_page(draft)), identity, first_field)
        text = self._edited_text or preview_letter(draft)
        warnings = letter_warnings(draft.letter, draft.snapshot, draft.request, text)
        notes = letter_notes(draft, too_long_error(draft.letter, text), warnings, is_edited=self._edited_text is not None)
        self.query_one("#state", HangingText).say(letter_note_rows(notes))
        self.query_one("#letter", HangingText).say(letter_rows(text.blocks))

    def _form_page(self, draft: Draft) -> Page:
        status = LetterStatus(self.wizard_app.session.saved_letter_fields, self._edited_text is not None)
        return letter_form_page(draft, status)

    def _current_draft(self, snapshot: Snapshot) -> tuple[Draft | None, str]:
        """Return the draft, or None and why the letter cannot be written here."""
        try:
            return self._request.draft(snapshot, self.wizard_app.letter_input, self.wizard_app.session.saved_letter_fields), ""
        except WizardError as error:
            return None, error_message(error).what

    @on(OptionList.OptionSelected, "#form")
    def _form_option_selected(self, event: OptionList.OptionSelected) -> None:
        draft = self._draft
        if draft is None:
            return
        match self._form_page(draft).choice(event.option_id or "").action:
            case EditField(field_id) if field := draft.letter.field(field_id):
                self._asks_in_turn = field in draft.missing
                self._ask_field(field)
            case KeepLetterFields():
                self.submit(KeepFieldsRequested(personal_input(draft)))
            case ForgetLetterFields():
                self.submit(KeepFieldsRequested({}))
            case SwitchLanguage(language):
                self.switch_language(language)
            case action if type(action) in KEY_ACTIONS:
                self.call_later(self.run_action, KEY_ACTIONS[type(action)])
            case action:
                perform_action(self, action)

    def _ask_field(self, field: LetterField) -> None:
        if self._draft:
            letter, snapshot = self._draft.letter, self._draft.snapshot
            key = self._request.field_key(self._draft, field)
            input_texts = self.wizard_app.letter_input.get(key)
            current = input_texts if input_texts and any(input_texts) else self._draft.input_texts(field)
            options = self._draft.options(field)

            def problem(texts: tuple[str, ...]) -> str:
                error = field_error(letter, snapshot, field, texts)
                return error_text(error) if error else ""

            self.wizard_app.show(FieldDialog(key, field, options, current, problem))

    def ask_next_field(self) -> None:
        """Ask for the next required field, if the user is filling in those one after the other."""
        if self._draft is None:
            return
        form = self.query_one("#form", ItemList)
        following = next(iter(self._draft.missing), None)
        if not self._asks_in_turn:
            return
        form.highlighted = form.get_option_index(field_choice_id(following) if following else "save")
        if following:
            self._ask_field(following)
        else:
            self._asks_in_turn = False
            error = too_long_error(self._draft.letter, preview_letter(self._draft))
            self.wizard_app.show_status(error_text(error) if error else _(NOTHING_MISSING))

    def action_other_request(self) -> None:
        """Switch to the letter that the next started request needs."""
        if self._draft:
            self._request = self._request.for_next_request(self._draft)
            self._show_snapshot(self.wizard_app.snapshot)

    def action_languages(self) -> None:
        """Ask for another language of the letter."""
        if self._draft:
            self.wizard_app.show(LetterLanguageDialog(self._draft, self.switch_language))

    def switch_language(self, language: str) -> None:
        """Write the letter in this language; what was filled in stays."""
        if self._draft and language != self._draft.letter.language:
            self._request = self._request.in_language(self._draft, language)
            self._show_snapshot(self.wizard_app.snapshot)

    def draft(self) -> Draft | None:
        return self._draft

    def finished(self) -> RenderedLetter | None:
        if self.complete_letter() is None or self._draft is None:
            return None
        try:
            return final_letter(self._draft, self._edited_text)
        except WizardError as error:
            self.wizard_app.show_status(error_text(error))
            return None

    def complete_letter(self) -> RenderedLetter | None:
        if self._draft is None:
            self.wizard_app.show_status(_(NO_LETTER))
            return None
        missing = self._draft.missing
        if missing and not self._edited_text:
            form = self.query_one("#form", ItemList)
            form.highlighted = form.get_option_index(field_choice_id(missing[0]))
            self.wizard_app.show_status(missing_fields_text(self._draft))
            return None
        return self._edited_text or preview_letter(self._draft)

    def set_edited_text(self, written: RenderedLetter) -> None:
        if self._draft:
            self.wizard_app.edited_letters[self._request.edited_text_key(self._draft)] = written
            unfinished_work.worked_on(self.wizard_app)
            self._show_snapshot(self.wizard_app.snapshot)

    def action_unedit(self) -> None:
        """Return to the text that follows from the form."""
        if self._draft and self.wizard_app.edited_letters.pop(self._request.edited_text_key(self._draft), None):
            self._show_snapshot(self.wizard_app.snapshot)

    def action_law(self) -> None:
        """Show what the letter says about the law."""
        if self._draft:
            self.wizard_app.open_screen("reader.LegalStatementsScreen", self._draft.letter.id)

    def action_letter(self) -> None:
        """Scroll to the letter, or back to the top."""
        body, side = self.query_one("#body"), self.query_one("#letter-side")
        top = side.virtual_region.y + self.query_one("#writing").virtual_region.y
        body.scroll_to(y=0 if body.scroll_y >= min(top, body.max_scroll_y) else top, animate=False)
