"""What all screens with a list of steps share: open one, mark it, leave it out."""

from textual import on
from textual.widgets import OptionList

from wizard.core.case import Entry
from wizard.tui.keys import Key
from wizard.tui.messages import Marked
from wizard.tui.widgets.choices import PlainList

from .base import CaseScreen

OPEN = Key("enter", "open", "open", "Open what is under the cursor.")
DONE = Key("d", "done", "done", "The step under the cursor is done.")
NOT_FOR_ME = Key("x", "not_for_me", "not for me", "The step is not for you; say why, and it no longer counts.")


class StepsScreen(CaseScreen):
    """A screen whose list `#steps` holds steps, each option with the step's id."""

    @property
    def entry(self) -> Entry | None:
        """The step under the cursor."""
        option = self.query_one("#steps", PlainList).highlighted_option
        return self.wizard.case.entry(option.id) if option and option.id else None

    @on(OptionList.OptionSelected, "#steps")
    def _open_step(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard.go("step.StepScreen", event.option_id)

    def action_done(self) -> None:
        """Mark the step under the cursor as done."""
        if self.entry:
            self.post_message(Marked(self.entry.id, "done"))

    def action_not_for_me(self) -> None:
        """Ask for the reason, then leave the step out."""
        if self.entry:
            self.wizard.ask_reason(self.entry)
