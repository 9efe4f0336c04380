"""One letter: what it says and cannot do, its fields as a form, and the text as it grows."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.formatting import OBJECTION_STATUS_WORDS
from wizard.core.letter.delivery import delivery_channels
from wizard.core.letter.draft import Draft, field_error
from wizard.core.letter.letter_request import LetterRequest, personal_input
from wizard.core.letter.models import Letter, LetterField
from wizard.core.letter.open_letters import OpenLetter
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import RenderedLetter, final_letter, preview_letter, too_long_error
from wizard.tui import unfinished_work
from wizard.tui.keys import BACK, Key
from wizard.tui.messages import KeepFieldsRequested, LinkRequested
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingText, Row, hanging_row
from wizard.tui.widgets.letter_text import letter_rows
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ALERT, STRONG, styled
from wizard.views.error_messages import error_message, error_text

from .base import SCROLLING
from .field_dialog import FieldDialog
from .letter_actions import LetterActionsScreen
from .letter_form import TO, letter_form_options, letter_status_rows


class LetterScreen(LetterActionsScreen):
    """A letter of one kind about one objection; `friend` is the nickname of the contact it goes to."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "choose", "choose", "Fill in the blank under the cursor, or do what it says.", records=True),
        Key("p", "letter", "read it", "Go to the letter itself, and back to the form."),
        Key("s", "save", "save", "Save the letter: plain text, a page to print, a mail draft, Markdown."),
        Key("c", "copy", "copy", "Send the letter to the clipboard, if your terminal allows it."),
        Key("i", "sent", "sent it", "Record that you sent it; the time for an answer then runs.", records=True),
        BACK,
        Key("e", "edit", "edit", "Edit the finished text in your own editor.", in_bar=False),
        Key("m", "mail", "mail", "Open the letter in your mail program.", in_bar=False),
        Key("w", "law", "law", "What the letter says about the law, with sources.", in_bar=False),
        Key("x", "unedit", "undo the edit", "Take back what you edited by hand.", in_bar=False),
        *SCROLLING,
    )
    PURPOSE = "A letter with its gaps. Fill in what is needed, read it, save or copy it, send it yourself, and say that you did."
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide"), (108, "-very-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, kind: str, target: str = "", language: str = "", friend: str = "") -> None:
        super().__init__()
        self._request = LetterRequest(kind, target, language, friend)
        self._asks_in_turn = False
        self._draft: Draft | None = None

    def _body_widgets(self) -> list[Widget]:
        left = Vertical(ItemList("form"), id="form-side")
        right = Vertical(Static("The letter", classes="big"), HangingText(id="state"), HangingText(id="letter"), id="letter-side")
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
        objection = self._draft.objection if self._draft else None
        self.query_one("#writing").set_class(self._draft is None, "gone")
        self.query_one("#title", Static).update(styled(letter.title if letter else obstacle))
        self.query_one("#says", HangingText).say(_description_rows(letter, obstacle) if letter else ())
        self.title_line.say(
            f"Letter · {TO[letter.recipient]}" if letter else "Letter",
            f"{objection.title} · {OBJECTION_STATUS_WORDS[objection.status]}" if objection else "",
        )
        self.query_one(KeyBar).say(self.active_keys)
        self.query_one("#form", ItemList).can_focus = self._draft is not None  # a hidden list must not take keys
        if self._draft:
            saved = self.wizard_app.session.saved_letter_fields
            rows = letter_form_options(self._draft, saved, sent=self.handed_out and self.can_be_sent)
            identity = (self._draft.letter.family, objection.target if objection else "")
            self.query_one("#form", ItemList).show(rows, identity)
            text = self._edited_text or preview_letter(self._draft)
            self.query_one("#state", HangingText).say(letter_status_rows(self._draft, text, edited=self._edited_text is not None))
            self.query_one("#letter", HangingText).say(letter_rows(text.blocks))

    def _current_draft(self, snapshot: Snapshot) -> tuple[Draft | None, str]:
        """Return the draft, or None and why the letter cannot be written here."""
        try:
            return self._request.draft(snapshot, self.wizard_app.letter_input, self.wizard_app.session.saved_letter_fields), ""
        except WizardError as error:
            return None, error_message(error).what

    @on(OptionList.OptionSelected, "#form")
    def _form_option_selected(self, event: OptionList.OptionSelected) -> None:
        action, _, argument = (event.option_id or "").partition(" ")
        draft = self._draft
        field = draft.letter.field(argument) if draft and action == "blank" else None
        if draft is None:
            return
        if field:
            self._asks_in_turn = field in draft.missing
            self._ask_field(field)
        elif action == "way":
            channel = delivery_channels(draft.letter, draft.snapshot)[int(argument)]
            self.post_message(LinkRequested(channel.label, channel.url))
        elif action == "keep":
            self.submit(KeepFieldsRequested(personal_input(draft)))
        elif action == "forget":
            self.submit(KeepFieldsRequested({}))
        else:
            self.call_later(self.run_action, f"{action}")

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
        form.highlighted = form.get_option_index(f"blank {following.id}" if following else "save")
        if following:
            self._ask_field(following)
        else:
            self._asks_in_turn = False
            error = too_long_error(self._draft.letter, preview_letter(self._draft))
            self.wizard_app.show_status(str(error or "Nothing is missing any more. Read the letter, then save it or copy it."))

    def action_other_objection(self) -> None:
        """Switch to the letter that the next started objection needs."""
        if self._draft:
            self._request = self._request.for_next_objection(self._draft)
            self._show_snapshot(self.wizard_app.snapshot)

    def action_other_language(self) -> None:
        """Switch to the next language of the letter."""
        if self._draft:
            self._request = self._request.in_next_language(self._draft)
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
            self.wizard_app.show_status("There is no letter here to send.")
            return None
        missing = self._draft.missing
        if missing and not self._edited_text:
            form = self.query_one("#form", ItemList)
            form.highlighted = form.get_option_index(f"blank {missing[0].id}")
            self.wizard_app.show_status(f"Still needed: {'; '.join(field.label for field in missing)}.")
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


def _description_rows(letter: Letter, obstacle: str) -> Iterator[Row]:
    """Yield what the user should know before writing; first why the letter cannot be written here."""
    if obstacle:
        yield hanging_row(obstacle, styled("!  ", ALERT))
        yield hanging_row("")
    yield hanging_row(styled("What it says", STRONG))
    yield hanging_row(letter.summary)
    yield hanging_row("")
    yield hanging_row(styled("What it cannot do", STRONG))
    yield hanging_row(letter.limits)
