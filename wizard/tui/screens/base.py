"""The base of all screens: the frame, and redrawing when the snapshot changes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Size
from textual.widget import Widget

from wizard.core.snapshot import Snapshot
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.keys import Key, textual_bindings
from wizard.tui.lazy_screens import PAGES
from wizard.tui.widgets.frame import ROOMY, TitleLine, WizardFooter
from wizard.tui.widgets.option_lists import PointerList
from wizard.views import key_texts

if TYPE_CHECKING:
    from wizard.tui.app import WizardApp

WITH_SIDE, THREE_COLUMNS = "-side", "-three"
WIDE_WINDOWS = ((100, ROOMY), (120, WITH_SIDE), (160, THREE_COLUMNS))
"""From which width on a screen has which class, if it is at least ROOMY_HEIGHT high."""
ROOMY_HEIGHT = 20
SCROLLING = (
    Key("pageup", "scroll_body(-1)", key_texts.PAGE_UP, "page ↑↓", in_bar=False),
    Key("pagedown", "scroll_body(1)", key_texts.PAGE_DOWN, "page ↑↓", in_bar=False),
)


def window_classes(size: Size) -> frozenset[str]:
    """Return the classes that a screen has in a window of this size."""
    return frozenset(name for width, name in WIDE_WINDOWS if size.width >= width and size.height >= ROOMY_HEIGHT)


class WizardScreen(GuardedScreen):
    """A screen that shows something of the snapshot; the help says with `PURPOSE` (of `views.help_texts`) what it is for.

    The arrow keys move in its list. If `LIST_FIRST` is False they scroll the text, and tab leads to the list.
    """

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide"), (96, "-very-wide")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (24, "-tall"), (32, "-high")]  # noqa: RUF012 - declared so by Textual
    AUTO_FOCUS = ""
    LIST_FIRST: ClassVar[bool] = True
    HAS_SIDE: ClassVar[bool] = False
    """Whether a wide window shows beside the page where the user stands: dates, objections, progress."""
    BINDINGS: ClassVar[list[BindingType]] = textual_bindings(SCROLLING)
    _changed_below = False

    def __init_subclass__(cls) -> None:
        """Turn the declared keys into Textual bindings."""
        cls.BINDINGS = textual_bindings(cls.KEYS)
        super().__init_subclass__()

    def compose(self) -> ComposeResult:
        yield TitleLine()
        with Horizontal(id="page"):
            with VerticalScroll(id="body", can_focus=False):
                yield from self._body_widgets()
            yield from self._side_widgets()
        yield WizardFooter(self.KEYS)

    def _body_widgets(self) -> "list[Widget]":
        """Return the widgets between title line and key bar."""
        raise NotImplementedError

    def _side_widgets(self) -> "list[Widget]":
        """Return the widgets beside the page, if the window has room for them from the beginning."""
        return []

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the snapshot; called again whenever it changes."""
        raise NotImplementedError

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Focus a widget; for a list, scroll to its highlight instead of its middle."""
        is_list = scroll_visible and isinstance(widget, PointerList)
        super().set_focus(widget, scroll_visible and not is_list, from_app_focus)
        if is_list and isinstance(widget, PointerList):
            widget.reveal_highlight()

    def on_screen_resume(self) -> None:
        """Show the highlight again if the snapshot changed while another screen was on top."""
        self.wizard_app.page_shown(self)
        if self._changed_below:
            self._changed_below = False
            self.call_after_refresh(self._reveal_highlight)

    def size_classes(self, size: Size) -> Iterable[str]:
        """Return the classes of the screen in a window of this size."""
        return *super().size_classes(size), *window_classes(size)

    def on_mount(self) -> None:
        """Draw the snapshot now and whenever it changes."""
        self._fit_window(self.app.size)
        lists = self.query(PointerList)
        if lists and self.LIST_FIRST:
            lists.first().focus(scroll_visible=False)
        self.watch(self.app, "snapshot", self._snapshot_changed)

    def on_resize(self) -> None:
        """Show more in a larger window."""
        self._fit_window(self.size)

    def _fit_window(self, size: Size) -> None:
        shown = window_classes(size)
        self.update_classes({name: name in shown for _width, name in WIDE_WINDOWS}, animate=False)
        if self.HAS_SIDE and self.has_class(WITH_SIDE):
            self._show_side()

    def _show_side(self) -> None:
        """Show beside the page what `HAS_SIDE` promises."""

    def _snapshot_changed(self, snapshot: Snapshot) -> None:
        if self not in self.app.screen_stack:
            return
        with self.app.batch_update():
            self._show_snapshot(snapshot)
            if self.HAS_SIDE and self.has_class(WITH_SIDE):
                self._show_side()
        self._changed_below = not self.is_current
        self.call_after_refresh(self._reveal_highlight)

    def _reveal_highlight(self) -> None:
        if isinstance(self.focused, PointerList):
            self.focused.reveal_highlight()

    @property
    def wizard_app(self) -> "WizardApp":
        """The app with its own type."""
        from wizard.tui.app import WizardApp

        assert isinstance(self.app, WizardApp)  # noqa: S101 - there is no other app here
        return self.app

    @property
    def title_line(self) -> TitleLine:
        """The line at the top."""
        return self.query_one(TitleLine)

    def on_title_line_opened(self, event: TitleLine.Opened) -> None:
        """Open the page that a part of the title line is about."""
        self.wizard_app.open_screen(PAGES[event.page])

    def action_scroll_body(self, pages: int) -> None:
        """Scroll the text, or in a wide window the column that has the focus, by a page."""
        body: Widget = self.query_one("#body", VerticalScroll)
        if self.focused:
            body = next(
                (each for each in self.focused.ancestors_with_self if isinstance(each, Widget) and each.max_scroll_y), body
            )
        body.scroll_relative(y=pages * max(1, body.size.height - 2), animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.go_back()
