"""What is under the cursor of the board, in full, beside the list in a very wide window."""

from collections.abc import Iterable, Iterator

from textual.containers import Vertical

from wizard.core.formatting import format_minutes
from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot
from wizard.tui.page_content import block_rows, page_rows
from wizard.views.actions import OpenRequest
from wizard.views.page import Page
from wizard.views.plan import action_page
from wizard.views.request import STATUS, request_page
from wizard.views.step import step_page
from wizard.views.step_actions import OpenPlanAction, OpenStep

from .bar import dot_scale
from .hanging_text import HangingText, Row, hanging_row
from .panels import LinkPanel
from .qr_code import QrCode
from .styled_text import ACCENT, QUIET, styled

LINK_COLUMNS, CODE_COLUMNS, CODE_MARGIN = 40, 41, 2
"""In columns: the least width of links beside a code, which otherwise stands below; the usual width of a code; the gap."""


class StepPreview(LinkPanel):
    """The step, the objection or the action under the cursor; a click or Enter opens its page."""

    def __init__(self) -> None:
        super().__init__(
            "",
            HangingText(id="preview-text", classes=""),
            Vertical(HangingText(id="preview-links", classes=""), QrCode("preview-code"), id="preview-parts"),
            id="preview",
        )
        self._asked: tuple[Snapshot, str] | None = None
        self._shown: tuple[Snapshot, str] | None = None

    def on_resize(self) -> None:
        """Show what was asked for before there were widgets, and put the code beside the links where there is room."""
        if self._asked:
            self.show(*self._asked)
        if self.query(QrCode):
            self._place_code()

    def _place_code(self) -> None:
        code, room = self.query_one(QrCode), self.scrollable_content_region.width - CODE_MARGIN
        code.set_class(not 0 < code.columns <= room, "gone")  # half a code can be read by no phone
        # Shorter codes are placed like longer ones, so that the links stay where they are as the cursor moves.
        is_wide = room - max(CODE_COLUMNS, code.columns) >= LINK_COLUMNS
        self.query_one("#preview-parts").styles.layout = "horizontal" if is_wide else "vertical"

    def show(self, snapshot: Snapshot, id: str) -> None:
        """Show what has this id: a step, an objection or an action."""
        self._asked = (snapshot, id)
        if self._shown == self._asked or not self.query(QrCode):
            return
        self._shown = self._asked
        plan_step = snapshot.step(id) if "/" in id else None
        if plan_step:
            self._show_step(snapshot, plan_step)
        elif any(each.target == id for each in snapshot.requests):
            page = request_page(snapshot, id)
            self._show_rows(page.title, [*page_rows(page, frozenset({STATUS})), *_choice_rows(page)])
            self.action = OpenRequest(id)
        elif any(each.action.id == id for each in snapshot.actions):
            page = action_page(snapshot, id)
            self._show_rows(page.title, [*page_rows(page), *_choice_rows(page)])
            self.action = OpenPlanAction(id)

    def _show_step(self, snapshot: Snapshot, plan_step: PlanStep) -> None:
        page, step = step_page(snapshot, plan_step.id), plan_step.step
        rows: list[Row] = []
        for section in page.sections:
            if section.blocks:
                rows += [*block_rows(section.blocks), hanging_row("")]
        self._show_rows(f"{step.title} · {format_minutes(step.minutes)} · {dot_scale(step.impact)}", rows, _link_rows(plan_step))
        for link in plan_step.links[:1]:
            self.query_one(QrCode).show(link.label, link.url)
        self._place_code()
        self.action = OpenStep(plan_step.id)

    def _show_rows(self, title: str, rows: list[Row], links: Iterable[Row] = ()) -> None:
        self.say_title(title)
        self.query_one("#preview-text", HangingText).say(rows)
        self.query_one("#preview-links", HangingText).say(links)
        self.query_one(QrCode).show("", "")
        self.scroll_home(animate=False)


def _link_rows(plan_step: PlanStep) -> Iterator[Row]:
    """Yield the links of a step with their numbers, each with its address below it."""
    for number, link in enumerate(plan_step.links, 1):
        yield hanging_row(link.label, styled(f"{number:>2}  ", ACCENT))
        yield hanging_row(styled(link.url.removeprefix("https://"), QUIET), "    ")


def _choice_rows(page: Page) -> list[Row]:
    """Return the choices of a page, to be read."""
    return [hanging_row(""), *(hanging_row(choice.label, styled("· ", QUIET)) for choice in page.choices)]
