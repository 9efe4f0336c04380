"""The interview: one question a screen, drawn in place, each answer saved as it is given."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.content_models import Question
from wizard.core.interview import available_options
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import UnfinishedWork, unfinished_answer
from wizard.tui.keys import BACK, Key
from wizard.tui.messages import Answered
from wizard.tui.widgets.frame import KeyBar, TitleLine, WizardFooter
from wizard.tui.widgets.option_lists import ChoiceList
from wizard.tui.widgets.place_finder import PlaceFinder
from wizard.tui.widgets.styled_text import QUIET, styled

from .base import SCROLLING, WizardScreen

NEXT = Key("enter", "next", "next", "Keep the answer and go on.", records=True)
CHOOSE = Key("space", "choose", "choose", "Choose, or take the choice back.", records=True)
SKIP = Key("s", "skip", "skip", "Leave the question open; the plan then covers every case.", records=True)
INTO_LIST = Key("down", "into_list", "choose", "Go down into the list.", "↑↓")
LEAVE_FIELD = Key("escape,f10", "back", "back", "Go back.", "esc")
"""Where letters are text, the letters of BACK are too."""
SKIP_FIELD = Key("ctrl+s", "skip", "skip", SKIP.help, records=True)
"""And that of SKIP."""
BY_LETTERS = "Type its first letters, or go down with the arrows."


class InterviewScreen(WizardScreen):
    """Asks what is next, from the given question on; with `once` only that question and what depends on it."""

    KEYS: ClassVar[tuple[Key, ...]] = (CHOOSE, NEXT, BACK, SKIP, INTO_LIST, LEAVE_FIELD, SKIP_FIELD, *SCROLLING)
    PURPOSE = "One question at a time. Each answer is saved at once; you can go back and change it whenever you like."

    def __init__(self, start: str | None = None, once: bool = False) -> None:
        super().__init__()
        self._start = start
        self._once = once
        self._saved = False
        self.question: Question | None = None

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """A country is typed; of several choices any number is chosen, of one kind only one."""
        if self.question is None:
            return self.KEYS
        asking = {
            "country": (INTO_LIST, NEXT, LEAVE_FIELD),
            "region": (INTO_LIST, NEXT, LEAVE_FIELD, SKIP_FIELD),
            "many": (CHOOSE, NEXT, BACK, SKIP),
        }
        return (*asking.get(self.question.kind, (NEXT, BACK, SKIP)), *SCROLLING)

    def compose(self) -> ComposeResult:
        yield TitleLine("Your situation")
        with VerticalScroll(id="body", can_focus=False):
            yield from self._body_widgets()
        yield WizardFooter(self.KEYS)

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(id="question", classes="big"),
            PlaceFinder(self.wizard_app.session.library, self.wizard_app.env),
            Static(styled(BY_LETTERS, QUIET), id="letters", classes="quiet"),
            ChoiceList(),
            Static(id="why", classes="quiet"),
        ]

    def _show_snapshot(self, case: Snapshot) -> None:
        if self.question is None:
            wanted = self._start or getattr(case.interview.next(), "id", None)
            found = next((each for each in case.interview.questions if each.id == wanted), case.interview.questions[0])
            self._ask(found)

    def _ask(self, question: Question) -> None:
        """Draw a question in place, with the answer it has."""
        case, self.question = self.wizard_app.snapshot, question
        number, total = case.interview.position(question.id)
        self.title_line.say("Your situation", f"{'✓ saved   ' if self._saved else ''}{number} of about {total}")
        self.query_one("#question", Static).update(styled(question.title))
        self.query_one("#why", Static).update(styled(f"Why we ask: {question.why}", QUIET))
        finder, choices, letters = self.query_one(PlaceFinder), self.query_one(ChoiceList), self.query_one("#letters", Static)
        letters.set_class(question.kind != "region", "gone")
        self.wizard_app.show_status("")
        by_name = question.kind == "country"
        finder.set_class(not by_name, "gone")
        choices.set_class(by_name, "gone")
        given = case.interview.answers.get(question.id, ())
        if by_name:
            finder.begin(given[0] if given else "")
        else:
            session = self.wizard_app.session
            choices.offer(
                available_options(session.library, question, session.answers),
                given,
                many=question.kind == "many",
                by_letters=question.kind == "region",
            )
            choices.focus(scroll_visible=False)
        self.query_one(KeyBar).say(self.active_keys)
        self.query_one("#body", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#choices")
    def _enter_pressed(self) -> None:
        """Enter takes the choice under the cursor, or goes on where several may be chosen."""
        choices = self.query_one(ChoiceList)
        if choices.many:
            if not choices.chosen:
                self.wizard_app.show_status("Nothing is chosen yet: space chooses, s skips.")
                return
        elif choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
        self._answer(choices.chosen)

    @on(ChoiceList.Sought)
    def _sought(self, event: ChoiceList.Sought) -> None:
        self.wizard_app.show_status(f"Typed: {event.letters}" if event.letters else "")

    @on(PlaceFinder.Found)
    def _place_found(self, event: PlaceFinder.Found) -> None:
        preset = {"region": (event.region,)} if event.region else {}
        self._answer((event.alpha2,), preset)

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        choices = self.query_one(ChoiceList)
        if choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
            self.wizard_app.show_status("")
            if not choices.many:
                self._answer(choices.chosen)

    def action_skip(self) -> None:
        """Leave the question open."""
        if self.question and self.question.kind != "country":
            self._answer(())

    def action_into_list(self) -> None:
        """From the input down into the list of places."""
        self.query_one(PlaceFinder).into_list()

    def _answer(self, values: tuple[str, ...], also: Mapping[str, tuple[str, ...]] | None = None) -> None:
        if self.question:
            self.submit(Answered(self.question.id, {self.question.id: values, **(also or {})}))

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """An answer that was typed or put together, but not given."""
        asked = self.question
        if asked is None:
            return None
        given = self.wizard_app.snapshot.interview.answers.get(asked.id, ())
        changed = {
            "country": self.query_one(PlaceFinder).is_changed,
            "many": set(self.query_one(ChoiceList).chosen) != set(given),
        }
        return unfinished_answer(asked.title) if changed.get(asked.kind) else None

    def complete(self) -> None:
        """Only the user can say that this is the answer."""

    def proceed(self, answered: str) -> None:
        """The answer is saved: ask what comes after that question."""
        self._saved = True
        interview = self.wizard_app.snapshot.interview
        following = interview.next() if self._once else interview.after(answered)
        if following is None:
            self._finish()
        else:
            with self.app.batch_update():
                self._ask(following)

    def _finish(self) -> None:
        if self._once:
            self.leave()
        else:
            self.leave(self.wizard_app.page("review.ReviewScreen", True))

    def action_back(self) -> None:
        """The question before, or the screen before; what was answered stays."""
        self.wizard_app.show_status("")
        before = self.wizard_app.snapshot.interview.before(self.question.id) if self.question and not self._once else None
        if before is None:
            self.leave()
        else:
            with self.app.batch_update():
                self._ask(before)
