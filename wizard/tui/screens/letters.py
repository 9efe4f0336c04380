"""All letters: recommended ones first, then others that apply now, then the rest."""

from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from wizard.core.snapshot import Snapshot
from wizard.tui.keys import BACK, QUIET_LEAVE, Key
from wizard.tui.page_content import group_heading
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ALERT, QUIET, styled
from wizard.views import key_texts
from wizard.views.actions import OpenPage, PageName
from wizard.views.letters import letters_page
from wizard.views.page import Page, PageChoice

from .base import SCROLLING
from .page import PageScreen


class LettersScreen(PageScreen):
    """The letters in the order in which the user may want them."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", key_texts.OPEN_LETTER),
        Key("k", "contacts", key_texts.CONTACTS),
        BACK,
        QUIET_LEAVE,
        *SCROLLING,
    )

    def make_page(self, snapshot: Snapshot) -> Page:
        return letters_page(snapshot)

    def _body_widgets(self) -> list[Widget]:
        return [Static(styled(self.drawn_page.prompt), classes="big"), ItemList("letters")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page(snapshot)
        self.title_line.say(page.title, *page.status)
        options: list[Option] = []
        for group in page.groups:
            options += [Option("", disabled=True)] if options else []
            options += [group_heading(group.title, is_first=True), *map(_letter_option, group.choices)]
        self.query_one(ItemList).show(options)

    def action_contacts(self) -> None:
        """Show the contacts."""
        self.perform(OpenPage(PageName.CONTACTS))


def _letter_option(choice: PageChoice) -> Option:
    """Return a letter with its summary and the objection it is for."""
    rows = [hanging_row(choice.label)]
    rows += [hanging_row(styled(choice.hint, ALERT), "  ")] if choice.hint else []
    rows += [hanging_row(styled(choice.summary, QUIET), "  ")] if choice.summary else []
    return Option(HangingOption(*rows), id=choice.id)
