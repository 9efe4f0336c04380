"""The search: finds steps, actions, letters, pages, texts and keys by their words."""

from typing import ClassVar

from textual import on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.sanitize import sanitize_line
from wizard.i18n import _
from wizard.places.place_lookup import preload_places
from wizard.tui.keys import Key
from wizard.tui.search_items import ItemSearch, SearchItem
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import QUIET, styled
from wizard.views import help_texts, key_texts
from wizard.views.search import (
    SEARCH_PLACEHOLDER,
    SearchHits,
    corrected_message,
    hidden_matches_message,
    nothing_found_message,
)

from .dialog import CLOSE, Dialog

LONGEST_QUERY = 80
FRAME_ROWS, FEWEST = 9, 5


class SearchDialog(Dialog):
    """Lists the matches while the user types; Enter opens one."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        # With priority: a body that is higher than the window would take the keys to scroll.
        Key("down", "point(1)", key_texts.POINT, "↑↓", priority=True),
        Key("up", "point(-1)", key_texts.POINT, "↑↓", in_bar=False, priority=True),
        Key("enter", "open", key_texts.OPEN_RESULT),
        CLOSE,
    )
    PURPOSE = help_texts.SEARCH

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self._below = below
        self._matches: list[SearchItem] = []

    def _body_widgets(self) -> list[Widget]:
        result_list = ItemList("found", marked=True)
        result_list.can_focus = False
        field = Input(placeholder=_(SEARCH_PLACEHOLDER), id="sought", max_length=LONGEST_QUERY)
        return [field, result_list, Static(id="hint", classes="quiet")]

    def on_mount(self) -> None:
        """Show the next steps of the plan and the pages first. Names of places in all languages are read meanwhile."""
        library = self.wizard_app.snapshot.library
        self.run_worker(lambda: preload_places(library), thread=True, exit_on_error=False)
        self._search = ItemSearch(self.wizard_app, self._below)
        self.query_one(Input).focus()
        self._show_matches("")

    @on(Input.Changed)
    def _query_changed(self, event: Input.Changed) -> None:
        with self.app.batch_update():
            self._show_matches(sanitize_line(event.value, LONGEST_QUERY))

    def _show_matches(self, query: str) -> None:
        matches, found = self._search.find(query) if query else (self._search.initial_items(), SearchHits(()))
        max_rows = max(FEWEST, self.app.size.height - FRAME_ROWS)
        self._matches = matches[:max_rows]
        result_list = self.query_one(ItemList)
        result_list.clear_options()
        result_list.add_options(
            Option(HangingOption(hanging_row(each.title), hint=each.hint, may_go=each.is_kind)) for each in self._matches
        )
        result_list.highlighted = None if matches is self._search.nearest else 0  # Enter opens only what was looked for
        result_list.set_class(not matches, "gone")
        hidden = max(0, len(matches) - max_rows) if query else 0
        message = self._note(query, matches, found) or hidden_matches_message(hidden)
        hint = self.query_one("#hint", Static)
        hint.update(styled(message, QUIET))
        hint.set_class(not message, "gone")

    def _note(self, query: str, matches: list[SearchItem], found: SearchHits) -> str:
        """Return which other words were looked for, or that nothing was found; "" if there is nothing to say."""
        is_nothing = bool(query) and matches is self._search.nearest and not found.hits
        return nothing_found_message(query) if is_nothing else corrected_message(query, found)

    def action_point(self, rows: int) -> None:
        """Move the highlight in the list of matches."""
        result_list = self.query_one(ItemList)
        if self._matches:
            row = -1 if result_list.highlighted is None else result_list.highlighted
            result_list.highlighted = max(0, min(len(self._matches) - 1, row + rows))
            result_list.scroll_to_highlight()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the highlighted match, or carry it out."""
        index = self.query_one(ItemList).highlighted
        if index is not None and index < len(self._matches) and self.leave():
            self.app.call_later(self._matches[index].open)
