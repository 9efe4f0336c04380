"""Titled panels for wide windows, and the column that they fill."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.message import Message
from textual.widget import Widget

from wizard.core.formatting import format_percent
from wizard.tui.keys import Key, textual_bindings
from wizard.tui.page_content import block_rows
from wizard.views import key_texts
from wizard.views.actions import Action
from wizard.views.page import ProgressText, Tone
from wizard.views.panel import InfoPanel, StageLine
from wizard.views.request_stages import RequestStage

from .bar import LINES, progress_bar
from .frame import ROOMY
from .hanging_text import HangingText, Row, hanging_row, wrap_hanging
from .styled_text import ACCENT, ALERT, GOOD, QUIET, concat, styled

OPEN_PANEL = Key("enter", "open_panel", key_texts.OPEN_PANEL)


STAGE_SIGNS = {Tone.GOOD: ("✓ ", GOOD), Tone.NORMAL: ("○ ", ACCENT), Tone.ALERT: ("! ", ALERT), Tone.QUIET: ("· ", QUIET)}
STAGE_LINE = " ── "
LONGEST_LABEL = 10
"""The longest name beside its stages; a longer one has a row of its own."""
PANEL_WIDTH = 40
"""The least width of a panel where several stand beside each other."""
FRAME_COLUMNS, FRAME_ROWS = 4, 2
"""What the frame of a panel takes of its width and its height."""


class StretchLayout(VerticalLayout):
    """From top to bottom, in a wide parent in several columns; the last widget of each takes the rows that are left over."""

    name = "stretch"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        is_split = isinstance(parent, Column) and parent.is_split
        count = max(1, min(size.width // PANEL_WIDTH, len(children))) if is_split else 1
        width = size.width // count
        columns: list[list[WidgetPlacement]] = [[] for _ in range(count)]
        for placement in super().arrange(parent, children, Size(width, size.height), greedy):
            column = min(columns, key=_bottom)
            x, y = columns.index(column) * width, _bottom(column)
            column.append(placement._replace(region=placement.region.at_offset((x, y))))
        height = parent.styles.height
        is_measured = height is None or height.is_auto
        if not is_measured:
            for column in columns:
                spare = size.height - _bottom(column)
                if column and spare > 0:
                    column[-1] = column[-1]._replace(region=column[-1].region.grow((0, 0, spare, 0)))
        return [placement for column in columns for placement in column]


def _bottom(column: list[WidgetPlacement]) -> int:
    return column[-1].region.bottom if column else 0


class Column(Vertical):
    """A column of panels: as high as its window and scrolled apart in wide windows, else a part of the page.

    With `is_split` the panels stand beside each other where it is wide enough.
    """

    def __init__(self, *children: Widget, id: str, is_split: bool = False) -> None:
        super().__init__(*children, id=id, classes="column")
        self.is_split = is_split
        self._stretch_layout = StretchLayout()

    @property
    def layout(self) -> Layout:
        """Its own layout: Textual takes only its own ones from a style."""
        return self._stretch_layout


class Panel(Vertical):
    """A titled frame around widgets; in a narrow window the frame and its title are left out."""

    def __init__(self, title: str, *children: Widget, id: str, classes: str = "") -> None:
        super().__init__(*children, id=id, classes=classes)
        self.say_title(title)

    def say_title(self, title: str) -> None:
        """Change the title."""
        self.border_title = styled(title) if title else None

    def on_click(self) -> None:
        """Give the focus to the list in the panel."""
        focusable = [each for each in self.query("*") if each.focusable]
        if focusable and not self.has_focus_within:
            focusable[0].focus(scroll_visible=False)


class LinkPanel(Panel, can_focus=True):
    """A panel about something that has a page of its own: a click or Enter opens that page."""

    class Opened(Message):
        """The user wants to see the page that the panel is about."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    BINDINGS: ClassVar[list[BindingType]] = textual_bindings((OPEN_PANEL,))
    action: Action | None = None
    """What opens the page."""

    @property
    def focusable(self) -> bool:
        """Only where its frame is drawn, which shows the focus."""
        return super().focusable and self.screen.has_class(ROOMY)

    def on_click(self) -> None:
        """Open the page."""
        self.action_open_panel()

    def action_open_panel(self) -> None:
        """Ask the screen to open the page that this panel is about."""
        if self.action is not None:
            self.post_message(self.Opened(self.action))


class PanelText(HangingText):
    """The text of a small panel, whose bars are as wide as the panel."""

    def __init__(self, panel: InfoPanel) -> None:
        super().__init__(classes="")
        self.panel = panel

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._rows = list(panel_rows(self.panel, width))
        self._wrap_cache = (0, [])
        return super().get_content_height(container, viewport, width)


class InfoBox(LinkPanel):
    """Shows a small panel of the views."""

    def __init__(self, panel: InfoPanel) -> None:
        super().__init__(panel.title, PanelText(panel), id=f"panel-{panel.id}")
        self._panel = panel

    def on_mount(self) -> None:
        """Draw what the panel was made with."""
        self.show(self._panel)

    def show(self, panel: InfoPanel) -> None:
        """Show the same panel with other contents."""
        self._panel, self.action = panel, panel.action
        self.say_title(panel.title)
        self.tooltip = panel.tooltip
        for text in self.query(PanelText):
            text.panel = panel
            text.refresh(layout=True)


def show_info_panels(column: Column, panels: Iterable[InfoPanel], *, before: Widget | None = None) -> None:
    """Show these panels in a column, in their order: those that exist are drawn anew, new ones are added, others are hidden.

    Those that come first stand before the widget `before`, the others after it.
    """
    shown = {f"panel-{panel.id}": panel for panel in panels}
    existing = {each.id: each for each in column.query(InfoBox)}
    for id, widget in existing.items():
        widget.set_class(id not in shown, "gone")
    for id, panel in shown.items():
        if id in existing:
            existing[id].show(panel)
        else:
            column.mount(InfoBox(panel))
    first = [id for id, panel in shown.items() if panel.comes_first and before]
    others = [id for id in shown if id not in first]
    sort_children(column, [*first, *([before.id] if before else []), *others])


def sort_children(parent: Widget, ids: Iterable[str | None]) -> None:
    """Bring the children with these ids into this order; nothing is moved if they are in it already."""
    by_id = {each.id: each for each in parent.children}
    wanted = [by_id[id] for id in ids]
    if [each for each in parent.children if each in wanted] == wanted:
        return
    for upper, lower in pairwise(wanted):
        parent.move_child(lower, after=upper)


def fitting_panels(panels: Iterable[InfoPanel], width: int, height: int, taken: int = 0) -> list[InfoPanel]:
    """Return the panels for a room of this size, of which something is taken already, so that none is cut.

    Those that come first are always shown; of the others, extra ones only in what room is left. In a wide room several
    stand beside each other, as `StretchLayout` arranges them.
    """
    panels, count = list(panels), max(1, width // PANEL_WIDTH)
    heights = {panel.id: panel_height(panel, width // count) for panel in panels}

    def is_cut(ids: set[str]) -> bool:
        bottoms = [taken, *[0] * (count - 1)]
        for panel in panels:
            if panel.id in ids:
                bottoms[bottoms.index(min(bottoms))] += heights[panel.id]
        return max(bottoms) > height

    shown = {panel.id for panel in panels if panel.comes_first}
    for panel in sorted(panels, key=lambda each: each.is_extra):
        if not is_cut(shown | {panel.id}):
            shown.add(panel.id)
    return [panel for panel in panels if panel.id in shown]


def panel_height(panel: InfoPanel, width: int) -> int:
    """Return the height of a small panel of this width, with its frame."""
    inner = max(1, width - FRAME_COLUMNS)
    return FRAME_ROWS + sum(len(wrap_hanging(row, inner)) for row in panel_rows(panel, inner))


def stage_lines(stages: Iterable[RequestStage], width: int) -> list[Content]:
    """Draw the stages of an objection beside each other: "✓ sent 30 Nov 2026 ── ○ answer due 30 Dec 2026".

    What has no room in the width begins a new line, so that no stage is split.
    """
    lines: list[Content] = []
    for text, tone in stages:
        sign, style = STAGE_SIGNS[tone]
        stage = styled(f"{sign}{text}", style)
        joined = concat(*lines[-1:], stage, by=STAGE_LINE)
        if lines and joined.cell_length <= width:
            lines[-1] = joined
        else:
            lines.append(stage)
    return lines


class StagesText(HangingText):
    """The stages of an objection, in as many lines as the width needs."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._stages: tuple[RequestStage, ...] = ()

    def show(self, stages: Iterable[RequestStage]) -> None:
        """Show these stages; without any the widget takes no room."""
        self._stages = tuple(stages)
        self.say([hanging_row(line) for line in stage_lines(self._stages, self.content_size.width)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._rows = [hanging_row(line) for line in stage_lines(self._stages, width)]
        self._wrap_cache = (0, [])
        return super().get_content_height(container, viewport, width)


def _stage_rows(block: StageLine, width: int) -> Iterator[Row]:
    """Yield the stages after the name of the request, or below it if one of them, or a long name, leaves too little room."""
    lead = f"{block.label:<{LONGEST_LABEL}}  "
    lines = stage_lines(block.stages, width - len(lead))
    is_split = any(len(lead) + line.cell_length > width for line in lines)
    if is_split or (len(block.label) > LONGEST_LABEL and len(lines) > 1):
        yield hanging_row(block.label)
        lead = "  "
        lines = stage_lines(block.stages, width - len(lead))
    for line in lines:
        yield hanging_row(line, lead)
        lead = " " * len(lead)


def panel_rows(panel: InfoPanel, width: int) -> Iterator[Row]:
    """Yield the rows of a small panel; its bars are as wide as the panel allows."""
    bars = [block for block in panel.blocks if isinstance(block, ProgressText)]
    name_width = max((len(each.text) for each in bars), default=0)
    for block in panel.blocks:
        if isinstance(block, StageLine):
            yield from _stage_rows(block, width)
        elif isinstance(block, ProgressText) and not block.text:
            yield hanging_row(progress_bar(block.share, width))
        elif isinstance(block, ProgressText):
            percent_width = len(f" {format_percent(100)}")
            percent = f"{format_percent(round(block.share * 100)):>{percent_width}}"
            bar = progress_bar(block.share, max(1, width - name_width - 2 - percent_width), LINES)
            yield hanging_row(concat(bar, styled(percent, QUIET)), f"{block.text:<{name_width}}  ")
        else:
            yield from block_rows((block,))
