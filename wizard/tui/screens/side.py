"""The base of the screens that show in a wide window, beside their page, where the user stands."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.widget import Widget

from wizard.i18n import _
from wizard.tui.lazy_screens import PAGES
from wizard.tui.messages import LinkRequested
from wizard.tui.perform import perform_action
from wizard.views.actions import OpenLink, OpenPage

from .base import THREE_COLUMNS, WITH_SIDE, WizardScreen, window_classes

if TYPE_CHECKING:  # a narrow window does without them
    from wizard.tui.widgets.panels import Column, LinkPanel
    from wizard.views.panel import InfoPanel


SIDE_WIDTH, PAGE_WIDTH = 40, 98
"""How wide the panels are beside a page, and in a very wide window the page beside them; as in the style sheet."""
ROWS_FOR_MORE = 32
"""From how many rows on a page shows more below its list."""
FRAME_ROWS, CODE_ROWS = 3, 22
"""What title line, status line and key bar take of the height, and about what a QR code takes."""


def has_room_below(size: Size) -> bool:
    """Return whether a window has room for more below the list of a page, such as a step in full."""
    return WITH_SIDE in window_classes(size) and size.height >= ROWS_FOR_MORE


class SideScreen(WizardScreen):
    """A screen with panels at its side; all that they say is on other pages too."""

    HAS_SIDE = True

    def _side_panels(self) -> "tuple[InfoPanel, ...]":
        """Return the panels for the present snapshot, without those that only lead to the page they stand beside."""
        from wizard.views.info_panels import info_panels

        has_room = THREE_COLUMNS in window_classes(self.app.size)
        panels = info_panels(self.wizard_app.snapshot, self.wizard_app.session.events, has_room=has_room)
        own = [OpenPage(page) for page, name in PAGES.items() if name.endswith(f".{type(self).__name__}")]
        return self._fitting_panels(panel for panel in panels if panel.action not in own)

    def _fitting_panels(self, panels: "Iterable[InfoPanel]") -> "tuple[InfoPanel, ...]":
        """Return the panels that the window has room for beside the page."""
        from wizard.tui.widgets.panels import fitting_panels

        size, has_room = self.app.size, THREE_COLUMNS in window_classes(self.app.size)
        taken = CODE_ROWS if self.main_link and has_room else 0
        return tuple(fitting_panels(panels, size.width - PAGE_WIDTH if has_room else SIDE_WIDTH, size.height - FRAME_ROWS, taken))

    def _side_widgets(self) -> list[Widget]:
        """Return the panels at once if the window is wide, so that they appear with the page."""
        if not self.HAS_SIDE or WITH_SIDE not in window_classes(self.app.size):
            return []
        from wizard.tui.widgets.panels import Column, InfoBox

        boxes: list[Widget] = [InfoBox(panel) for panel in self._side_panels()]
        if self.main_link and THREE_COLUMNS in window_classes(self.app.size):
            boxes.insert(0, self._code_panel(self.main_link))
        return [Column(*boxes, id="side", is_split=True)] if boxes else []

    def _code_panel(self, link: OpenLink) -> "LinkPanel":
        """Return the panel with the QR code of a link."""
        from wizard.tui.widgets.panels import LinkPanel
        from wizard.tui.widgets.qr_code import QrCode
        from wizard.views.link import SCAN

        code = QrCode("code")
        code.show(link.label, link.url)
        panel = LinkPanel(_(SCAN), code, id="code-panel")
        panel.action = link
        return panel

    @property
    def main_link(self) -> OpenLink | None:
        """The link whose QR code stands beside the page."""
        return None

    def action_qr(self) -> None:
        """Show the link of the page as a QR code."""
        if self.main_link:
            self.post_message(LinkRequested(self.main_link.label, self.main_link.url, code=True))
        else:
            from wizard.views.link import NO_LINK

            self.wizard_app.show_status(_(NO_LINK))

    def _show_side(self) -> None:
        from wizard.tui.widgets.panels import Column, show_info_panels

        panels = self._side_panels()
        column = next(iter(self.query("#side").results(Column)), None)
        if column is None and panels:
            column = Column(id="side", is_split=True)
            self.query_one("#page").mount(column)
        self.set_class(bool(panels), "-beside")
        if column is not None:
            column.set_class(not panels, "gone")
            show_info_panels(column, panels)
            self._show_code(column)

    def _show_code(self, column: "Column") -> None:
        """Show the QR code of the main link above the panels, in a window that has room for it."""
        from wizard.tui.widgets.panels import LinkPanel
        from wizard.tui.widgets.qr_code import QrCode

        link = self.main_link if self.has_class(THREE_COLUMNS) else None
        panel = next(iter(column.query("#code-panel").results(LinkPanel)), None)
        if panel is None and link:
            column.mount(self._code_panel(link), before=0 if column.children else None)
        elif panel:
            panel.action = link
            panel.set_class(link is None, "gone")
            for shown in panel.query(QrCode):
                shown.show(link.label if link else "", link.url if link else "")

    def on_link_panel_opened(self, event: "LinkPanel.Opened") -> None:
        """Open the page that a panel is about."""
        perform_action(self, event.action)
