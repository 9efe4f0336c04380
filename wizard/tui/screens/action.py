"""One action with all its steps."""

from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from wizard.core.case import Case, Entry, Part
from wizard.core.sentences import row_words
from wizard.core.words import MARKS, part_line
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.messages import Marked
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.hanging import Hung, row
from wizard.tui.widgets.prose import marked_up, said

from .base import SCROLLING
from .steps import DONE, NOT_FOR_ME, OPEN, StepsScreen


class ActionScreen(StepsScreen):
    """The steps of one action in the order in which they are best done."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        NOT_FOR_ME,
        Key("r", "reopen", "reopen", "The step is to be done after all."),
        UNDO,
        BACK,
        *SCROLLING,
    )
    PURPOSE = "All steps of this action, with those you did."

    def __init__(self, action: str) -> None:
        super().__init__()
        self._action = action

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

    def action_reopen(self) -> None:
        """Open the step under the cursor again."""
        if self.entry:
            self.post_message(Marked(self.entry.id, "reopened"))


def _row(case: Case, part: Part, entry: Entry) -> Hung:
    """A step with its number; what it waits for is named by its number too, where it belongs to the same action."""
    numbers = {each.id: number for number, each in enumerate(part.entries, 1)}
    lead = f"[{MARKS[entry.status]}] {numbers[entry.id]:>2}  "
    return Hung(row(entry.step.title, lead), aside=row_words(case, entry, numbers))
