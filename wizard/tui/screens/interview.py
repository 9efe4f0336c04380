"""The interview: one question at a time on the same screen; every answer is saved at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.content_models import Question
from wizard.core.interview import available_options
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import UnfinishedWork, unfinished_answer
from wizard.i18n import _
from wizard.tui.keys import BACK, Key
from wizard.tui.messages import Answered
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.option_lists import ChoiceList
from wizard.tui.widgets.place_finder import PlaceFinder
from wizard.tui.widgets.styled_text import QUIET, styled
from wizard.views import help_texts, key_texts
from wizard.views.interview import BY_LETTERS, YOUR_SITUATION, interview_progress, reason_for_asking
from wizard.views.line_mode_texts import ARROWS_CHOOSE, SPACE_CHOOSES_S_SKIPS

from .base import SCROLLING, WITH_SIDE
from .side import SideScreen

if TYPE_CHECKING:  # a narrow window does without them
    from wizard.views.panel import InfoPanel

NEXT = Key("enter", "next", key_texts.NEXT, records=True)
CHOOSE = Key("space", "choose", key_texts.CHOOSE, records=True)
SKIP = Key("s", "skip", key_texts.SKIP, records=True)
INTO_LIST = Key("down", "into_list", key_texts.INTO_LIST, "↑↓")
LEAVE_FIELD = Key("escape,f10", "back", key_texts.BACK, "esc")
"""Replaces BACK while letters are text."""
SKIP_FIELD = Key("ctrl+s", "skip", key_texts.SKIP, records=True)
"""Replaces SKIP while letters are text."""


class InterviewScreen(SideScreen):
    """Asks from the given question on; with `once` only that one and those that are open then.

    With a `reason`, which is shown, it asks that question and no other.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (CHOOSE, NEXT, BACK, SKIP, INTO_LIST, LEAVE_FIELD, SKIP_FIELD, *SCROLLING)
    PURPOSE = help_texts.INTERVIEW

    def __init__(self, start: str | None = None, once: bool = False, reason: str = "") -> None:
        super().__init__()
        self._start = start
        self._once = once or bool(reason)
        self._reason = reason
        self._saved = False
        self.question: Question | None = None

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys for the kind of question; a country is typed, so letters are not keys there."""
        if self.question is None:
            return self.KEYS
        keys_by_kind = {
            "country": (INTO_LIST, NEXT, LEAVE_FIELD),
            "region": (INTO_LIST, NEXT, LEAVE_FIELD, SKIP_FIELD),
            "many": (CHOOSE, NEXT, BACK, SKIP),
        }
        return (*keys_by_kind.get(self.question.kind, (NEXT, BACK, SKIP)), *SCROLLING)

    def _side_panels(self) -> "tuple[InfoPanel, ...]":
        from wizard.views.interview_panels import interview_panels

        snapshot = self.wizard_app.snapshot
        asked = self.question or self._first_question(snapshot)
        return self._fitting_panels(interview_panels(snapshot, asked.id))

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(id="question", classes="big"),
            PlaceFinder(self.wizard_app.session.library, self.wizard_app.env),
            Static(styled(_(BY_LETTERS), QUIET), id="letters", classes="quiet"),
            ChoiceList(),
            Static(id="why", classes="quiet"),
        ]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        if self.question is None:
            self._ask(self._first_question(snapshot))

    def _first_question(self, snapshot: Snapshot) -> Question:
        question_id = self._start or getattr(snapshot.interview.next(), "id", None)
        return snapshot.interview.find(question_id) or snapshot.interview.questions[0]

    def _ask(self, question: Question) -> None:
        """Show a question with its present answer."""
        snapshot, self.question = self.wizard_app.snapshot, question
        number, total = snapshot.interview.position(question.id)
        self.title_line.say(_(YOUR_SITUATION), interview_progress(number, total, saved=self._saved))
        self.query_one("#question", Static).update(styled(question.title))
        self.query_one("#why", Static).update(styled(reason_for_asking(self._reason or question.why), QUIET))
        finder, choices, letters = self.query_one(PlaceFinder), self.query_one(ChoiceList), self.query_one("#letters", Static)
        letters.set_class(question.kind != "region", "gone")
        self.wizard_app.show_status("")
        is_country = question.kind == "country"
        finder.set_class(not is_country, "gone")
        choices.set_class(is_country, "gone")
        given = snapshot.interview.answers.get(question.id, ())
        if is_country:
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
        if self.has_class(WITH_SIDE):
            self._show_side()

    @on(OptionList.OptionSelected, "#choices")
    def _option_selected(self) -> None:
        """Answer with the highlighted option, or continue if several may be chosen."""
        choices = self.query_one(ChoiceList)
        if choices.many:
            if not choices.chosen:
                self.wizard_app.show_status(_(SPACE_CHOOSES_S_SKIPS))
                return
        elif choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
        self._answer(choices.chosen)

    @on(ChoiceList.NothingHighlighted)
    def _nothing_chosen(self) -> None:
        self.wizard_app.show_status(_(ARROWS_CHOOSE))

    @on(ChoiceList.Sought)
    def _show_typed_letters(self, event: ChoiceList.Sought) -> None:
        self.wizard_app.show_status(_(key_texts.LETTERS_TYPED, letters=event.letters) if event.letters else "")

    @on(PlaceFinder.Found)
    def _place_found(self, event: PlaceFinder.Found) -> None:
        preset = {"region": (event.region,)} if event.region else {}
        self._answer((event.alpha2,), preset)

    def action_choose(self) -> None:
        """Choose the highlighted option."""
        choices = self.query_one(ChoiceList)
        if choices.highlighted_choice:
            choices.choose(choices.highlighted_choice)
            self.wizard_app.show_status("")
            if not choices.many:
                self._answer(choices.chosen)
        else:
            self._nothing_chosen()

    def action_skip(self) -> None:
        """Leave the question open; a country is required."""
        if self.question and self.question.kind != "country":
            self._answer(())

    def action_into_list(self) -> None:
        """Move the focus from the input into the list of places."""
        self.query_one(PlaceFinder).into_list()

    def _answer(self, values: tuple[str, ...], more_answers: Mapping[str, tuple[str, ...]] | None = None) -> None:
        if self.question:
            self.submit(Answered(self.question.id, {self.question.id: values, **(more_answers or {})}))

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The answer that was entered but not given, or None."""
        question = self.question
        if question is None:
            return None
        given = self.wizard_app.snapshot.interview.answers.get(question.id, ())
        changed = {
            "country": self.query_one(PlaceFinder).is_changed,
            "many": set(self.query_one(ChoiceList).chosen) != set(given),
        }
        return unfinished_answer(question.title) if changed.get(question.kind) else None

    def complete(self) -> None:
        """Do nothing: only the user can confirm the answer."""

    def proceed(self, *answered: str) -> None:
        """Ask the question that follows the saved answers, or finish."""
        self._saved = True
        interview = self.wizard_app.snapshot.interview
        following = None if self._reason else interview.next() if self._once else interview.after(*answered)
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
        """Go to the question before, or to the screen below; answers stay saved."""
        self.wizard_app.show_status("")
        previous = self.wizard_app.snapshot.interview.before(self.question.id) if self.question and not self._once else None
        if previous is None:
            self.leave()
        else:
            with self.app.batch_update():
                self._ask(previous)
