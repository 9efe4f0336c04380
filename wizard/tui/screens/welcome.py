"""The first screen, for a new or for a returning user."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.event import Event
from wizard.core.formatting import event_text, format_minutes, place_heading, pluralize, relative_days
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import LEAVE, Key
from wizard.tui.widgets.bar import exposure_bar
from wizard.tui.widgets.deadline_row import deadline_row
from wizard.tui.widgets.hanging_text import HangingOption, HangingText, Row, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import GOOD, QUIET, concat, styled
from wizard.views.user_messages import recent_events

from .base import SCROLLING, WizardScreen

START, ON, ANSWERS, FACTS, LINES = "start", "on", "answers", "facts", "lines"
FIRST_READ = "how-meta-trains-ai"
IN_LINES = Key("l", "app.go_on_in_lines", "lines", "Go on in lines, with typed numbers: for screen readers and braille.")
LAST = "Last time  "
IN_LINES_ROW = "Go on in lines, for a screen reader or braille"


class WelcomeScreen(WizardScreen):
    """For a new user: what the program does, and that nothing leaves the computer."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("s", "start", "start", "Begin with the questions.", "enter"),
        IN_LINES,
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "This is the beginning. Press Enter to start the questions; you can stop whenever you like."

    def _body_widgets(self) -> list[Widget]:
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
            ItemList("menu"),
            Static("Independent of Meta. Information, not legal advice.", classes="quiet", markup=False),
        ]

    def _show_snapshot(self, _: Snapshot) -> None:
        self.query_one(ItemList).show(
            [
                Option(styled("Start"), id=START),
                Option(styled("Read first how Meta's AI training works"), id=FACTS),
                Option(styled(IN_LINES_ROW), id=LINES),
            ]
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == FACTS:
            self.wizard_app.open_screen("reader.ArticleScreen", FIRST_READ)
        elif event.option_id == LINES:
            self.wizard_app.action_go_on_in_lines()
        else:
            self.action_start()

    def action_start(self) -> None:
        """Start the interview."""
        self.wizard_app.open_screen("interview.InterviewScreen")


class WelcomeBackScreen(WizardScreen):
    """For a returning user: what was done, what is due, what is next."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("o", "go_on", "go on", "Go on where you stopped.", "enter"),
        IN_LINES,
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "Where you stopped: what you did last, what is due, and what comes next."

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("Welcome back", classes="big"),
            Static(id="where", classes="text"),
            HangingText(id="due"),
            ItemList("menu"),
            HangingText(id="done"),
        ]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say(place_heading(snapshot))
        self.query_one("#where", Static).update(_progress_text(snapshot))
        self.query_one("#due", HangingText).say(deadline_row(snapshot, each) for each in snapshot.deadlines)
        self.query_one("#done", HangingText).say(_recent_rows(snapshot, self.wizard_app.session.events))
        self.query_one(ItemList).show(self._menu(snapshot))

    def _menu(self, snapshot: Snapshot) -> list[Option]:
        question = snapshot.interview.next()
        if question:
            first = Option(concat("Go on with the questions: ", styled(question.title)), id=ON)
        elif snapshot.next_step:
            step = snapshot.next_step.step
            first = Option(HangingOption(hanging_row(step.title, "Next: "), hint=format_minutes(step.minutes)), id=ON)
        else:
            first = Option(styled("Look at your plan"), id=ON)
        return [
            first,
            Option(styled("Change an answer"), id=ANSWERS),
            Option(styled("Read how all this works"), id=FACTS),
            Option(styled(IN_LINES_ROW), id=LINES),
        ]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == ANSWERS:
            self.wizard_app.open_screen("review.ReviewScreen")
        elif event.option_id == FACTS:
            self.wizard_app.open_screen("reader.ArticlesScreen")
        elif event.option_id == LINES:
            self.wizard_app.action_go_on_in_lines()
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        """Continue with the interview, or else with the plan."""
        question = self.wizard_app.snapshot.interview.next()
        self.wizard_app.open_screen("interview.InterviewScreen", question.id) if question else self.wizard_app.open_screen(
            "board.BoardScreen"
        )


def _progress_text(snapshot: Snapshot) -> Content:
    if not snapshot.total:
        return styled("Your answers are kept. A few questions are still open.")
    return concat(exposure_bar(snapshot), f"\n{snapshot.done} of {pluralize(snapshot.total, 'step')} done")


def _recent_rows(snapshot: Snapshot, events: tuple[Event, ...]) -> Iterator[Row]:
    """Yield the latest events, newest first."""
    for index, event in enumerate(recent_events(events)):
        target, description = event_text(snapshot, event)
        sign = styled("✓ ", GOOD) if event.kind == "done" else styled("· ", QUIET)
        lead = concat(styled(LAST if index == 0 else " " * len(LAST), QUIET), sign)
        yield hanging_row(concat(target, styled(f"  {description}, {relative_days(event.on, snapshot.today)}", QUIET)), lead)
