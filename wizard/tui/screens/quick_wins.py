"""The quick wins: the steps with the greatest impact that fit into the given minutes."""

from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from wizard.core.formatting import format_minutes
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import UNDO, Key
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled
from wizard.views.user_messages import quick_wins_summary

from .base import SCROLLING
from .steps import DONE, OPEN, StepsScreen, step_option

START, PACE, LEAST, MOST = 10, 5, 5, 120


class QuickWinsScreen(StepsScreen):
    """The best set of steps for a time from LEAST to MOST minutes."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        Key("plus,equals_sign,right", "more(1)", "more time", "Five minutes more.", "+"),
        Key("minus", "more(-1)", "less", "Five minutes less.", "-"),
        UNDO,
        Key("escape,b", "back", "back", "Go back.", "esc"),
        *SCROLLING,
    )
    PURPOSE = "The steps that bring most for the time you have. What must come first is among them."

    def __init__(self) -> None:
        super().__init__()
        self._minutes = START

    def _body_widgets(self) -> list[Widget]:
        return [Static(id="heading", classes="big"), Static(id="what", classes="text"), ItemList("steps")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        chosen = snapshot.best_within(self._minutes)
        self.title_line.say("A short sitting", f"{format_minutes(self._minutes)}")
        self.query_one("#heading", Static).update(styled(f"I have {format_minutes(self._minutes)}"))
        self.query_one("#what", Static).update(styled(quick_wins_summary(snapshot, self._minutes)))
        self.query_one(ItemList).show(step_option(plan_step) for plan_step in chosen)

    def action_more(self, times: int) -> None:
        """Change the time by this number of paces, five minutes each."""
        self._minutes = min(MOST, max(LEAST, self._minutes + PACE * times))
        self._show_snapshot(self.wizard_app.snapshot)
