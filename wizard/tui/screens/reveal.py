"""The path revealed in plain words: what one can do where one lives, what one cannot, how sure we are."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wizard.core.case import Case
from wizard.core.sentences import plan_size
from wizard.core.sheet import Item, reveal
from wizard.core.words import day
from wizard.tui.keys import LEAVE, Key
from wizard.tui.widgets.hanging import Hanging, Row, row
from wizard.tui.widgets.prose import ALERT, QUIET, STRONG, joined, marked_up, said

from .base import SCROLLING, CaseScreen


class RevealScreen(CaseScreen):
    """What holds for the person's place, and how large the plan is."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter,p", "plan", "see the plan", "Go on to your plan.", "enter"),
        Key("w", "more", "all about your place", "Read everything that holds where you live, with sources."),
        Key("escape,b,left", "answers", "answers", "Go back to your answers.", "b"),
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "What you can do where you live, what you cannot, and how sure we are of it."

    def _parts(self) -> list[Widget]:
        return [
            Static(id="headline", classes="big"),
            Static(id="safety", classes="text"),
            Hanging(id="told"),
            Static(id="plan", classes="text"),
        ]

    def _show(self, case: Case) -> None:
        place = case.place
        if place is None:
            return
        self.title_line.say(f"{place.name} · {place.law}", f"checked {day(place.regime.checked)}")
        self.query_one("#headline", Static).update(said(place.regime.headlines.get(place.path, "Here is what you can do.")))
        safety = self.query_one("#safety", Static)
        safety.update(joined(said("First, your safety: ", ALERT), place.country.safety))
        safety.set_class(not place.country.safety, "gone")
        self.query_one("#told", Hanging).say(_told(case))
        self.query_one("#plan", Static).update(_size(case))

    def action_plan(self) -> None:
        """Go on to the board."""
        self.leave(self.wizard.page("board.BoardScreen"))

    def action_more(self) -> None:
        """Everything that holds in this place."""
        self.wizard.go("reader.PlaceScreen")

    def action_answers(self) -> None:
        """Back to the answers."""
        self.leave(self.wizard.page("review.ReviewScreen", True))


def _told(case: Case) -> list[Row]:
    rows = [line for part in reveal(case) for line in (row(said(part.heading, STRONG)), *map(_item, part.items), row(""))]
    note = case.place.country.note if case.place else ""
    return [*rows, row(note)] if note else rows[:-1]


def _item(item: Item) -> Row:
    known = f"  ({item.doubt})" if item.doubt else ""
    return row(joined(marked_up(item.text), said(known, QUIET)), "·  ")


def _size(case: Case) -> Content:
    return joined(said("Your plan  ", STRONG), plan_size(case))
