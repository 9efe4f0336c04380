"""All answers on one page; one can be changed, and only what depends on it is asked again."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case
from wizard.core.library import Question
from wizard.core.sentences import answer_words
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.hanging import Hung, row
from wizard.tui.widgets.prose import ACCENT, QUIET, said

from .base import SCROLLING, CaseScreen

GO_ON = "go on"


class ReviewScreen(CaseScreen):
    """What the person said; Enter on a line changes it. `fresh` leads on to the reveal of the path."""

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

    def _parts(self) -> list[Widget]:
        return [Static("Is this right?", classes="big"), PlainList("answers"), Static(id="note", classes="quiet")]

    def _show(self, case: Case) -> None:
        self.title_line.say("Your answers", f"{len(case.interview.answers)} of {len(case.interview.questions)}")
        rows = [Option(said("Yes, go on"), id=GO_ON)]
        rows += [Option(self._row(question), id=question.id) for question in case.interview.questions]
        self.query_one(PlainList).show(rows)
        self.query_one("#note", Static).update(said("Enter on a line changes that answer. All of it is saved.", QUIET))

    def _row(self, question: Question) -> Hung:
        given = self.wizard.case.interview.answers.get(question.id)
        words = answer_words(self.wizard.case, question, self.wizard.case.answers)
        return Hung(row(said(question.title, QUIET)), row(said(words, "" if given else ACCENT), "  "))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == GO_ON:
            self.action_go_on()
        else:
            self.wizard.go("interview.InterviewScreen", event.option_id, True)

    def action_change(self) -> None:
        """Enter outside the list goes on."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """On to the reveal for a first plan, otherwise back to where one came from."""
        if self.wizard.case.place is None:
            self.wizard.tell("Your country is still missing.", wrong=True)
        elif self._fresh or len(self.app.screen_stack) < 3:
            self.leave(self.wizard.page("reveal.RevealScreen"))
        else:
            self.leave()
