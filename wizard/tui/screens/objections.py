"""The objections: their events, what is due, and what to record or do next."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.deadline_text import deadline_line, objection_progress, objection_status_line
from wizard.core.formatting import format_date
from wizard.core.objection import Objection
from wizard.core.objection_actions import (
    PROMPT_AFTER_SENT,
    PROMPT_BEFORE_SENT,
    REPLIES,
    available_actions,
    is_sent,
    letter_action_label,
    letter_first,
    outcomes_for_reply,
)
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.widgets.hanging_text import HangingOption, HangingText, Row, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ALERT, GOOD, QUIET, STRONG, concat, styled

from .base import SCROLLING, WizardScreen

LETTER = "letter"
WIDE = 76
"""From this width on the title line has room for both parts of the progress."""


class ObjectionsScreen(WizardScreen):
    """All objections, one for each account."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "open", "open", "Open the case under the cursor."), UNDO, BACK, *SCROLLING)
    PURPOSE = "One case for each account: prepared is not sent, and sent is not granted."

    def _body_widgets(self) -> list[Widget]:
        return [Static("Your objections", classes="big"), ItemList("cases"), Static(id="none", classes="quiet")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say("Objections", snapshot.place.law if snapshot.place else "")
        self.query_one(ItemList).show(Option(_objection_option(each, snapshot), id=each.target) for each in snapshot.objections)
        none = self.query_one("#none", Static)
        none.update(styled("No objection is in your plan: no form is known for your place, or you have no account."))
        none.set_class(bool(snapshot.objections), "gone")

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.wizard_app.open_screen("objections.ObjectionScreen", event.option_id)


class ObjectionScreen(WizardScreen):
    """One objection: its events, the recommendation, and what can be recorded."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "choose", "choose", "Record what is under the cursor.", records=True),
        Key("l", "letter", "letter", "Write the letter that fits now."),
        Key("n", "note", "note", "Keep a note with this case, a file number for example."),
        UNDO,
        BACK,
        *SCROLLING,
    )
    PURPOSE = "Record what happened, and see what follows and by when. The texts of mails are never kept, only their dates."

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target
        self._open_question = ""

    def _body_widgets(self) -> list[Widget]:
        return [
            HangingText(id="way"),
            Static(id="todo", classes="big"),
            HangingText(id="more"),
            Static(id="ask", classes="text"),
            ItemList("outcomes"),
        ]

    @property
    def objection(self) -> Objection | None:
        """The objection in the present snapshot, or None if an answer removed it."""
        return next((each for each in self.wizard_app.snapshot.objections if each.target == self._target), None)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        objection = self.objection
        if objection is None:
            self.query_one("#todo", Static).update("This objection is no longer in your plan.")
            return
        progress = objection_progress(objection, snapshot.today)
        self.title_line.say(objection.name, " · ".join(progress) if self.app.size.width >= WIDE else progress[-1])
        self.query_one("#way", HangingText).say(_timeline_rows(objection, snapshot))
        self.query_one("#todo", Static).update(styled(objection.recommendation))
        self.query_one("#more", HangingText).say(_note_rows(objection, snapshot))
        self._show_question()

    def _show_question(self) -> None:
        """Show the first question, or the second one that follows from the chosen answer."""
        title, options = self._question()
        self.query_one("#ask", Static).update(styled(title, STRONG))
        events = self.objection.events if self.objection else ()
        self.query_one("#outcomes", ItemList).show(options, (self._open_question, events))

    def _question(self) -> tuple[str, list[Option]]:
        snapshot, objection = self.wizard_app.snapshot, self.objection
        if self._open_question:
            outcomes = [Option(styled(label), id=id) for id, label in outcomes_for_reply(snapshot, self._open_question)]
            return dict(REPLIES)[self._open_question], [*outcomes, Option(styled("Back"), id="back")]
        if objection is None:
            return "", []
        actions = [Option(styled(label), id=id) for id, label in available_actions(snapshot, objection)]
        if is_sent(objection):
            actions = [*(Option(styled(label), id=f"?{id}") for id, label in REPLIES), *actions]
        letter = [Option(styled(letter_action_label(objection)), id=LETTER)] if objection.letter else []
        title = PROMPT_AFTER_SENT if is_sent(objection) else PROMPT_BEFORE_SENT
        return title, [*letter, *actions] if letter_first(objection) else [*actions, *letter]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        id = event.option_id or ""
        if id == "back" or id.startswith("?"):
            self._open_question = id.removeprefix("?") if id != "back" else ""
            self._show_question()
        elif id == LETTER:
            self.action_letter()
        else:
            self._open_question = ""
            self.wizard_app.open_screen("event_date.EventDateDialog", self._target, self.wizard_app.snapshot.library.outcomes[id])

    def action_letter(self) -> None:
        """Open the letter that the objection needs next, or else all letters."""
        objection = self.objection
        if objection and objection.letter:
            self.wizard_app.open_screen("letter.LetterScreen", objection.letter, objection.target)
        else:
            self.wizard_app.open_screen("letters.LettersScreen")

    def action_note(self) -> None:
        """Write a note."""
        self.wizard_app.open_screen("dialogs.NoteDialog", self._target)

    def action_back(self) -> None:
        """Go from the second question to the first, or else to the screen below."""
        if self._open_question:
            self._open_question = ""
            self._show_question()
        else:
            super().action_back()


def _objection_option(objection: Objection, snapshot: Snapshot) -> HangingOption:
    return HangingOption(
        hanging_row(objection.title),
        hanging_row(styled(objection.recommendation, QUIET), "  "),
        hint=objection_status_line(objection, snapshot.today),
    )


def _timeline_rows(objection: Objection, snapshot: Snapshot) -> Iterator[Row]:
    """Yield the events so far, then what is due."""
    outcomes = snapshot.library.outcomes
    for event in objection.events:
        label = outcomes[event.kind].label if event.kind in outcomes else event.kind
        note = f"  {' '.join(event.note.split())}" if event.note else ""
        yield hanging_row(concat(label, styled(f"  {format_date(event.on)}{note}", QUIET)), styled("✓  ", GOOD))
    if objection.sent_from:
        yield hanging_row(objection.sent_from, styled("○  ", QUIET))
    if objection.due:
        is_overdue = objection.due < snapshot.today
        yield hanging_row(deadline_line(objection, snapshot.today), styled("!  ", ALERT) if is_overdue else styled("○  ", QUIET))


def _note_rows(objection: Objection, snapshot: Snapshot) -> Iterator[Row]:
    """Yield the advice for the meantime, and the notes."""
    if objection.interim_advice:
        yield hanging_row(styled("If you don't want to wait:", QUIET))
        yield hanging_row(objection.interim_advice)
    for note in snapshot.progress.notes.get(objection.target, ()):
        yield hanging_row(note.note, styled(f"Note, {format_date(note.on)}:  ", QUIET))
