"""The quick wins: the steps with the greatest impact that fit into the given minutes."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList

from wizard.core.snapshot import Snapshot
from wizard.tui.keys import QUIET_LEAVE, UNDO, Key
from wizard.tui.page_content import page_rows
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.option_lists import ItemList
from wizard.views import key_texts
from wizard.views.plan import INITIAL_MINUTES, MAX_MINUTES, MIN_MINUTES, MINUTES_STEP, quick_wins_page

from .base import SCROLLING
from .steps import DONE, OPEN, StepsScreen, keys_for_step, step_option

MORE = Key("plus,equals_sign,right", "more(1)", key_texts.MORE_TIME, "+")
LESS = Key("minus,left", "more(-1)", key_texts.LESS_TIME, "-")


class QuickWinsScreen(StepsScreen):
    """The best set of steps for a time from MIN_MINUTES to MAX_MINUTES."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        MORE,
        LESS,
        UNDO,
        Key("escape,b", "back", key_texts.BACK, "esc"),
        QUIET_LEAVE,
        *SCROLLING,
    )

    def __init__(self) -> None:
        super().__init__()
        self._minutes = INITIAL_MINUTES

    @property
    def purpose(self) -> str:
        """What the page is for."""
        return quick_wins_page(self.wizard_app.snapshot, self._minutes).help

    def _body_widgets(self) -> list[Widget]:
        return [HangingText(id="what"), ItemList("steps"), *self._preview_widgets()]

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys for the highlighted step; without one there is nothing to open or complete, nor time to choose for."""
        idle = set() if self.entry else {OPEN.action, DONE.action}
        idle |= set() if self.wizard_app.snapshot.open_steps else {MORE.action, LESS.action}
        return tuple(key for key in keys_for_step(self.KEYS, self.entry) if key.action not in idle)

    @on(OptionList.OptionHighlighted, "#steps")
    def _show_active_keys(self) -> None:
        """Show the keys for the highlighted step, and what it is about."""
        self.query_one(KeyBar).say(self.active_keys)
        self._show_preview()

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = quick_wins_page(snapshot, self._minutes)
        self.title_line.say(page.title)
        self.query_one("#what", HangingText).say(page_rows(page))
        self.query_one(ItemList).show(step_option(plan_step) for plan_step in snapshot.best_within(self._minutes))
        self._show_active_keys()

    def action_more(self, times: int) -> None:
        """Change the time by this number of steps, five minutes each."""
        self._minutes = min(MAX_MINUTES, max(MIN_MINUTES, self._minutes + MINUTES_STEP * times))
        self._show_snapshot(self.wizard_app.snapshot)
