"""What all screens with a list of steps share: open one, mark it, leave it out."""

from collections.abc import Iterable

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.core.formatting import format_minutes
from wizard.core.progress import OPEN as TO_DO
from wizard.core.snapshot import PlanStep
from wizard.tui.keys import Key
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList, PointerList

from .base import WizardScreen

OPEN = Key("enter", "open", "open", "Open what is under the cursor.")
DONE = Key("d", "done", "done", "The step under the cursor is done.", records=True)
NOT_FOR_ME = Key("x", "not_for_me", "not for me", "The step is not for you; say why, and it no longer counts.")
REOPEN = Key("a", "reopen", "open again", "The step is to be done after all.", records=True)
ALREADY_CLOSED = f"This step is settled already: {REOPEN.key} opens it again."
STILL_OPEN = "This step is open."


class StepsScreen(WizardScreen):
    """A screen whose list `#steps` holds steps, each option with the step's id."""

    @property
    def entry(self) -> PlanStep | None:
        """The step under the cursor."""
        option = self.query_one("#steps", ItemList).highlighted_option
        return self.wizard_app.snapshot.step(option.id) if option and option.id else None

    @on(OptionList.OptionSelected, "#steps")
    def _open_step(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard_app.open_screen("step.StepScreen", event.option_id)

    def action_done(self) -> None:
        """Mark the step under the cursor as done."""
        entry = self._pointed()
        if entry:
            self.submit(EventRecorded(entry.id, "done"))

    def action_not_for_me(self) -> None:
        """Ask for the reason, then leave the step out."""
        entry = self._pointed()
        if entry:
            self.wizard_app.open_screen("dialogs.ReasonDialog", entry)

    def _pointed(self) -> PlanStep | None:
        """The open step under the cursor, unless the cursor is in another list: then no step is seen to be meant."""
        if isinstance(self.focused, PointerList) and self.focused.id != "steps":
            self.wizard_app.show_status("Go to a step first: tab leads over to the steps.")
            return None
        if self.entry and self.entry.status != TO_DO:
            self.wizard_app.show_status(ALREADY_CLOSED)
            return None
        return self.entry


def keys_for_step(keys: Iterable[Key], entry: PlanStep | None) -> tuple[Key, ...]:
    """The keys that do something to a step as it stands: what is open can be settled, what is settled opened again."""
    idle = {DONE.action, NOT_FOR_ME.action} if entry and entry.status != TO_DO else {REOPEN.action}
    return tuple(key for key in keys if key.action not in idle)


def step_option(entry: PlanStep) -> Option:
    """A step in a list: how long it takes, and what to do."""
    return Option(HangingOption(hanging_row(entry.step.title, f"{format_minutes(entry.step.minutes):>6}  ")), id=entry.id)
