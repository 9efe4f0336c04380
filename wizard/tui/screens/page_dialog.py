"""The dialog that draws a page: its question, its choices, and its blocks below them."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.snapshot import Snapshot
from wizard.tui.keys import Key
from wizard.tui.page_content import choice_option, page_rows
from wizard.tui.perform import perform_action
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled
from wizard.views import key_texts
from wizard.views.actions import Action
from wizard.views.page import Page

from .dialog import CLOSE, Dialog


class PageDialog(Dialog):
    """Asks the question of a page. Every action closes the dialog; the first row is the one that loses nothing."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", key_texts.TAKE_ROW, records=True), CLOSE)

    def make_page(self, snapshot: Snapshot) -> Page:
        """Return the page for a snapshot."""
        raise NotImplementedError

    @property
    def drawn_page(self) -> Page:
        """The page for the present snapshot."""
        return self.make_page(self.wizard_app.snapshot)

    @property
    def purpose(self) -> str:
        """What the dialog is for, as the help says it."""
        return self.drawn_page.help

    def _body_widgets(self) -> list[Widget]:
        page = self.drawn_page
        widgets: list[Widget] = [Static(styled(page.prompt), classes="big"), ItemList("choices")]
        return [*widgets, HangingText(page_rows(page), classes="quiet")] if page.sections else widgets

    def on_mount(self) -> None:
        """List the choices."""
        page, rows = self.drawn_page, self.query_one(ItemList)
        rows.show(map(choice_option, page.choices))
        if page.default:
            rows.highlighted = rows.get_option_index(page.default)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.perform(self.drawn_page.choice(event.option_id or "").action)

    def perform(self, action: Action) -> None:
        """Carry out the action of a choice."""
        perform_action(self, action)
