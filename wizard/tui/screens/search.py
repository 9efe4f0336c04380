"""The search: any step, action, letter, page, text or key by a word of it, wherever one is."""

from typing import ClassVar

from textual import on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.sanitize import sanitize_line
from wizard.tui.keys import Key
from wizard.tui.search_items import SearchItem, all_search_items, initial_search_items, rank_search_items
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import QUIET, styled

from .dialog import CLOSE, Dialog

LONGEST_QUERY = 80
FRAME_ROWS, FEWEST = 9, 5
NOTHING = "Nothing has these words in it. Try another one, or fewer."


class SearchDialog(Dialog):
    """One types, the list below follows, Enter opens."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("down", "point(1)", "choose", "Go down and up in what was found.", "↑↓"),
        Key("up", "point(-1)", "choose", "Go down and up in what was found.", "↑↓", in_bar=False),
        Key("enter", "open", "open", "Open what is under the cursor, or do it."),
        CLOSE,
    )
    PURPOSE = "Type a word or two, or their first letters. Everything that has them is listed, the best first."

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self._below = below
        self._found: list[SearchItem] = []

    def _body_widgets(self) -> list[Widget]:
        found = ItemList("found", marked=True)
        found.can_focus = False
        field = Input(placeholder="A step, a letter, a question, a setting", id="sought", max_length=LONGEST_QUERY)
        return [field, found, Static(id="hint", classes="quiet")]

    def on_mount(self) -> None:
        """Begin with what is next in the plan, and the pages."""
        self._things = all_search_items(self.wizard_app, self._below)
        self.query_one(Input).focus()
        self._list("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        with self.app.batch_update():
            self._list(sanitize_line(event.value, LONGEST_QUERY))

    def _list(self, query: str) -> None:
        found, taken_as = rank_search_items(self._things, query) if query else (initial_search_items(self.wizard_app), "")
        most = max(FEWEST, self.app.size.height - FRAME_ROWS)
        self._found = found[:most]
        places = self.query_one(ItemList)
        places.clear_options()
        places.add_options(Option(HangingOption(hanging_row(each.title), aside=each.hint)) for each in self._found)
        places.highlighted = 0 if found else None
        places.set_class(not found, "gone")
        more = f"And {len(found) - most} more: type another word." if query and len(found) > most else ""
        words = f"Nothing has these words in it. This is what “{taken_as}” finds." if taken_as else more if found else NOTHING
        hint = self.query_one("#hint", Static)
        hint.update(styled(words, QUIET))
        hint.set_class(not words, "gone")

    def action_point(self, rows: int) -> None:
        """Move the cursor in what was found."""
        places = self.query_one(ItemList)
        if self._found:
            places.highlighted = max(0, min(len(self._found) - 1, (places.highlighted or 0) + rows))

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open what is under the cursor."""
        at = self.query_one(ItemList).highlighted
        if at is not None and at < len(self._found) and self.leave():
            self.app.call_later(self._found[at].open)
