"""A summary of the user's place: what is possible, what is not, and how sure that is."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wizard.core.formatting import format_date
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import LEAVE, Key
from wizard.tui.widgets.hanging_text import HangingText, Row, hanging_row
from wizard.tui.widgets.styled_text import ALERT, QUIET, STRONG, concat, styled
from wizard.views.place_view import PlaceItem, place_headline, place_highlights
from wizard.views.user_messages import plan_size_summary

from .base import SCROLLING, WizardScreen


class PlaceSummaryScreen(WizardScreen):
    """What applies in the user's place, and the size of the plan."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter,p", "plan", "see the plan", "Go on to your plan.", "enter"),
        Key("w", "more", "all about your place", "Read everything that holds where you live, with sources."),
        Key("escape,b,left", "answers", "answers", "Go back to your answers.", "b"),
        LEAVE,
        *SCROLLING,
    )
    PURPOSE = "What you can do where you live, what you cannot, and how sure we are of it."

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(id="headline", classes="big"),
            Static(id="safety", classes="text"),
            HangingText(id="told"),
            Static(id="plan", classes="text"),
        ]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        place = snapshot.place
        if place is None:
            return
        self.title_line.say(f"{place.name} · {place.law}", f"checked {format_date(place.regime.checked)}")
        self.query_one("#headline", Static).update(styled(place_headline(snapshot)))
        safety = self.query_one("#safety", Static)
        safety.update(concat(styled("First, your safety: ", ALERT), place.country.safety))
        safety.set_class(not place.country.safety, "gone")
        self.query_one("#told", HangingText).say(_highlight_rows(snapshot))
        self.query_one("#plan", Static).update(_plan_size(snapshot))

    def action_plan(self) -> None:
        """Go to the board."""
        self.leave(self.wizard_app.page("board.BoardScreen"))

    def action_more(self) -> None:
        """Show everything about the place."""
        self.wizard_app.open_screen("reader.PlaceScreen")

    def action_answers(self) -> None:
        """Go back to the answers."""
        self.leave(self.wizard_app.page("review.ReviewScreen", True))


def _highlight_rows(snapshot: Snapshot) -> list[Row]:
    rows = [
        row
        for section in place_highlights(snapshot)
        for row in (hanging_row(styled(section.heading, STRONG)), *map(_item_row, section.items), hanging_row(""))
    ]
    note = snapshot.place.country.note if snapshot.place else ""
    return [*rows, hanging_row(note)] if note else rows[:-1]


def _item_row(item: PlaceItem) -> Row:
    confidence = f"  ({item.doubt})" if item.doubt else ""
    return hanging_row(concat(item.text, styled(confidence, QUIET)), "·  ")


def _plan_size(snapshot: Snapshot) -> Content:
    return concat(styled("Your plan  ", STRONG), plan_size_summary(snapshot))
