"""All answers on one page; changing one asks again only what depends on it."""

from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from wizard.core.snapshot import Snapshot
from wizard.i18n import _
from wizard.tui.keys import BACK, LEAVE, Key
from wizard.tui.page_content import label_option
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ACCENT, QUIET, styled
from wizard.views import key_texts
from wizard.views.actions import Action, ChangeAnswer
from wizard.views.page import Page, PageChoice, Tone
from wizard.views.review import COUNTRY_MISSING, review_page

from .base import SCROLLING
from .page import PageScreen


class ReviewScreen(PageScreen):
    """The user's answers; Enter changes one. `fresh` continues with the summary of the place."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "change", key_texts.CHANGE_ANSWER),
        Key("p", "go_on", key_texts.TO_PLAN),
        BACK,
        LEAVE,
        *SCROLLING,
    )

    def __init__(self, fresh: bool = False) -> None:
        super().__init__()
        self._fresh = fresh

    def make_page(self, snapshot: Snapshot) -> Page:
        return review_page(snapshot)

    def _body_widgets(self) -> list[Widget]:
        return [Static(id="prompt", classes="big"), ItemList("answers")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page(snapshot)
        self.title_line.say(page.title, *page.status)
        self.query_one("#prompt", Static).update(styled(page.prompt))
        self.query_one(ItemList).show(map(_answer_option, page.choices))

    def perform(self, action: Action) -> None:
        """Ask a question again, or go on."""
        if isinstance(action, ChangeAnswer):
            self.wizard_app.open_screen("interview.InterviewScreen", action.question_id, True)
        else:
            self.action_go_on()

    def action_change(self) -> None:
        """Continue, if Enter is pressed outside the list."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Continue to the summary of the place for a first plan, else go back."""
        if self.wizard_app.snapshot.place is None:
            self.wizard_app.show_status(_(COUNTRY_MISSING), wrong=True)
        elif self._fresh or len(self.app.screen_stack) < 3:
            self.leave(self.wizard_app.page("place_summary.PlaceSummaryScreen"))
        else:
            self.leave()


def _answer_option(choice: PageChoice) -> Option:
    """Return a question with its answer below; an open one stands out."""
    if not choice.hint:
        return label_option(choice.label, choice.id)
    answer = styled(choice.hint, "" if choice.tone == Tone.NORMAL else ACCENT)
    return Option(HangingOption(hanging_row(styled(choice.label, QUIET)), hanging_row(answer, "  ")), id=choice.id)
