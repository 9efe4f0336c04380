"""One action with all its steps."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.content.markdown import parse_markdown
from wizard.core.formatting import steps_done_text
from wizard.core.plan_entries import PlanAction, PlanStep
from wizard.core.progress import DONE as WAS_DONE
from wizard.core.progress import OPEN as TO_DO
from wizard.core.progress import SKIPPED
from wizard.core.snapshot import Snapshot
from wizard.i18n import _
from wizard.tui.keys import BACK, QUIET_LEAVE, UNDO, Key
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import GOOD, QUIET, concat, styled, styled_paragraphs
from wizard.views import key_texts
from wizard.views.plan import action_page
from wizard.views.user_messages import step_row_hint

from .base import SCROLLING
from .steps import DONE, NOT_FOR_ME, OPEN, REOPEN, StepsScreen, keys_for_step

STATUS_SIGNS = {TO_DO: "○", WAS_DONE: "✓", SKIPPED: "–"}


class ActionScreen(StepsScreen):
    """The steps of one action in their recommended order."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        NOT_FOR_ME,
        REOPEN,
        UNDO,
        BACK,
        QUIET_LEAVE,
        *SCROLLING,
    )

    def __init__(self, action: str) -> None:
        super().__init__()
        self._action = action

    @property
    def purpose(self) -> str:
        """What the page is for."""
        return action_page(self.wizard_app.snapshot, self._action).help

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Keys for the highlighted step: done and not for me if it is open, else open again."""
        return keys_for_step(self.KEYS, self.entry)

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(id="summary", classes="text"),
            ItemList("steps"),
            Static(id="intro", classes="quiet"),
            *self._preview_widgets(),
        ]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        plan_action = next((plan_action for plan_action in snapshot.actions if plan_action.action.id == self._action), None)
        if plan_action is None:
            return
        self.title_line.say(plan_action.action.title, steps_done_text(plan_action))
        self.query_one("#summary", Static).update(styled(plan_action.action.summary, "bold"))
        self.query_one("#steps", ItemList).show(
            Option(_step_row(snapshot, plan_action, plan_step), id=plan_step.id) for plan_step in plan_action.entries
        )
        self.query_one("#intro", Static).update(styled_paragraphs(parse_markdown(plan_action.action.intro)))
        self._show_active_keys()

    @on(OptionList.OptionHighlighted, "#steps")
    def _show_active_keys(self) -> None:
        """Show the keys for the highlighted step, and what it is about."""
        self.query_one(KeyBar).say(self.active_keys)
        self._show_preview()

    def action_reopen(self) -> None:
        """Reopen the highlighted step."""
        plan_step = self.entry
        if plan_step and plan_step.status == TO_DO:
            self.wizard_app.show_status(_(key_texts.STEP_IS_OPEN))
        elif plan_step:
            self.submit(EventRecorded(plan_step.id, "reopened"))


def _step_row(snapshot: Snapshot, plan_action: PlanAction, plan_step: PlanStep) -> HangingOption:
    """Return a step with its number; prerequisites from the same action are named by their numbers."""
    numbers = {each.id: number for number, each in enumerate(plan_action.entries, 1)}
    sign = styled(STATUS_SIGNS[plan_step.status], GOOD if plan_step.status == WAS_DONE else QUIET)
    lead = concat(sign, f" {numbers[plan_step.id]:>2}  ")
    return HangingOption(hanging_row(plan_step.step.title, lead), hint=step_row_hint(snapshot, plan_step, numbers))
