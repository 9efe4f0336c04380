"""The base of the screens that show in a wide window, beside their page, where the user stands."""

from typing import TYPE_CHECKING

from wizard.tui.perform import perform_action

from .base import WizardScreen

if TYPE_CHECKING:  # a narrow window does without them
    from wizard.tui.widgets.panels import LinkPanel
    from wizard.views.info_panels import InfoPanel


class SideScreen(WizardScreen):
    """A screen with panels at its side; all that they say is on other pages too."""

    HAS_SIDE = True

    def _side_panels(self) -> "tuple[InfoPanel, ...]":
        """Return the panels for the present snapshot."""
        from wizard.views.info_panels import info_panels

        return tuple(info_panels(self.wizard_app.snapshot, self.wizard_app.session.events))

    def _show_side(self) -> None:
        from wizard.tui.widgets.panels import Column, show_info_panels

        panels = self._side_panels()
        column = next(iter(self.query("#side").results(Column)), None)
        if column is None and panels:
            column = Column(id="side")
            self.query_one("#page").mount(column)
        if column is not None:
            column.set_class(not panels, "gone")
            show_info_panels(column, panels)

    def on_link_panel_opened(self, event: "LinkPanel.Opened") -> None:
        """Open the page that a panel is about."""
        perform_action(self, event.action)
