"""The first screen: what this is, that nothing leaves the computer, one key to start. Or, later: where one stopped."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case
from wizard.core.event import Event
from wizard.core.sentences import last_done
from wizard.core.words import count, distance, event_words, heading, minutes
from wizard.tui.keys import LEAVE, Key
from wizard.tui.widgets.bar import exposure
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.due import due_row
from wizard.tui.widgets.hanging import Hanging, Hung, Row, row
from wizard.tui.widgets.prose import GOOD, QUIET, joined, said

from .base import SCROLLING, CaseScreen

START, ON, ANSWERS, FACTS, LINES = "start", "on", "answers", "facts", "lines"
FIRST_READ = "how-meta-trains-ai"
IN_LINES = Key("l", "app.go_on_in_lines", "lines", "Go on in lines, with typed numbers: for screen readers and braille.")
LAST = "Last time  "
IN_LINES_ROW = "Go on in lines, for a screen reader or braille"


class WelcomeScreen(CaseScreen):
    """For a person who is here for the first time."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("s", "start", "start", "Begin with the questions.", "enter"),
        IN_LINES,
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "This is the beginning. Press Enter to start the questions; you can stop whenever you like."

    def _parts(self) -> list[Widget]:
        return [
            Static("Keep your photos out of Meta's AI", classes="big"),
            Static(
                "A guide for your country and your habits: what you can refuse, what you can switch off, "
                "and six things that protect your pictures.",
                classes="text",
                markup=False,
            ),
            Static(
                "Two minutes of questions, then your own plan. Stop whenever you like.\nNothing you type leaves this computer.",
                classes="text",
                markup=False,
            ),
            PlainList("menu"),
            Static("Independent of Meta. Information, not legal advice.", classes="quiet", markup=False),
        ]

    def _show(self, _: Case) -> None:
        self.query_one(PlainList).show(
            [
                Option(said("Start"), id=START),
                Option(said("Read first how Meta's AI training works"), id=FACTS),
                Option(said(IN_LINES_ROW), id=LINES),
            ]
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == FACTS:
            self.wizard.go("reader.ArticleScreen", FIRST_READ)
        elif event.option_id == LINES:
            self.wizard.action_go_on_in_lines()
        else:
            self.action_start()

    def action_start(self) -> None:
        """Begin with the questions."""
        self.wizard.go("interview.InterviewScreen")


class WelcomeBackScreen(CaseScreen):
    """For a person who comes back: what was done, what is due, what is next."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("o", "go_on", "go on", "Go on where you stopped.", "enter"),
        IN_LINES,
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "Where you stopped: what you did last, what is due, and what comes next."

    def _parts(self) -> list[Widget]:
        return [
            Static("Welcome back", classes="big"),
            Static(id="where", classes="text"),
            Hanging(id="due"),
            PlainList("menu"),
            Hanging(id="done"),
        ]

    def _show(self, case: Case) -> None:
        self.title_line.say(heading(case))
        self.query_one("#where", Static).update(_where(case))
        self.query_one("#due", Hanging).say(due_row(case, each) for each in case.deadlines)
        self.query_one("#done", Hanging).say(_last_done(case, self.wizard.session.events))
        self.query_one(PlainList).show(self._menu(case))

    def _menu(self, case: Case) -> list[Option]:
        waiting = case.interview.next()
        if waiting:
            first = Option(joined("Go on with the questions: ", said(waiting.title)), id=ON)
        elif case.next:
            step = case.next.step
            first = Option(Hung(row(step.title, "Next: "), aside=minutes(step.minutes)), id=ON)
        else:
            first = Option(said("Look at your plan"), id=ON)
        return [
            first,
            Option(said("Change an answer"), id=ANSWERS),
            Option(said("Read how all this works"), id=FACTS),
            Option(said(IN_LINES_ROW), id=LINES),
        ]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == ANSWERS:
            self.wizard.go("review.ReviewScreen")
        elif event.option_id == FACTS:
            self.wizard.go("reader.ArticlesScreen")
        elif event.option_id == LINES:
            self.wizard.action_go_on_in_lines()
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        """Go on with the questions, or with the plan."""
        waiting = self.wizard.case.interview.next()
        self.wizard.go("interview.InterviewScreen", waiting.id) if waiting else self.wizard.go("board.BoardScreen")


def _where(case: Case) -> Content:
    if not case.total:
        return said("Your answers are kept. A few questions are still open.")
    return joined(exposure(case), f"\n{case.done} of {count(case.total, 'step')} done")


def _last_done(case: Case, events: tuple[Event, ...]) -> Iterator[Row]:
    """The last things done, the newest first."""
    for number, event in enumerate(last_done(events)):
        about, what = event_words(case, event)
        sign = said("✓ ", GOOD) if event.kind == "done" else said("· ", QUIET)
        lead = joined(said(LAST if number == 0 else " " * len(LAST), QUIET), sign)
        yield row(joined(about, said(f"  {what}, {distance(event.on, case.today)}", QUIET)), lead)
