"""A summary of the user's place: what is possible, what is not, and how sure that is."""

from typing import ClassVar

from textual.widget import Widget

from wizard.core.snapshot import Snapshot
from wizard.tui.keys import LEAVE, Key
from wizard.tui.page_content import reading_rows
from wizard.tui.widgets.hanging_text import HangingText
from wizard.views import key_texts
from wizard.views.page import Page
from wizard.views.place import place_summary_page

from .base import SCROLLING
from .page import PageScreen


class PlaceSummaryScreen(PageScreen):
    """What applies in the user's place, and the size of the plan; its choices are keys."""

    HAS_SIDE = False
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter,p", "plan", key_texts.SEE_PLAN, "enter"),
        Key("w", "more", key_texts.ALL_ABOUT_PLACE),
        Key("escape,b,left", "answers", key_texts.BACK_TO_ANSWERS, "b"),
        LEAVE,
        *SCROLLING,
    )

    def make_page(self, snapshot: Snapshot) -> Page:
        return place_summary_page(snapshot)

    def _body_widgets(self) -> list[Widget]:
        return [HangingText(id="told")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page(snapshot)
        self.title_line.say(page.title, *page.status)
        self.query_one("#told", HangingText).say(reading_rows(page))

    def action_plan(self) -> None:
        """Go to the board."""
        self.leave(self.wizard_app.page("board.BoardScreen"))

    def action_more(self) -> None:
        """Show everything about the place."""
        self.wizard_app.open_screen("reader.PlaceScreen")

    def action_answers(self) -> None:
        """Go back to the answers."""
        self.leave(self.wizard_app.page("review.ReviewScreen", True))
