"""The reveal: what is possible at the user's place, what is not, and the two ways on."""

from typing import ClassVar

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from wizard.core.formatting import YOUR_PLAN
from wizard.core.place import MITIGATION, OPT_OUT, TRY_FORM
from wizard.core.snapshot import Snapshot
from wizard.i18n import _
from wizard.tui.keys import LEAVE, Key
from wizard.tui.page_content import label_option, reading_rows
from wizard.tui.widgets.frame import ROOMY
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.panels import LinkPanel
from wizard.tui.widgets.styled_text import styled
from wizard.views import key_texts
from wizard.views.actions import Action, GoBack, OpenPage, PageName
from wizard.views.page import Page, PageSection, TextLine, Tone
from wizard.views.place import CAN, CANNOT, HEADLINE, place_summary_page
from wizard.views.step_actions import OpenStep

from .base import SCROLLING, THREE_COLUMNS, window_classes
from .page import PageScreen

BANDS = {OPT_OUT: "band-good", TRY_FORM: "band-alert", MITIGATION: "band-accent"}
"""The class of the coloured band for each path; its words say the same."""
HIGH, HIGH_ENOUGH_FOR_STEP = 32, 45
"""From this height on the panels of a wide window say more; from this one on the first step stands below them in full."""
WAYS_ON = ("object", "plan")
"""The choices under the band, in this order; the others are keys."""
PANELS: dict[str, tuple[str, Action]] = {
    "can": (CAN, OpenPage(PageName.PLACE)),
    "cannot": (CANNOT, OpenPage(PageName.PLACE)),
    "plan": (YOUR_PLAN, OpenPage(PageName.PLAN)),
}
"""The panels by the id of their text: their title, and the page that they open."""


class PlaceSummaryScreen(PageScreen):
    """What applies in the user's place, and the size of the plan."""

    HAS_SIDE = False
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "take_way", key_texts.TAKE_WAY),
        Key("p", "plan", key_texts.SEE_PLAN),
        Key("w", "more", key_texts.ALL_ABOUT_PLACE),
        Key("escape,b,left", "answers", key_texts.BACK_TO_ANSWERS, "b"),
        LEAVE,
        *SCROLLING,
    )

    def make_page(self, snapshot: Snapshot) -> Page:
        return place_summary_page(snapshot, has_room=self.has_class(ROOMY) and self.app.size.height >= HIGH)

    def _body_widgets(self) -> list[Widget]:
        panels = []
        for id, (title, action) in PANELS.items():
            panel = LinkPanel(_(title), HangingText(id=id, classes=""), id=f"panel-{id}", classes="tile")
            panel.action = action
            panels.append(panel)
        return [
            Static(id="band"),
            HangingText(id="first"),
            ItemList("choices"),
            Horizontal(*panels, id="told"),
            HangingText(id="rest"),
            *self._preview(),
        ]

    def _preview(self) -> list[Widget]:
        """Return a preview of the first step, if the window has room for it without scrolling the panels away."""
        if THREE_COLUMNS not in window_classes(self.app.size) or self.app.size.height < HIGH_ENOUGH_FOR_STEP:
            return []
        from wizard.tui.widgets.step_preview import StepPreview

        return [StepPreview()]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        page = self.make_page(snapshot)
        self.title_line.say(page.title, *page.status)
        headline, *first = page.lines(HEADLINE) or page.lines("message")
        band = self.query_one("#band", Static)
        band.update(styled(headline.text))
        band.set_classes(BANDS[snapshot.place.path] if snapshot.place else "")
        self._say("first", page._replace(sections=tuple(each._replace(blocks=tuple(first)) for each in page.sections[:1])))
        shown = {HEADLINE, "message"}
        for id, (title, _action) in PANELS.items():
            sections = tuple(each for each in page.sections if each.id in (id, _(title)))
            shown |= {each.id for each in sections}
            self._say(id, page._replace(sections=tuple(map(self._without_title, sections))))
        self._say("rest", page._replace(sections=tuple(each for each in page.sections if each.id not in shown)))
        ways = [choice for id in WAYS_ON for choice in page.choices if choice.id == id]
        self.query_one(ItemList).show(label_option(choice.label, choice.id) for choice in ways)
        self._show_preview(snapshot)

    def _show_preview(self, snapshot: Snapshot) -> None:
        """Show the step with which the plan begins."""
        if not self.query("#preview"):
            self.query_one("#body").mount_all(self._preview())
        for preview in self.query("#preview"):
            preview.set_class(snapshot.next_step is None, "gone")
            if snapshot.next_step:
                preview.show(snapshot, snapshot.next_step.id)  # type: ignore[attr-defined]  # imported only where shown

    def _without_title(self, section: PageSection) -> PageSection:
        """Return a section without the heading that the frame of its panel shows."""
        heading = section.blocks[0] if section.blocks else None
        is_heading = isinstance(heading, TextLine) and (heading.tone == Tone.STRONG or bool(heading.label))
        if not (self.has_class(ROOMY) and is_heading and isinstance(heading, TextLine)):
            return section
        text = (heading._replace(label="", tone=Tone.QUIET),) if heading.label else ()
        return section._replace(blocks=(*text, *section.blocks[1:]))

    def on_resize(self) -> None:
        """Draw again: in a wide window the frames have the titles."""
        self._fit_window(self.size)
        if self.query("#band"):
            self._show_snapshot(self.wizard_app.snapshot)

    def _say(self, id: str, page: Page) -> None:
        self.query_one(f"#{id}", HangingText).say(reading_rows(page))

    def perform(self, action: Action) -> None:
        """Go on to the plan; on top of it to the step that was chosen."""
        match action:
            case OpenStep(step_id):
                self.leave(self.wizard_app.page("board.BoardScreen"))
                self.app.call_later(self.wizard_app.open_screen, "step.StepScreen", step_id)
            case OpenPage(PageName.PLAN):
                self.leave(self.wizard_app.page("board.BoardScreen"))
            case GoBack():
                self.leave(self.wizard_app.page("review.ReviewScreen", True))
            case _:
                super().perform(action)

    def action_plan(self) -> None:
        """Go to the board."""
        self.perform(OpenPage(PageName.PLAN))

    def action_take_way(self) -> None:
        """Go to the board, if there is nothing to choose from."""
        self.action_plan()

    def action_more(self) -> None:
        """Show everything about the place."""
        self.perform(OpenPage(PageName.PLACE))

    def action_answers(self) -> None:
        """Go back to the answers."""
        self.perform(GoBack())
