"""The first screen, for a new or for a returning user."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.snapshot import Snapshot
from wizard.storage.people import has_other_people
from wizard.tui.keys import LEAVE, Key
from wizard.tui.page_content import block_rows, choice_option
from wizard.tui.perform import perform_action
from wizard.tui.widgets.bar import exposure_bar
from wizard.tui.widgets.deadline_row import deadline_row
from wizard.tui.widgets.hanging_text import HangingOption, HangingText, Row, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import GOOD, QUIET, concat, styled
from wizard.views import key_texts
from wizard.views.actions import Action, AskQuestions, OpenPage, OpenRequest, PageName
from wizard.views.home import PROGRESS, RECENT, next_choice, welcome_back_page, welcome_page
from wizard.views.page import Page, PageChoice, ProgressText, TimelineEvent, Tone
from wizard.views.people import people_choice
from wizard.views.step_actions import OpenStep

from .base import SCROLLING
from .side import SideScreen, has_room_below

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
        self._perform(self.make_page().choice(event.option_id or "").action)

    def _perform(self, action: Action) -> None:
        """Carry out an action; what belongs to the plan opens above it, so that the way back leads there."""
        if isinstance(action, OpenStep | OpenRequest):
            perform_action(self, OpenPage(PageName.PLAN))
        perform_action(self, action)


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
        return [Static(welcome_page().title, classes="big"), what, how, ItemList("menu"), who, *self._panels()]

    def _panels(self) -> list[Widget]:
        """Return what the program does, in panels beside each other, if the window has room for them."""
        if not has_room_below(self.app.size):
            return []
        from wizard.tui.widgets.panels import InfoBox
        from wizard.views.introduction import welcome_panels

        return [Horizontal(*map(InfoBox, welcome_panels()), id="told")]

    def on_resize(self) -> None:
        """Show the panels as soon as the window has room for them."""
        self._fit_window(self.size)
        if self.query("#menu") and not self.query("#told"):
            self.query_one("#body").mount_all(self._panels())
        for panels in self.query("#told"):
            panels.set_class(not has_room_below(self.app.size), "gone")

    def _show_snapshot(self, _: Snapshot) -> None:
        self.query_one(ItemList).show(map(choice_option, self.make_page().choices))

    def action_start(self) -> None:
        """Start the interview."""
        perform_action(self, AskQuestions())


class WelcomeBackScreen(FirstScreen):
    """For a returning user: what was done, what is due, what is next."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("o", "go_on", key_texts.GO_ON, "enter"),
        Key("p", "plan", key_texts.SEE_PLAN),
        LANGUAGE,
        LEAVE,
        *SCROLLING,
    )

    def make_page(self) -> Page:
        return welcome_back_page(self.wizard_app.snapshot, self.wizard_app.session.events, self.people)

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("", id="title", classes="big narrow-title"),
            HangingText(id="where"),
            HangingText(id="due"),
            ItemList("menu"),
            HangingText(id="done"),
        ]

    def on_mount(self) -> None:
        """Show the page, then the step under the cursor; its modules are loaded only after the first frame."""
        super().on_mount()
        self.call_after_refresh(self._fit_preview)

    def on_resize(self) -> None:
        """Draw again: a wider window holds more in a line, and a larger one shows the step under the cursor."""
        self._fit_window(self.size)
        if self.query("#where"):
            self._show_snapshot(self.wizard_app.snapshot)
            self._fit_preview()

    def _fit_preview(self) -> None:
        """Add the preview below the page as soon as the window has room for it."""
        if self.is_mounted and has_room_below(self.app.size) and not self.query("#preview"):
            from wizard.tui.widgets.step_preview import StepPreview

            self.query_one("#body").mount(StepPreview())
            self.call_after_refresh(self._show_preview)

    @on(OptionList.OptionHighlighted, "#menu")
    def _show_preview(self) -> None:
        """Show the step or request under the cursor; for any other row the next step, if there is one."""
        snapshot = self.wizard_app.snapshot
        option = self.query_one(ItemList).highlighted_option
        action = self.make_page().choice(option.id or "").action if option else None
        shown = action if isinstance(action, OpenStep | OpenRequest) else next_choice(snapshot).action
        for preview in self.query("#preview"):
            preview.set_class(not isinstance(shown, OpenStep | OpenRequest), "gone")
            if isinstance(shown, OpenStep | OpenRequest):
                preview.show(snapshot, shown[0])  # type: ignore[attr-defined]  # imported only where shown

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page()
        self.title_line.say(*page.status)
        self.query_one("#title", Static).update(page.title)
        self.query_one("#body").border_title = styled(page.title)  # the first line of a wide window names the place
        self.query_one("#where", HangingText).say(_progress_rows(snapshot, page, self.app.size.width))
        rows = {each.id: deadline_row(snapshot, each) for each in snapshot.deadlines}
        listed = {choice.id for choice in page.choices}
        self.query_one("#due", HangingText).say(row for id, row in rows.items() if id not in listed)
        self.query_one("#done", HangingText).say(_recent_rows(page))
        self.query_one(ItemList).show(
            Option(HangingOption(rows[choice.id]), id=choice.id) if choice.id in rows else choice_option(choice)
            for choice in page.choices
        )
        self._show_preview()

    def action_go_on(self) -> None:
        """Continue with the interview, or else with the plan."""
        self._perform(next_choice(self.wizard_app.snapshot).action)

    def action_plan(self) -> None:
        """Show the plan; while a question is open or the country is unknown, do what the page recommends."""
        snapshot = self.wizard_app.snapshot
        is_ready = snapshot.place is not None and snapshot.interview.next() is None
        perform_action(self, OpenPage(PageName.PLAN) if is_ready else next_choice(snapshot).action)


def _progress_rows(snapshot: Snapshot, page: Page, width: int) -> Iterator[Row]:
    """Yield the bars, each with its words, then the other lines."""
    yield from (hanging_row(exposure_bar(snapshot, width)) for block in page.section(PROGRESS) if isinstance(block, ProgressText))
    yield from (hanging_row(line.text) for line in page.lines(PROGRESS))


def _recent_rows(page: Page) -> Iterator[Row]:
    """Yield the heading in the margin of the first event, then the other events below it."""
    margin = "".join(f"{heading.text}  " for heading in page.lines(RECENT))
    events = [block for block in page.section(RECENT) if isinstance(block, TimelineEvent)]
    for index, event in enumerate(events):
        sign = styled("✓ ", GOOD) if event.tone == Tone.GOOD else styled("· ", QUIET)
        lead = concat(styled(margin if index == 0 else " " * len(margin), QUIET), sign)
        yield hanging_row(concat(event.text, styled(f"  {event.note}", QUIET)), lead)
