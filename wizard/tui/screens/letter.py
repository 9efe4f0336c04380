"""One letter: what it says and what it cannot do, its blanks as a form, and the letter as it grows."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.case import Case
from wizard.core.letter.draft import Draft, misfit
from wizard.core.letter.open_letters import OpenLetter
from wizard.core.letter.parts import Blank, Letter
from wizard.core.letter.post import ways_in
from wizard.core.letter.sitting import Sitting, mine
from wizard.core.words import CASE_STATUS
from wizard.errors import WizardError
from wizard.export.letter import Written, finished, preview, too_long
from wizard.tui import leaving
from wizard.tui.keys import BACK, Key
from wizard.tui.messages import KeepWanted, LinkWanted
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging import Hanging, Row, row
from wizard.tui.widgets.letter_text import letter_rows
from wizard.tui.widgets.prose import ALERT, STRONG, said

from .base import SCROLLING
from .blank import BlankDialog
from .letter_form import TO, form, state
from .send import SendScreen


class LetterScreen(SendScreen):
    """A letter of this kind, about this case; `friend` is whom a message goes to, by nickname."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "choose", "choose", "Fill in the blank under the cursor, or do what it says.", records=True),
        Key("p", "letter", "read it", "Go to the letter itself, and back to the form."),
        Key("s", "save", "save", "Save the letter: plain text, a page to print, a mail draft, Markdown."),
        Key("c", "copy", "copy", "Send the letter to the clipboard, if your terminal allows it."),
        Key("i", "sent", "sent it", "Record that you sent it; the time for an answer then runs.", records=True),
        BACK,
        Key("e", "edit", "edit", "Edit the finished text in your own editor.", shown=False),
        Key("m", "mail", "mail", "Open the letter in your mail program.", shown=False),
        Key("w", "law", "law", "What the letter says about the law, with sources.", shown=False),
        Key("x", "unedit", "undo the edit", "Take back what you edited by hand.", shown=False),
        *SCROLLING,
    )
    PURPOSE = "A letter with its gaps. Fill in what is needed, read it, save or copy it, send it yourself, and say that you did."
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide"), (108, "-very-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, kind: str, target: str = "", language: str = "", friend: str = "") -> None:
        super().__init__()
        self._sitting = Sitting(kind, target, language, friend)
        self._running = False
        self._draft: Draft | None = None

    def _parts(self) -> list[Widget]:
        left = Vertical(PlainList("form"), id="form-side")
        right = Vertical(Static("The letter", classes="big"), Hanging(id="state"), Hanging(id="letter"), id="letter-side")
        return [Static(id="title", classes="big"), Hanging(id="says"), Horizontal(left, right, id="writing")]

    def on_mount(self) -> None:
        """Follow what is typed."""
        self.watch(self.app, "typed", lambda: self._case_changed(self.wizard.case), init=False)

    @property
    def open_letter(self) -> OpenLetter | None:
        """The letter as one that is being worked on."""
        return self._sitting.open_letter(self._draft) if self._draft else None

    @property
    def _edited(self) -> Written | None:
        """The text as the person edited it by hand in this sitting."""
        return self.wizard.edited.get(self._sitting.edit_slot(self._draft)) if self._draft else None

    @property
    def live_keys(self) -> tuple[Key, ...]:
        """What is not for the person can be read, and no more."""
        return self.KEYS if self._draft else (BACK, *SCROLLING)

    def _show(self, case: Case) -> None:
        self._draft, barred = self._meant(case)
        letter = self._draft.letter if self._draft else case.library.letters.get(case.library.current(self._sitting.kind))
        about = self._draft.about if self._draft else None
        self.query_one("#writing").set_class(self._draft is None, "gone")
        self.query_one("#title", Static).update(said(letter.title if letter else barred))
        self.query_one("#says", Hanging).say(_says(letter, barred) if letter else ())
        self.title_line.say(
            f"Letter · {TO[letter.to]}" if letter else "Letter", f"{about.title} · {CASE_STATUS[about.status]}" if about else ""
        )
        self.query_one(KeyBar).say(self.live_keys)
        self.query_one("#form", PlainList).can_focus = self._draft is not None  # what is not there takes no keys
        if self._draft:
            kept = self.wizard.session.kept_fields
            rows = form(self._draft, kept, sent=self.handed_out and self.can_be_sent)
            which = (self._draft.letter.family, about.target if about else "")
            self.query_one("#form", PlainList).show(rows, which)
            written = self._edited or preview(self._draft)
            self.query_one("#state", Hanging).say(state(self._draft, written, edited=self._edited is not None))
            self.query_one("#letter", Hanging).say(letter_rows(written.blocks))

    def _meant(self, case: Case) -> tuple[Draft | None, str]:
        """The letter as it stands, or why it cannot be written here."""
        try:
            return self._sitting.draft(case, self.wizard.typed, self.wizard.session.kept_fields), ""
        except WizardError as error:
            return None, error.what.replace(f"“{self._sitting.kind}”", "This letter")

    @on(OptionList.OptionSelected, "#form")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        what, _, which = (event.option_id or "").partition(" ")
        current = self._draft
        blank = current.letter.blank(which) if current and what == "blank" else None
        if current is None:
            return
        if blank:
            self._running = blank in current.missing
            self._ask(blank)
        elif what == "way":
            way = ways_in(current.letter, current.case)[int(which)]
            self.post_message(LinkWanted(way.label, way.url))
        elif what == "keep":
            self.submit(KeepWanted(mine(current)))
        elif what == "forget":
            self.submit(KeepWanted({}))
        else:
            self.call_later(self.run_action, f"{what}")

    def _ask(self, blank: Blank) -> None:
        if self._draft:
            letter, case = self._draft.letter, self._draft.case
            slot = self._sitting.slot(self._draft, blank)
            typed = self.wizard.typed.get(slot)
            there = typed if typed and any(typed) else self._draft.texts(blank)
            options = self._draft.options(blank)
            self.wizard.show(BlankDialog(slot, blank, options, there, lambda texts: misfit(letter, case, blank, texts)))

    def go_on(self) -> None:
        """A blank was filled in: on to the next one that is needed, when the person is filling in those."""
        if self._draft is None:
            return
        form = self.query_one("#form", PlainList)
        following = next(iter(self._draft.missing), None)
        if not self._running:
            return
        form.highlighted = form.get_option_index(f"blank {following.id}" if following else "save")
        if following:
            self._ask(following)
        else:
            self._running = False
            wrong = too_long(self._draft.letter, preview(self._draft))
            self.wizard.tell(str(wrong or "Nothing is missing any more. Read the letter, then save it or copy it."))

    def action_other_case(self) -> None:
        """The letter about the next one of the cases that have begun: of this kind, as that case calls for it."""
        if self._draft:
            self._sitting = self._sitting.about_next_case(self._draft)
            self._show(self.wizard.case)

    def action_other_language(self) -> None:
        """The letter in the next language in which there is one."""
        if self._draft:
            self._sitting = self._sitting.in_next_language(self._draft)
            self._show(self.wizard.case)

    # What goes out.

    def draft(self) -> Draft | None:
        return self._draft

    def finished(self) -> Written | None:
        if self.without_gaps() is None or self._draft is None:
            return None
        try:
            return finished(self._draft, self._edited)
        except WizardError as error:
            self.wizard.tell(str(error))
            return None

    def without_gaps(self) -> Written | None:
        if self._draft is None:
            self.wizard.tell("There is no letter here to send.")
            return None
        missing = self._draft.missing
        if missing and not self._edited:
            form = self.query_one("#form", PlainList)
            form.highlighted = form.get_option_index(f"blank {missing[0].id}")
            self.wizard.tell(f"Still needed: {'; '.join(blank.label for blank in missing)}.")
            return None
        return self._edited or preview(self._draft)

    def take_text(self, written: Written) -> None:
        if self._draft:
            self.wizard.edited[self._sitting.edit_slot(self._draft)] = written
            leaving.worked_on(self.wizard)
            self._show(self.wizard.case)

    def action_unedit(self) -> None:
        """Back to the text that follows from the form."""
        if self._draft and self.wizard.edited.pop(self._sitting.edit_slot(self._draft), None):
            self._show(self.wizard.case)

    def action_law(self) -> None:
        """What the letter says about the law."""
        if self._draft:
            self.wizard.go("reader.LawScreen", self._draft.letter.id)

    def action_letter(self) -> None:
        """Scroll to the letter, or back to the top."""
        body, side = self.query_one("#body"), self.query_one("#letter-side")
        top = side.virtual_region.y + self.query_one("#writing").virtual_region.y
        body.scroll_to(y=0 if body.scroll_y >= min(top, body.max_scroll_y) else top, animate=False)


def _says(letter: Letter, barred: str) -> Iterator[Row]:
    """What one should know before one writes."""
    if barred:
        yield row(barred, said("!  ", ALERT))
        yield row("")
    yield row(said("What it says", STRONG))
    yield row(letter.says)
    yield row("")
    yield row(said("What it cannot do", STRONG))
    yield row(letter.limits)
