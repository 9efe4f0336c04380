"""The objection case file: how far an objection is, what came back, and what follows."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case
from wizard.core.due import due_line, how_far, status_line
from wizard.core.happened import CAME_BACK, FIRST, THEN, acts, came_back, is_sent, letter_words, writes_first
from wizard.core.objection import ObjectionCase
from wizard.core.words import day
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.hanging import Hanging, Hung, Row, row
from wizard.tui.widgets.prose import ALERT, GOOD, QUIET, STRONG, joined, said

from .base import SCROLLING, CaseScreen

LETTER = "letter"
WIDE = 76
"""From how many columns on the title line holds both pieces of how far a case is."""


class ObjectionsScreen(CaseScreen):
    """All objection cases, one for each account."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "open", "open", "Open the case under the cursor."), UNDO, BACK, *SCROLLING)
    PURPOSE = "One case for each account: prepared is not sent, and sent is not granted."

    def _parts(self) -> list[Widget]:
        return [Static("Your objections", classes="big"), PlainList("cases"), Static(id="none", classes="quiet")]

    def _show(self, case: Case) -> None:
        self.title_line.say("Objections", case.place.law if case.place else "")
        self.query_one(PlainList).show(Option(_line(each, case), id=each.target) for each in case.objections)
        none = self.query_one("#none", Static)
        none.update(said("No objection is in your plan: no form is known for your place, or you have no account."))
        none.set_class(bool(case.objections), "gone")

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.wizard.go("objection.ObjectionScreen", event.option_id)


class ObjectionScreen(CaseScreen):
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

    def _parts(self) -> list[Widget]:
        return [
            Hanging(id="way"),
            Static(id="todo", classes="big"),
            Hanging(id="more"),
            Static(id="ask", classes="text"),
            PlainList("outcomes"),
        ]

    @property
    def objection(self) -> ObjectionCase | None:
        """The case as it stands."""
        return next((each for each in self.wizard.case.objections if each.target == self._target), None)

    def _show(self, case: Case) -> None:
        found = self.objection
        if found is None:
            self.query_one("#todo", Static).update("This objection is no longer in your plan.")
            return
        far = how_far(found, case.today)
        self.title_line.say(found.name, " · ".join(far) if self.app.size.width >= WIDE else far[-1])
        self.query_one("#way", Hanging).say(_way(found, case))
        self.query_one("#todo", Static).update(said(found.recommend))
        self.query_one("#more", Hanging).say(_more(found, case))
        self._offer()

    def _offer(self) -> None:
        """The first question, or the second one under the answer that was given."""
        words, options = self._question()
        self.query_one("#ask", Static).update(said(words, STRONG))
        happened = self.objection.events if self.objection else ()
        self.query_one("#outcomes", PlainList).show(options, (self._asking, happened))

    def _question(self) -> tuple[str, list[Option]]:
        case, found = self.wizard.case, self.objection
        if self._asking:
            inner = [Option(said(label), id=id) for id, label in came_back(case, self._asking)]
            return dict(CAME_BACK)[self._asking], [*inner, Option(said("Back"), id="back")]
        if found is None:
            return "", []
        done = [Option(said(label), id=id) for id, label in acts(case, found)]
        if is_sent(found):
            done = [*(Option(said(label), id=f"?{id}") for id, label in CAME_BACK), *done]
        letter = [Option(said(letter_words(found)), id=LETTER)] if found.letter else []
        return THEN if is_sent(found) else FIRST, [*letter, *done] if writes_first(found) else [*done, *letter]

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
            self.wizard.go("happened.HappenedDialog", self._target, self.wizard.case.library.outcomes[id])

    def action_letter(self) -> None:
        """The letter that the case calls for, else all letters."""
        found = self.objection
        if found and found.letter:
            self.wizard.go("letter.LetterScreen", found.letter, found.target)
        else:
            self.wizard.go("letters.LettersScreen")

    def action_note(self) -> None:
        """Write a note."""
        self.wizard.go("ask.NoteDialog", self._target)

    def action_back(self) -> None:
        """From the second question to the first, else to the screen before."""
        if self._asking:
            self._asking = ""
            self._offer()
        else:
            super().action_back()


def _line(found: ObjectionCase, case: Case) -> Hung:
    return Hung(row(found.title), row(said(found.recommend, QUIET), "  "), aside=status_line(found, case.today))


def _way(found: ObjectionCase, case: Case) -> Iterator[Row]:
    """What happened so far, then what is due."""
    known = case.library.outcomes
    for event in found.events:
        label = known[event.kind].label if event.kind in known else event.kind
        note = f"  {' '.join(event.note.split())}" if event.note else ""
        yield row(joined(label, said(f"  {day(event.on)}{note}", QUIET)), said("✓  ", GOOD))
    if found.sent_from:
        yield row(found.sent_from, said("○  ", QUIET))
    if found.due:
        late = found.due < case.today
        yield row(due_line(found, case.today), said("!  ", ALERT) if late else said("○  ", QUIET))


def _more(found: ObjectionCase, case: Case) -> Iterator[Row]:
    """What one can do without waiting, and notes."""
    if found.meanwhile:
        yield row(said("If you don't want to wait:", QUIET))
        yield row(found.meanwhile)
    for note in case.progress.notes.get(found.target, ()):
        yield row(note.note, said(f"Note, {day(note.on)}:  ", QUIET))
