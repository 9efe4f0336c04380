"""One action with all its steps."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case, Entry, Part
from wizard.core.progress import DONE as WAS_DONE
from wizard.core.progress import OPEN as TO_DO
from wizard.core.progress import SKIPPED
from wizard.core.sentences import row_words
from wizard.core.words import part_line
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.messages import Marked
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging import Hung, row
from wizard.tui.widgets.prose import GOOD, QUIET, joined, marked_up, said

from .base import SCROLLING
from .steps import DONE, NOT_FOR_ME, OPEN, REOPEN, STILL_OPEN, StepsScreen, fitting

SIGNS = {TO_DO: "○", WAS_DONE: "✓", SKIPPED: "–"}


class ActionScreen(StepsScreen):
    """The steps of one action in the order in which they are best done."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        NOT_FOR_ME,
        REOPEN,
        UNDO,
        BACK,
        *SCROLLING,
    )
    PURPOSE = "All steps of this action, with those you did."

    def __init__(self, action: str) -> None:
        super().__init__()
        self._action = action

    @property
    def live_keys(self) -> tuple[Key, ...]:
        """Done and not for me on an open step, open again on any other."""
        return fitting(self.KEYS, self.entry)

    def _parts(self) -> list[Widget]:
        return [Static(id="summary", classes="text"), PlainList("steps"), Static(id="intro", classes="quiet")]

    def _show(self, case: Case) -> None:
        part = next((part for part in case.parts if part.action.id == self._action), None)
        if part is None:
            return
        self.title_line.say(part.action.title, f"{part_line(part)} steps")
        self.query_one("#summary", Static).update(said(part.action.summary, "bold"))
        self.query_one("#steps", PlainList).show(Option(_row(case, part, entry), id=entry.id) for entry in part.entries)
        self.query_one("#intro", Static).update(marked_up(part.action.intro))
        self._say_keys()

    @on(OptionList.OptionHighlighted, "#steps")
    def _say_keys(self) -> None:
        """The key bar follows the step under the cursor."""
        self.query_one(KeyBar).say(self.live_keys)

    def action_reopen(self) -> None:
        """Open the step under the cursor again."""
        entry = self.entry
        if entry and entry.status == TO_DO:
            self.wizard.tell(STILL_OPEN)
        elif entry:
            self.submit(Marked(entry.id, "reopened"))


def _row(case: Case, part: Part, entry: Entry) -> Hung:
    """A step with its number; what it waits for is named by its number too, where it belongs to the same action."""
    numbers = {each.id: number for number, each in enumerate(part.entries, 1)}
    sign = said(SIGNS[entry.status], GOOD if entry.status == WAS_DONE else QUIET)
    lead = joined(sign, f" {numbers[entry.id]:>2}  ")
    return Hung(row(entry.step.title, lead), aside=row_words(case, entry, numbers))
