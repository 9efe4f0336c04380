"""The first screen, for a new or for a returning user."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.snapshot import Snapshot
from wizard.storage.people import has_other_people
from wizard.tui.keys import LEAVE, Key
from wizard.tui.page_content import block_rows, choice_option
from wizard.tui.perform import perform_action
from wizard.tui.widgets.bar import exposure_bar
from wizard.tui.widgets.deadline_row import deadline_row
from wizard.tui.widgets.hanging_text import HangingText, Row, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import GOOD, QUIET, concat, stack_lines, styled
from wizard.views import key_texts
from wizard.views.actions import AskQuestions, OpenPage, PageName
from wizard.views.home import PROGRESS, RECENT, welcome_back_page, welcome_page
from wizard.views.page import Page, PageChoice, ProgressText, TimelineEvent, Tone
from wizard.views.people import people_choice

from .base import SCROLLING
from .side import SideScreen

LANGUAGE = Key("g", "language", key_texts.LANGUAGE, in_bar=False)


class FirstScreen(SideScreen):
    """A first screen: carries out the choices of its page."""

    def make_page(self) -> Page:
        """Return the page for the present snapshot."""
        raise NotImplementedError

    @property
    def purpose(self) -> str:
        """What the page is for."""
        return self.make_page().help

    @property
    def people(self) -> tuple[PageChoice, ...]:
        """The choice of another person, as soon as there are several."""
        session = self.wizard_app.session
        return (people_choice(session.person),) if has_other_people(session.store.path) else ()

    def action_language(self) -> None:
        """Ask for the language."""
        perform_action(self, OpenPage(PageName.LANGUAGE))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        perform_action(self, next(choice.action for choice in self.make_page().choices if choice.id == event.option_id))


class WelcomeScreen(FirstScreen):
    """For a new user: what the program does, and that nothing leaves the computer."""

    HAS_SIDE = False
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("s", "start", key_texts.START, "enter"),
        LANGUAGE,
        LEAVE,
        *SCROLLING,
    )

    def make_page(self) -> Page:
        return welcome_page(self.wizard_app.snapshot.library, self.people)

    def _body_widgets(self) -> list[Widget]:
        what, how, who = (HangingText(block_rows(section.blocks)) for section in welcome_page().sections)
        return [Static(welcome_page().title, classes="big"), what, how, ItemList("menu"), who]

    def _show_snapshot(self, _: Snapshot) -> None:
        self.query_one(ItemList).show(map(choice_option, self.make_page().choices))

    def action_start(self) -> None:
        """Start the interview."""
        perform_action(self, AskQuestions())


class WelcomeBackScreen(FirstScreen):
    """For a returning user: what was done, what is due, what is next."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("o", "go_on", key_texts.GO_ON, "enter"),
        LANGUAGE,
        LEAVE,
        *SCROLLING,
    )

    def make_page(self) -> Page:
        return welcome_back_page(self.wizard_app.snapshot, self.wizard_app.session.events, self.people)

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("", id="title", classes="big"),
            Static(id="where", classes="text"),
            HangingText(id="due"),
            ItemList("menu"),
            HangingText(id="done"),
        ]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page()
        self.title_line.say(*page.status)
        self.query_one("#title", Static).update(page.title)
        self.query_one("#where", Static).update(_progress_text(snapshot, page))
        self.query_one("#due", HangingText).say(deadline_row(snapshot, each) for each in snapshot.deadlines)
        self.query_one("#done", HangingText).say(_recent_rows(page))
        self.query_one(ItemList).show(map(choice_option, page.choices))

    def action_go_on(self) -> None:
        """Continue with the interview, or else with the plan."""
        perform_action(self, AskQuestions() if self.wizard_app.snapshot.interview.next() else OpenPage(PageName.PLAN))


def _progress_text(snapshot: Snapshot, page: Page) -> Content:
    bars = [exposure_bar(snapshot) for block in page.section(PROGRESS) if isinstance(block, ProgressText)]
    return stack_lines([*bars, *(line.text for line in page.lines(PROGRESS))])


def _recent_rows(page: Page) -> Iterator[Row]:
    """Yield the heading in the margin of the first event, then the other events below it."""
    margin = "".join(f"{heading.text}  " for heading in page.lines(RECENT))
    events = [block for block in page.section(RECENT) if isinstance(block, TimelineEvent)]
    for index, event in enumerate(events):
        sign = styled("✓ ", GOOD) if event.tone == Tone.GOOD else styled("· ", QUIET)
        lead = concat(styled(margin if index == 0 else " " * len(margin), QUIET), sign)
        yield hanging_row(concat(event.text, styled(f"  {event.note}", QUIET)), lead)
