"""The search: any step, action, letter, page, text or key by a word of it, wherever one is."""

from typing import ClassVar

from textual import on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.clean import clean_line
from wizard.tui.keys import Key
from wizard.tui.palette import Thing, first, search, things
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.hanging import Hung, row
from wizard.tui.widgets.prose import QUIET, said

from .dialog import CLOSE, Dialog

LONGEST_QUERY = 80
FRAME_ROWS, FEWEST = 9, 5
NOTHING = "Nothing has these words in it. Try another one, or fewer."


class FindDialog(Dialog):
    """One types, the list below follows, Enter opens."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("down", "point(1)", "choose", "Go down and up in what was found.", "↑↓"),
        Key("up", "point(-1)", "choose", "Go down and up in what was found.", "↑↓", shown=False),
        Key("enter", "open", "open", "Open what is under the cursor, or do it."),
        CLOSE,
    )
    PURPOSE = "Type a word or two, or their first letters. Everything that has them is listed, the best first."

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self._below = below
        self._found: list[Thing] = []

    def _parts(self) -> list[Widget]:
        found = PlainList("found", marked=True)
        found.can_focus = False
        field = Input(placeholder="A step, a letter, a question, a setting", id="sought", max_length=LONGEST_QUERY)
        return [field, found, Static(id="hint", classes="quiet")]

    def on_mount(self) -> None:
        """Begin with what is next in the plan, and the pages."""
        self._things = things(self.wizard, self._below)
        self.query_one(Input).focus()
        self._list("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        with self.app.batch_update():
            self._list(clean_line(event.value, LONGEST_QUERY))

    def _list(self, query: str) -> None:
        found, taken_as = search(self._things, query) if query else (first(self.wizard), "")
        most = max(FEWEST, self.app.size.height - FRAME_ROWS)
        self._found = found[:most]
        places = self.query_one(PlainList)
        places.clear_options()
        places.add_options(Option(Hung(row(each.title), aside=each.aside)) for each in self._found)
        places.highlighted = 0 if found else None
        places.set_class(not found, "gone")
        more = f"And {len(found) - most} more: type another word." if query and len(found) > most else ""
        words = f"Nothing has these words in it. This is what “{taken_as}” finds." if taken_as else more if found else NOTHING
        hint = self.query_one("#hint", Static)
        hint.update(said(words, QUIET))
        hint.set_class(not words, "gone")

    def action_point(self, rows: int) -> None:
        """Move the cursor in what was found."""
        places = self.query_one(PlainList)
        if self._found:
            places.highlighted = max(0, min(len(self._found) - 1, (places.highlighted or 0) + rows))

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open what is under the cursor."""
        at = self.query_one(PlainList).highlighted
        if at is not None and at < len(self._found) and self.leave():
            self.app.call_later(self._found[at].open)
