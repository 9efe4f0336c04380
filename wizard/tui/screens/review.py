"""All answers on one page; changing one asks again only what depends on it."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.content_models import Question
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ACCENT, QUIET, styled
from wizard.views.user_messages import answer_text

from .base import SCROLLING, WizardScreen

GO_ON = "go on"


class ReviewScreen(WizardScreen):
    """The user's answers; Enter changes one. `fresh` continues with the summary of the place."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "change", "change or go on", "Change the answer under the cursor, or go on."),
        Key("p", "go_on", "plan", "Go on to what you can do, and your plan."),
        BACK,
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "Your answers. Change any of them; only what depends on it is asked again, and nothing you did is lost."

    def __init__(self, fresh: bool = False) -> None:
        super().__init__()
        self._fresh = fresh

    def _body_widgets(self) -> list[Widget]:
        return [Static("Is this right?", classes="big"), ItemList("answers"), Static(id="note", classes="quiet")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say("Your answers", f"{len(snapshot.interview.answers)} of {len(snapshot.interview.questions)}")
        rows = [Option(styled("Yes, go on"), id=GO_ON)]
        rows += [Option(self._answer_row(question), id=question.id) for question in snapshot.interview.questions]
        self.query_one(ItemList).show(rows)
        self.query_one("#note", Static).update(styled("Enter on a line changes that answer. All of it is saved.", QUIET))

    def _answer_row(self, question: Question) -> HangingOption:
        answer = self.wizard_app.snapshot.interview.answers.get(question.id)
        text = answer_text(self.wizard_app.snapshot, question, self.wizard_app.snapshot.answers)
        return HangingOption(
            hanging_row(styled(question.title, QUIET)), hanging_row(styled(text, "" if answer else ACCENT), "  ")
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == GO_ON:
            self.action_go_on()
        else:
            self.wizard_app.open_screen("interview.InterviewScreen", event.option_id, True)

    def action_change(self) -> None:
        """Continue, if Enter is pressed outside the list."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Continue to the summary of the place for a first plan, else go back."""
        if self.wizard_app.snapshot.place is None:
            self.wizard_app.show_status("Your country is still missing.", wrong=True)
        elif self._fresh or len(self.app.screen_stack) < 3:
            self.leave(self.wizard_app.page("place_summary.PlaceSummaryScreen"))
        else:
            self.leave()
