"""One action with all its steps."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.formatting import action_progress
from wizard.core.progress import DONE as WAS_DONE
from wizard.core.progress import OPEN as TO_DO
from wizard.core.progress import SKIPPED
from wizard.core.snapshot import PlanAction, PlanStep, Snapshot
from wizard.core.user_messages import step_row_hint
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import GOOD, QUIET, bold_markup, concat, styled

from .base import SCROLLING
from .steps import DONE, NOT_FOR_ME, OPEN, REOPEN, STILL_OPEN, StepsScreen, keys_for_step

STATUS_SIGNS = {TO_DO: "○", WAS_DONE: "✓", SKIPPED: "–"}


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
    def active_keys(self) -> tuple[Key, ...]:
        """Done and not for me on an open step, open again on any other."""
        return keys_for_step(self.KEYS, self.entry)

    def _body_widgets(self) -> list[Widget]:
        return [Static(id="summary", classes="text"), ItemList("steps"), Static(id="intro", classes="quiet")]

    def _show_snapshot(self, case: Snapshot) -> None:
        part = next((part for part in case.actions if part.action.id == self._action), None)
        if part is None:
            return
        self.title_line.say(part.action.title, f"{action_progress(part)} steps")
        self.query_one("#summary", Static).update(styled(part.action.summary, "bold"))
        self.query_one("#steps", ItemList).show(Option(_row(case, part, entry), id=entry.id) for entry in part.entries)
        self.query_one("#intro", Static).update(bold_markup(part.action.intro))
        self._say_keys()

    @on(OptionList.OptionHighlighted, "#steps")
    def _say_keys(self) -> None:
        """The key bar follows the step under the cursor."""
        self.query_one(KeyBar).say(self.active_keys)

    def action_reopen(self) -> None:
        """Open the step under the cursor again."""
        entry = self.entry
        if entry and entry.status == TO_DO:
            self.wizard_app.show_status(STILL_OPEN)
        elif entry:
            self.submit(EventRecorded(entry.id, "reopened"))


def _row(case: Snapshot, part: PlanAction, entry: PlanStep) -> HangingOption:
    """A step with its number; what it waits for is named by its number too, where it belongs to the same action."""
    numbers = {each.id: number for number, each in enumerate(part.entries, 1)}
    sign = styled(STATUS_SIGNS[entry.status], GOOD if entry.status == WAS_DONE else QUIET)
    lead = concat(sign, f" {numbers[entry.id]:>2}  ")
    return HangingOption(hanging_row(entry.step.title, lead), aside=step_row_hint(case, entry, numbers))
