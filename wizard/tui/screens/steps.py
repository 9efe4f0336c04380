"""The base of all screens with a list of steps: open, complete or skip the highlighted step."""

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.core.formatting import format_minutes
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import OPEN as TO_DO
from wizard.i18n import _
from wizard.tui.keys import Key
from wizard.tui.messages import EventRecorded
from wizard.tui.perform import perform_action
from wizard.tui.widgets.hanging_text import HangingOption, Row, hanging_row
from wizard.tui.widgets.option_lists import ItemList, PointerList
from wizard.views import key_texts
from wizard.views.actions import RecordEvent

from .side import SideScreen, has_room_below

OPEN = Key("enter", "open", key_texts.OPEN_ROW)
DONE = Key("d", "done", key_texts.ROW_DONE, records=True)
FORM_SENT = replace(DONE, text=key_texts.STEP_SENT)
NOT_FOR_ME = Key("x", "not_for_me", key_texts.NOT_FOR_ME)
REOPEN = Key("a", "reopen", key_texts.REOPEN, records=True)


class StepsScreen(SideScreen):
    """A screen whose list `#steps` contains steps; the option ids are step ids."""

    @property
    def entry(self) -> PlanStep | None:
        """The highlighted step, or None."""
        option = self.query_one("#steps", ItemList).highlighted_option
        return self.wizard_app.snapshot.step(option.id) if option and option.id else None

    def _preview_widgets(self) -> list[Widget]:
        """Return the preview of the highlighted step for below the list, if the window has room for it."""
        if not has_room_below(self.app.size):
            return []
        from wizard.tui.widgets.step_preview import StepPreview

        return [StepPreview()]

    def _show_preview(self) -> None:
        """Show the highlighted step in the preview, if there is one."""
        for preview in self.query("#preview"):
            if self.entry:
                preview.show(self.wizard_app.snapshot, self.entry.id)  # type: ignore[attr-defined]  # imported only where shown
            preview.set_class(self.entry is None, "gone")

    @on(OptionList.OptionSelected, "#steps")
    def _open_step(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard_app.open_screen("step.StepScreen", event.option_id)

    def action_done(self) -> None:
        """Record the highlighted step as done."""
        plan_step = self._highlighted_open_step()
        if plan_step:
            self._perform_completion(plan_step)

    def _perform_completion(self, plan_step: PlanStep) -> None:
        """Record that a step is done; for a form, ask first on which day it was sent."""
        from wizard.views.step import completing_action

        action = completing_action(plan_step)
        if isinstance(action, RecordEvent):
            self.submit(EventRecorded(*action))
        else:
            perform_action(self, action)

    def action_not_for_me(self) -> None:
        """Ask for the reason, then skip the step."""
        plan_step = self._highlighted_open_step()
        if plan_step:
            self.wizard_app.open_screen("dialogs.ReasonDialog", plan_step.id)

    def _highlighted_open_step(self) -> PlanStep | None:
        """Return the highlighted open step; or None, after saying why, e.g. if another list is focused."""
        if isinstance(self.focused, PointerList) and self.focused.id != "steps":
            self.wizard_app.show_status(_(key_texts.STEP_FIRST))
            return None
        if self.entry and self.entry.status != TO_DO:
            self.wizard_app.show_status(_(key_texts.SETTLED_ALREADY, key=REOPEN.key))
            return None
        return self.entry


def keys_for_step(keys: Iterable[Key], plan_step: PlanStep | None) -> tuple[Key, ...]:
    """Return the keys for the step's status: an open step can be closed, a closed one reopened; a form is sent."""
    idle = {DONE.action, NOT_FOR_ME.action} if plan_step and plan_step.status != TO_DO else {REOPEN.action}
    is_form = plan_step is not None and plan_step.step.records is not None
    return tuple(FORM_SENT if is_form and key.action == DONE.action else key for key in keys if key.action not in idle)


def step_option(plan_step: PlanStep) -> Option:
    """Return a step as an option."""
    return Option(HangingOption(step_row(plan_step)), id=plan_step.id)


def step_row(plan_step: PlanStep) -> Row:
    """Return a step as a row: its minutes and its title."""
    return hanging_row(plan_step.step.title, f"{format_minutes(plan_step.step.minutes):>6}  ")
