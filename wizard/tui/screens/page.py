"""The screen that draws a page: its blocks, then its question and choices."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.snapshot import Snapshot
from wizard.tui.page_content import choice_option, page_rows
from wizard.tui.perform import perform_action
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import STRONG, styled
from wizard.views.actions import Action
from wizard.views.page import Page

from .side import SideScreen

WIDE = 76
"""From this width on the title line has room for all parts of the status."""


class PageScreen(SideScreen):
    """Draws a page of `wizard.views`, anew whenever the snapshot changes."""

    IN_TITLE: ClassVar[frozenset[str]] = frozenset()
    """The ids of the sections that the title line shows already."""

    def make_page(self, snapshot: Snapshot) -> Page:
        """Return the page for a snapshot."""
        raise NotImplementedError

    @property
    def drawn_page(self) -> Page:
        """The page for the present snapshot."""
        return self.make_page(self.wizard_app.snapshot)

    @property
    def purpose(self) -> str:
        """What the page is for, as the help says it."""
        return self.drawn_page.help

    def _body_widgets(self) -> list[Widget]:
        return [HangingText(id="blocks"), Static(id="prompt", classes="text"), ItemList("choices")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page(snapshot)
        self.title_line.say(page.title, " · ".join(page.status if self.app.size.width >= WIDE else page.status[-1:]))
        self.query_one("#blocks", HangingText).say(page_rows(page, self.IN_TITLE))
        prompt = self.query_one("#prompt", Static)
        prompt.update(styled(page.prompt, STRONG))
        prompt.set_class(not page.choices, "gone")
        offered = page.choices or page.tools  # an empty list says how to begin
        self.query_one("#choices", ItemList).show(map(choice_option, offered), (page.prompt, page.sections))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.perform(self.drawn_page.choice(event.option_id or "").action)

    def perform(self, action: Action) -> None:
        """Carry out the action of a choice or a key."""
        perform_action(self, action)
