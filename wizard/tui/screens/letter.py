"""One letter: what it says and what it cannot do, its blanks as a form, and the letter as it grows."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.case import Case
from wizard.core.letter.blanks import personal
from wizard.core.letter.choice import choose
from wizard.core.letter.draft import Draft, draft, misfit
from wizard.core.letter.offer import begun, languages
from wizard.core.letter.parts import Blank, Letter
from wizard.core.letter.post import ways_in
from wizard.core.letter.values import preview_values
from wizard.core.objection import ObjectionCase
from wizard.core.words import CASE_STATUS
from wizard.errors import WizardError
from wizard.export.letter import Written, write_letter
from wizard.tui.keys import BACK, Key
from wizard.tui.messages import KeepWanted, LinkWanted, Typed
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
        Key("enter", "choose", "choose", "Fill in the blank under the cursor, or do what it says."),
        Key("p", "letter", "read it", "Go to the letter itself, and back to the form."),
        Key("s", "save", "save", "Save the letter: plain text, a page to print, a mail draft, Markdown."),
        Key("c", "copy", "copy", "Send the letter to the clipboard, if your terminal allows it."),
        Key("i", "sent", "sent it", "Record that you sent it; the time for an answer then runs."),
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
        self._kind = kind
        self._target = target
        self._language = language
        self._friend = friend
        self._running = False
        self._draft: Draft | None = None

    def _parts(self) -> list[Widget]:
        left = Vertical(PlainList("form"), id="form-side")
        right = Vertical(Static("The letter", classes="big"), Hanging(id="state"), Hanging(id="letter"), id="letter-side")
        return [Static(id="title", classes="big"), Hanging(id="says"), Horizontal(left, right, id="writing")]

    def on_mount(self) -> None:
        """Follow what is typed; a message to someone has their name in it already."""
        self.watch(self.app, "typed", lambda: self._case_changed(self.wizard.case), init=False)
        self.call_later(self._greet)

    def _greet(self) -> None:
        if self._friend and self._draft and (blank := self._draft.letter.blank("friend")):
            self.post_message(Typed(self._name_of(blank), (self._friend,)))

    @property
    def _edited(self) -> Written | None:
        """The text as the person edited it by hand in this sitting."""
        return self.wizard.edited.get(self._slot)

    @property
    def _slot(self) -> tuple[str, ...]:
        """Under which name an edited text is found again: the letter, its case, and whom it goes to."""
        current = self._draft
        return (current.letter.id, current.about.target if current.about else "", self._friend) if current else ()

    @property
    def live_keys(self) -> tuple[Key, ...]:
        """What is not for the person can be read, and no more."""
        return self.KEYS if self._draft else (BACK, *SCROLLING)

    def _show(self, case: Case) -> None:
        letter, about, barred = self._meant(case)
        self.query_one("#writing").set_class(letter is None or bool(barred), "gone")
        self.query_one("#title", Static).update(said(letter.title if letter else barred))
        self.query_one("#says", Hanging).say(_says(letter, barred) if letter else ())
        self._draft = draft(letter, case, about, self._given(letter, about)) if letter and not barred else None
        self.title_line.say(
            f"Letter · {TO[letter.to]}" if letter else "Letter", f"{about.title} · {CASE_STATUS[about.status]}" if about else ""
        )
        self.query_one(KeyBar).say(self.live_keys)
        self.query_one("#form", PlainList).can_focus = self._draft is not None  # what is not there takes no keys
        if self._draft:
            kept = self.wizard.session.kept_fields
            self.query_one("#form", PlainList).show(form(self._draft, kept, sent=self.handed_out and self.can_be_sent))
            written = self._edited or _preview(self._draft)
            self.query_one("#state", Hanging).say(state(self._draft, written, edited=self._edited is not None))
            self.query_one("#letter", Hanging).say(letter_rows(written.blocks))

    def _meant(self, case: Case) -> tuple[Letter | None, ObjectionCase | None, str]:
        """The letter, the case it is about, and why it cannot be written here."""
        try:
            return *choose(case, self._kind, self._target, self._language, sure=False), ""
        except WizardError as error:
            return case.library.letters.get(self._kind), None, error.what.replace(f"“{self._kind}”", "This letter")

    def _given(self, letter: Letter, about: ObjectionCase | None) -> dict[str, Sequence[str]]:
        """What was typed in this sitting; for name and addresses else what is kept."""
        typed = self.wizard.typed
        names = {blank.id: self._key_of(letter, about, blank) for blank in letter.blanks}
        kept = personal(letter, self.wizard.session.kept_fields)
        return {**kept, **{id: typed[name] for id, name in names.items() if name in typed}}

    def _key_of(self, letter: Letter, about: ObjectionCase | None, blank: Blank) -> str:
        """Under which name something typed is found again: what is personal serves every letter, the rest this one."""
        where = () if blank.personal else (letter.family, about.target if about else "", self._friend)
        return " ".join((*where, blank.id))

    def _name_of(self, blank: Blank) -> str:
        return self._key_of(self._draft.letter, self._draft.about, blank) if self._draft else ""

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
            self.post_message(KeepWanted(personal(current.letter, current.given)))
        elif what == "forget":
            self.post_message(KeepWanted({}))
        else:
            self.call_later(self.run_action, f"{what}")

    def _ask(self, blank: Blank) -> None:
        if self._draft:
            letter, case = self._draft.letter, self._draft.case
            typed = self.wizard.typed.get(self._name_of(blank))
            there = typed if typed and any(typed) else self._draft.texts(blank)
            options = self._draft.options(blank)
            self.app.push_screen(
                BlankDialog(self._name_of(blank), blank, options, there, lambda texts: misfit(letter, case, blank, texts))
            )

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
            self.wizard.tell("Nothing is missing any more. Read the letter, then save it or copy it.")

    def action_other_case(self) -> None:
        """The letter about the next one of the cases that have begun: of this kind, as that case calls for it."""
        if self._draft and self._draft.about:
            self._kind = self._draft.letter.family
            there = [each.target for each in begun(self.wizard.case)]
            self._target = there[(there.index(self._draft.about.target) + 1) % len(there)]
            self._show(self.wizard.case)

    def action_other_language(self) -> None:
        """The letter in the next language in which there is one."""
        if self._draft:
            known = languages(self._draft.letter, self.wizard.case)
            self._kind = self._draft.letter.family
            self._language = known[(known.index(self._draft.letter.language) + 1) % len(known)]
            self._show(self.wizard.case)

    # What goes out.

    def draft(self) -> Draft | None:
        return self._draft

    def finished(self) -> Written | None:
        if edited := self._edited:
            return edited
        if self._draft is None:
            self.wizard.tell("There is no letter here to send.")
            return None
        missing = self._draft.missing
        if missing:
            form = self.query_one("#form", PlainList)
            form.highlighted = form.get_option_index(f"blank {missing[0].id}")
            self.wizard.tell(f"Still needed: {'; '.join(blank.label for blank in missing)}.")
            return None
        return _preview(self._draft)

    def take_text(self, written: Written) -> None:
        self.wizard.edited[self._slot] = written
        self._show(self.wizard.case)

    def action_unedit(self) -> None:
        """Back to the text that follows from the form."""
        if self.wizard.edited.pop(self._slot, None):
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


def _preview(current: Draft) -> Written:
    """The letter as far as it is written; once nothing is missing, the letter itself."""
    letter, case, about, given = current.letter, current.case, current.about, current.given
    return write_letter(letter, preview_values(letter, case, about, given), measured=False)


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
