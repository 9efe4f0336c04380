"""One letter: what it says and what it cannot do, its blanks as a form, and the letter as it grows."""

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

from .base import SCROLLING
from .field_dialog import FieldDialog
from .letter_actions import LetterActionsScreen
from .letter_form import TO, letter_form_options, letter_status_rows


class LetterScreen(LetterActionsScreen):
    """A letter of this kind, about this case; `friend` is whom a message goes to, by nickname."""

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
        self._sitting = LetterRequest(kind, target, language, friend)
        self._running = False
        self._draft: Draft | None = None

    def _body_widgets(self) -> list[Widget]:
        left = Vertical(ItemList("form"), id="form-side")
        right = Vertical(Static("The letter", classes="big"), HangingText(id="state"), HangingText(id="letter"), id="letter-side")
        return [Static(id="title", classes="big"), HangingText(id="says"), Horizontal(left, right, id="writing")]

    def on_mount(self) -> None:
        """Follow what is typed."""
        self.watch(self.app, "letter_input", lambda: self._snapshot_changed(self.wizard_app.snapshot), init=False)

    @property
    def open_letter(self) -> OpenLetter | None:
        """The letter as one that is being worked on."""
        return self._sitting.open_letter(self._draft) if self._draft else None

    @property
    def _edited(self) -> RenderedLetter | None:
        """The text as the person edited it by hand in this sitting."""
        return self.wizard_app.edited_letters.get(self._sitting.edited_text_key(self._draft)) if self._draft else None

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """What is not for the person can be read, and no more."""
        return self.KEYS if self._draft else (BACK, *SCROLLING)

    def _show_snapshot(self, case: Snapshot) -> None:
        self._draft, barred = self._current_draft(case)
        letter = self._draft.letter if self._draft else case.library.letters.get(case.library.current_id(self._sitting.kind))
        about = self._draft.objection if self._draft else None
        self.query_one("#writing").set_class(self._draft is None, "gone")
        self.query_one("#title", Static).update(styled(letter.title if letter else barred))
        self.query_one("#says", HangingText).say(_says(letter, barred) if letter else ())
        self.title_line.say(
            f"Letter · {TO[letter.recipient]}" if letter else "Letter",
            f"{about.title} · {OBJECTION_STATUS_WORDS[about.status]}" if about else "",
        )
        self.query_one(KeyBar).say(self.active_keys)
        self.query_one("#form", ItemList).can_focus = self._draft is not None  # what is not there takes no keys
        if self._draft:
            kept = self.wizard_app.session.saved_letter_fields
            rows = letter_form_options(self._draft, kept, sent=self.handed_out and self.can_be_sent)
            which = (self._draft.letter.family, about.target if about else "")
            self.query_one("#form", ItemList).show(rows, which)
            written = self._edited or preview_letter(self._draft)
            self.query_one("#state", HangingText).say(letter_status_rows(self._draft, written, edited=self._edited is not None))
            self.query_one("#letter", HangingText).say(letter_rows(written.blocks))

    def _current_draft(self, case: Snapshot) -> tuple[Draft | None, str]:
        """The letter as it stands, or why it cannot be written here."""
        try:
            return self._sitting.draft(case, self.wizard_app.letter_input, self.wizard_app.session.saved_letter_fields), ""
        except WizardError as error:
            return None, error.what.replace(f"“{self._sitting.kind}”", "This letter")

    @on(OptionList.OptionSelected, "#form")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        what, _, which = (event.option_id or "").partition(" ")
        current = self._draft
        blank = current.letter.field(which) if current and what == "blank" else None
        if current is None:
            return
        if blank:
            self._running = blank in current.missing
            self._ask(blank)
        elif what == "way":
            way = delivery_channels(current.letter, current.snapshot)[int(which)]
            self.post_message(LinkRequested(way.label, way.url))
        elif what == "keep":
            self.submit(KeepFieldsRequested(personal_input(current)))
        elif what == "forget":
            self.submit(KeepFieldsRequested({}))
        else:
            self.call_later(self.run_action, f"{what}")

    def _ask(self, blank: LetterField) -> None:
        if self._draft:
            letter, case = self._draft.letter, self._draft.snapshot
            slot = self._sitting.field_key(self._draft, blank)
            typed = self.wizard_app.letter_input.get(slot)
            there = typed if typed and any(typed) else self._draft.input_texts(blank)
            options = self._draft.options(blank)
            self.wizard_app.show(FieldDialog(slot, blank, options, there, lambda texts: field_error(letter, case, blank, texts)))

    def ask_next_field(self) -> None:
        """A blank was filled in: on to the next one that is needed, when the person is filling in those."""
        if self._draft is None:
            return
        form = self.query_one("#form", ItemList)
        following = next(iter(self._draft.missing), None)
        if not self._running:
            return
        form.highlighted = form.get_option_index(f"blank {following.id}" if following else "save")
        if following:
            self._ask(following)
        else:
            self._running = False
            wrong = too_long_error(self._draft.letter, preview_letter(self._draft))
            self.wizard_app.show_status(str(wrong or "Nothing is missing any more. Read the letter, then save it or copy it."))

    def action_other_case(self) -> None:
        """The letter about the next one of the cases that have begun: of this kind, as that case calls for it."""
        if self._draft:
            self._sitting = self._sitting.for_next_objection(self._draft)
            self._show_snapshot(self.wizard_app.snapshot)

    def action_other_language(self) -> None:
        """The letter in the next language in which there is one."""
        if self._draft:
            self._sitting = self._sitting.in_next_language(self._draft)
            self._show_snapshot(self.wizard_app.snapshot)

    # What goes out.

    def draft(self) -> Draft | None:
        return self._draft

    def finished(self) -> RenderedLetter | None:
        if self.complete_letter() is None or self._draft is None:
            return None
        try:
            return final_letter(self._draft, self._edited)
        except WizardError as error:
            self.wizard_app.show_status(str(error))
            return None

    def complete_letter(self) -> RenderedLetter | None:
        if self._draft is None:
            self.wizard_app.show_status("There is no letter here to send.")
            return None
        missing = self._draft.missing
        if missing and not self._edited:
            form = self.query_one("#form", ItemList)
            form.highlighted = form.get_option_index(f"blank {missing[0].id}")
            self.wizard_app.show_status(f"Still needed: {'; '.join(blank.label for blank in missing)}.")
            return None
        return self._edited or preview_letter(self._draft)

    def set_edited_text(self, written: RenderedLetter) -> None:
        if self._draft:
            self.wizard_app.edited_letters[self._sitting.edited_text_key(self._draft)] = written
            unfinished_work.worked_on(self.wizard_app)
            self._show_snapshot(self.wizard_app.snapshot)

    def action_unedit(self) -> None:
        """Back to the text that follows from the form."""
        if self._draft and self.wizard_app.edited_letters.pop(self._sitting.edited_text_key(self._draft), None):
            self._show_snapshot(self.wizard_app.snapshot)

    def action_law(self) -> None:
        """What the letter says about the law."""
        if self._draft:
            self.wizard_app.open_screen("reader.LegalStatementsScreen", self._draft.letter.id)

    def action_letter(self) -> None:
        """Scroll to the letter, or back to the top."""
        body, side = self.query_one("#body"), self.query_one("#letter-side")
        top = side.virtual_region.y + self.query_one("#writing").virtual_region.y
        body.scroll_to(y=0 if body.scroll_y >= min(top, body.max_scroll_y) else top, animate=False)


def _says(letter: Letter, barred: str) -> Iterator[Row]:
    """What one should know before one writes."""
    if barred:
        yield hanging_row(barred, styled("!  ", ALERT))
        yield hanging_row("")
    yield hanging_row(styled("What it says", STRONG))
    yield hanging_row(letter.summary)
    yield hanging_row("")
    yield hanging_row(styled("What it cannot do", STRONG))
    yield hanging_row(letter.limits)
