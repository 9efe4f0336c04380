"""The board: the current step, the next three steps, and the progress of each action."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.formatting import YOUR_PLAN, place_heading
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import OPEN as TO_DO
from wizard.core.snapshot import Snapshot
from wizard.i18n import _
from wizard.tui.keys import UNDO, Key
from wizard.tui.perform import perform_action
from wizard.tui.widgets.bar import exposure_bar
from wizard.tui.widgets.frame import ROOMY, KeyBar, TitleLine, WizardFooter
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.panels import FRAME_ROWS as PANEL_ROWS
from wizard.tui.widgets.panels import Column, InfoBox, Panel, fitting_panels, show_info_panels
from wizard.tui.widgets.step_preview import StepPreview
from wizard.views import help_texts, key_texts
from wizard.views.actions import OpenPage, PageName
from wizard.views.info_panels import ALL_STEPS, RIGHT_NOW, TILES, essentials_heading, go_further_summary, info_panels
from wizard.views.panel import InfoPanel

from .base import SCROLLING, THREE_COLUMNS, WITH_SIDE, window_classes
from .board_sections import (
    FINISHED,
    FURTHER,
    BoardRoom,
    action_progress_options,
    all_done_text,
    fold_option,
    initial_highlight,
    option_height,
    step_list,
)
from .steps import DONE, FORM_SENT, NOT_FOR_ME, OPEN, StepsScreen

TEN = Key("t", "ten", key_texts.TEN_MINUTES)
REQUESTS = Key("o", "requests", key_texts.REQUESTS)
RIGHT_WIDTH, NARROW_RIGHT_WIDTH, LEFT_WIDTH, PAGE_WIDTH = 52, 50, 56, 80
"""How wide the column of the panels is, with and without tiles, in a very wide window that of the steps, and a page without
columns; as in the style sheet."""
ACTION_MARGIN, ACTION_SIGN = 8, 2
"""What frame, cursor and scroll bar take of the width of the panel of the actions, and then the sign of an action."""
LEAD_COLUMNS = 9
"""What frame, cursor and gaps take of the width of the steps."""
FRAME_ROWS, LIST_FRAME_ROWS = 3, 5
"""What title line, status line and key bar take of the height, and with a frame."""
ROWS_WITHOUT_TAPS = 25
"""How many rows the rest of the board takes, so that instructions have those that are left."""


class BoardScreen(StepsScreen):
    """The page on which the user works through the plan."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        replace(NOT_FOR_ME, in_bar=False),
        TEN,
        REQUESTS,
        Key("l", "letters", key_texts.LETTERS),
        Key("p", "paper", key_texts.PAPER),
        Key("k", "contacts", key_texts.CONTACTS, in_bar=False),
        Key("m", "audit", key_texts.AUDIT, in_bar=False),
        Key("i", "learn", key_texts.LEARN, in_bar=False),
        Key("a", "answers", key_texts.ANSWERS, in_bar=False),
        Key("w", "place", key_texts.PLACE, in_bar=False),
        Key("s", "kept", key_texts.STORED_DATA, in_bar=False),
        replace(UNDO, in_bar=False),
        Key("q", "app.leave", key_texts.LEAVE, in_bar=False),
        *SCROLLING,
    )
    PURPOSE = help_texts.BOARD

    HAS_SIDE = False
    """Its panels are part of the board."""

    def __init__(self) -> None:
        super().__init__()
        self._is_folded = True

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Without keys for steps if no open step is highlighted, and without empty pages."""
        snapshot, on_step = self.wizard_app.snapshot, self.entry is not None and not self._actions_focused
        idle = {DONE.action, NOT_FOR_ME.action} if not on_step else set()
        idle |= set() if snapshot.open_steps else {TEN.action}
        idle |= set() if snapshot.place else {REQUESTS.action}
        done = FORM_SENT if self.entry and self.entry.step.records else DONE
        return tuple(done if key is DONE else key for key in self.KEYS if key.action not in idle)

    def compose(self) -> ComposeResult:
        yield TitleLine()
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="exposure", classes="text narrow-title")
            with Horizontal(id="board"):
                with Column(id="left"), Panel(_(RIGHT_NOW), id="now"):
                    yield ItemList("steps")
                    yield Static(id="about", classes="text")
                classes, panels = window_classes(self.app.size), self._panels()
                if THREE_COLUMNS in classes:
                    yield StepPreview()
                with Column(id="right"):
                    yield from (InfoBox(each) for each in panels if each.comes_first)
                    with Panel(_(TILES), id="plan"):
                        yield Static(_(YOUR_PLAN), classes="narrow-title strong")
                        yield ItemList("actions")
                    yield from (InfoBox(each) for each in panels if not each.comes_first)
        yield WizardFooter(self.KEYS)

    def _body_widgets(self) -> list[Widget]:
        return []

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say(place_heading(snapshot), essentials_heading(snapshot))
        self.query_one("#body").border_title = None
        self.query_one("#exposure", Static).update(exposure_bar(snapshot, self.app.size.width))
        steps = self.query_one("#steps", ItemList)
        is_first, before = not steps.option_count, steps.highlighted_option
        steps.show(step_list(snapshot, self._rooms()))
        if is_first:
            steps.highlighted = initial_highlight(snapshot)
        elif snapshot.next_step and before and (closed := snapshot.step(before.id or "")) and closed.status != TO_DO:
            steps.highlighted = steps.get_option_index(snapshot.next_step.id)  # the status line names this step too
        steps.set_class(not steps.option_count, "gone")
        about = self.query_one("#about", Static)
        about.update(all_done_text(snapshot))
        about.set_class(bool(snapshot.open_steps), "gone")
        self._show_actions(snapshot)
        self._show_panels()
        self._show_active_keys()
        if not steps.option_count and not self._actions_focused:
            self.query_one("#actions", ItemList).focus(scroll_visible=False)

    def _rooms(self) -> BoardRoom:
        """What there is room for in the list of steps."""
        width, height = self.size
        rows = height - LIST_FRAME_ROWS
        if self.has_class(THREE_COLUMNS):
            return BoardRoom(taps=0, then=height // 6, further=height // 2, rows=rows, width=LEFT_WIDTH - LEAD_COLUMNS)
        if self.has_class(ROOMY):
            left = width - RIGHT_WIDTH - LEAD_COLUMNS
            return BoardRoom(taps=height - ROWS_WITHOUT_TAPS, then=6, further=0, rows=rows, width=left)
        return BoardRoom(taps=self.size.height - ROWS_WITHOUT_TAPS, then=3, further=0)

    def _show_actions(self, snapshot: Snapshot) -> None:
        """List the actions; a small window folds them until the user asks for them."""
        actions, options = (
            self.query_one("#actions", ItemList),
            self._action_options(snapshot),
        )
        if snapshot.open_steps and not self.has_class(ROOMY):
            fold = fold_option(go_further_summary(snapshot), folded=self._is_folded)
            options = [fold, *([] if self._is_folded else options)]
        actions.show(options)

    @property
    def _right_width(self) -> int:
        """How wide the column of the panels is; in a narrow window as wide as the page."""
        classes = window_classes(self.app.size)
        narrow_width = NARROW_RIGHT_WIDTH if ROOMY in classes else min(self.app.size.width, PAGE_WIDTH)
        return RIGHT_WIDTH if WITH_SIDE in classes else narrow_width

    def _action_options(self, snapshot: Snapshot) -> list[Option]:
        """Return the actions with their progress, as wide as their panel is."""
        room = self._right_width - ACTION_MARGIN - ACTION_SIGN
        return action_progress_options(snapshot, room, tiles=WITH_SIDE in window_classes(self.app.size))

    def _panels(self) -> list[InfoPanel]:
        """Return the panels that the window has room for; dates come late where they stand above the steps anyway."""
        classes, events = window_classes(self.app.size), self.wizard_app.session.events
        has_room = THREE_COLUMNS in classes
        panels = info_panels(self.wizard_app.snapshot, events, has_room=has_room) if ROOMY in classes else ()
        fitted = [each._replace(is_extra=each.is_extra or (each.id == "dates" and not has_room)) for each in panels]
        actions = self._action_options(self.wizard_app.snapshot) if panels else []
        taken = PANEL_ROWS + sum(option_height(each, self._right_width - ACTION_MARGIN) for each in actions)
        return fitting_panels(fitted, self._right_width, self.app.size.height - FRAME_ROWS, taken)

    def _show_panels(self) -> None:
        """Show at the right what is on other pages too, and between the columns the step under the cursor."""
        if not self.has_class(ROOMY):
            return
        self.query_one("#plan", Panel).say_title(_(TILES if self.has_class(WITH_SIDE) else ALL_STEPS))
        show_info_panels(self.query_one("#right", Column), self._panels(), before=self.query_one("#plan"))
        if self.has_class(THREE_COLUMNS):
            if not self.query("#preview"):
                self.query_one("#board").mount(StepPreview(), before="#right")
            self._show_preview()

    def _show_preview(self) -> None:
        for preview in self.query(StepPreview):
            highlighted = self.query_one("#actions" if self._actions_focused else "#steps", ItemList).highlighted_option
            preview.show(self.wizard_app.snapshot, (highlighted.id if highlighted else "") or "")

    def on_resize(self) -> None:
        """Draw again: a larger window shows more."""
        self._fit_window(self.size)
        if self.query("#plan"):
            self._show_snapshot(self.wizard_app.snapshot)

    @on(OptionList.OptionHighlighted)
    @on(DescendantFocus)
    def _show_active_keys(self) -> None:
        """Show the keys for the highlighted row, and what it is about."""
        self.query_one(KeyBar).say(self.active_keys)
        self._show_preview()

    @on(OptionList.OptionSelected, "#steps")
    def _open_request(self, event: OptionList.OptionSelected) -> None:
        """Open the request of a deadline; all other rows open their step."""
        if event.option_id == FINISHED:
            event.prevent_default()
            self.wizard_app.open_screen("finished.FinishedScreen")
        elif self._is_request(event.option):
            event.prevent_default()
            self.wizard_app.open_screen("requests.RequestScreen", event.option_id)

    @on(OptionList.OptionSelected, "#actions")
    def _open_action(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == FURTHER:
            self._is_folded = not self._is_folded
            self._show_actions(self.wizard_app.snapshot)
        elif event.option_id:
            self.wizard_app.open_screen("action.ActionScreen", event.option_id)

    def _is_request(self, option: Option | None) -> bool:
        return option is not None and any(each.target == option.id for each in self.wizard_app.snapshot.requests)

    @property
    def _actions_focused(self) -> bool:
        return self.focused is not None and self.focused.id == "actions"

    def _highlighted_open_step(self) -> PlanStep | None:
        """Return the highlighted open step; a request cannot be marked as done."""
        if self._is_request(self.query_one("#steps", ItemList).highlighted_option) and not self._actions_focused:
            self.wizard_app.show_status(_(key_texts.REQUEST_FIRST))
            return None
        return super()._highlighted_open_step()

    def action_ten(self) -> None:
        """Show the quick wins."""
        perform_action(self, OpenPage(PageName.QUICK_WINS))

    def action_paper(self) -> None:
        """Show the plan as a document."""
        perform_action(self, OpenPage(PageName.DOCUMENTS))

    def action_requests(self) -> None:
        """Show the requests."""
        perform_action(self, OpenPage(PageName.REQUESTS))

    def action_letters(self) -> None:
        """Show the letters."""
        perform_action(self, OpenPage(PageName.LETTERS))

    def action_contacts(self) -> None:
        """Show the contacts."""
        perform_action(self, OpenPage(PageName.CONTACTS))

    def action_audit(self) -> None:
        """Ask for the data export."""
        perform_action(self, OpenPage(PageName.AUDIT))

    def action_learn(self) -> None:
        """Show the articles."""
        perform_action(self, OpenPage(PageName.ARTICLES))

    def action_answers(self) -> None:
        """Show the answers."""
        perform_action(self, OpenPage(PageName.ANSWERS))

    def action_kept(self) -> None:
        """Show what is stored."""
        perform_action(self, OpenPage(PageName.STORED_DATA))

    def action_place(self) -> None:
        """Show everything about the user's place."""
        perform_action(self, OpenPage(PageName.PLACE))
