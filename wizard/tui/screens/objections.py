"""The objection case file: how far an objection is, what came back, and what follows."""

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
"""From how many columns on the title line holds both pieces of how far a case is."""


class ObjectionsScreen(WizardScreen):
    """All objection cases, one for each account."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "open", "open", "Open the case under the cursor."), UNDO, BACK, *SCROLLING)
    PURPOSE = "One case for each account: prepared is not sent, and sent is not granted."

    def _body_widgets(self) -> list[Widget]:
        return [Static("Your objections", classes="big"), ItemList("cases"), Static(id="none", classes="quiet")]

    def _show_snapshot(self, case: Snapshot) -> None:
        self.title_line.say("Objections", case.place.law if case.place else "")
        self.query_one(ItemList).show(Option(_line(each, case), id=each.target) for each in case.objections)
        none = self.query_one("#none", Static)
        none.update(styled("No objection is in your plan: no form is known for your place, or you have no account."))
        none.set_class(bool(case.objections), "gone")

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.wizard_app.open_screen("objections.ObjectionScreen", event.option_id)


class ObjectionScreen(WizardScreen):
    """One objection: its way so far, the one thing to do, and what came back."""

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
        self._asking = ""

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
        """The case as it stands."""
        return next((each for each in self.wizard_app.snapshot.objections if each.target == self._target), None)

    def _show_snapshot(self, case: Snapshot) -> None:
        found = self.objection
        if found is None:
            self.query_one("#todo", Static).update("This objection is no longer in your plan.")
            return
        far = objection_progress(found, case.today)
        self.title_line.say(found.name, " · ".join(far) if self.app.size.width >= WIDE else far[-1])
        self.query_one("#way", HangingText).say(_way(found, case))
        self.query_one("#todo", Static).update(styled(found.recommendation))
        self.query_one("#more", HangingText).say(_more(found, case))
        self._offer()

    def _offer(self) -> None:
        """The first question, or the second one under the answer that was given."""
        words, options = self._question()
        self.query_one("#ask", Static).update(styled(words, STRONG))
        happened = self.objection.events if self.objection else ()
        self.query_one("#outcomes", ItemList).show(options, (self._asking, happened))

    def _question(self) -> tuple[str, list[Option]]:
        case, found = self.wizard_app.snapshot, self.objection
        if self._asking:
            inner = [Option(styled(label), id=id) for id, label in outcomes_for_reply(case, self._asking)]
            return dict(REPLIES)[self._asking], [*inner, Option(styled("Back"), id="back")]
        if found is None:
            return "", []
        done = [Option(styled(label), id=id) for id, label in available_actions(case, found)]
        if is_sent(found):
            done = [*(Option(styled(label), id=f"?{id}") for id, label in REPLIES), *done]
        letter = [Option(styled(letter_action_label(found)), id=LETTER)] if found.letter else []
        return PROMPT_AFTER_SENT if is_sent(found) else PROMPT_BEFORE_SENT, [*letter, *done] if letter_first(found) else [
            *done,
            *letter,
        ]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        id = event.option_id or ""
        if id == "back" or id.startswith("?"):
            self._asking = id.removeprefix("?") if id != "back" else ""
            self._offer()
        elif id == LETTER:
            self.action_letter()
        else:
            self._asking = ""
            self.wizard_app.open_screen("event_date.EventDateDialog", self._target, self.wizard_app.snapshot.library.outcomes[id])

    def action_letter(self) -> None:
        """The letter that the case calls for, else all letters."""
        found = self.objection
        if found and found.letter:
            self.wizard_app.open_screen("letter.LetterScreen", found.letter, found.target)
        else:
            self.wizard_app.open_screen("letters.LettersScreen")

    def action_note(self) -> None:
        """Write a note."""
        self.wizard_app.open_screen("dialogs.NoteDialog", self._target)

    def action_back(self) -> None:
        """From the second question to the first, else to the screen before."""
        if self._asking:
            self._asking = ""
            self._offer()
        else:
            super().action_back()


def _line(found: Objection, case: Snapshot) -> HangingOption:
    return HangingOption(
        hanging_row(found.title),
        hanging_row(styled(found.recommendation, QUIET), "  "),
        aside=objection_status_line(found, case.today),
    )


def _way(found: Objection, case: Snapshot) -> Iterator[Row]:
    """What happened so far, then what is due."""
    known = case.library.outcomes
    for event in found.events:
        label = known[event.kind].label if event.kind in known else event.kind
        note = f"  {' '.join(event.note.split())}" if event.note else ""
        yield hanging_row(concat(label, styled(f"  {format_date(event.on)}{note}", QUIET)), styled("✓  ", GOOD))
    if found.sent_from:
        yield hanging_row(found.sent_from, styled("○  ", QUIET))
    if found.due:
        late = found.due < case.today
        yield hanging_row(deadline_line(found, case.today), styled("!  ", ALERT) if late else styled("○  ", QUIET))


def _more(found: Objection, case: Snapshot) -> Iterator[Row]:
    """What one can do without waiting, and notes."""
    if found.interim_advice:
        yield hanging_row(styled("If you don't want to wait:", QUIET))
        yield hanging_row(found.interim_advice)
    for note in case.progress.notes.get(found.target, ()):
        yield hanging_row(note.note, styled(f"Note, {format_date(note.on)}:  ", QUIET))
