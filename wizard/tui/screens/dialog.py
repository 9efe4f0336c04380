"""The base of all dialogs, which ask for or show one thing on top of another screen."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.keys import Key, textual_bindings
from wizard.tui.widgets.frame import WizardFooter
from wizard.tui.widgets.option_lists import PointerList
from wizard.views import key_texts

if TYPE_CHECKING:
    from wizard.tui.app import WizardApp

CLOSE = Key("escape,f10", "close", key_texts.CLOSE, "esc")
HIDDEN = (
    Key("up", "scroll_dialog(-1)", key_texts.SCROLL_UP, in_bar=False),
    Key("down", "scroll_dialog(1)", key_texts.SCROLL_DOWN, in_bar=False),
    Key("pageup", "scroll_dialog(-8)", key_texts.PAGE_UP, "page ↑↓", in_bar=False),
    Key("pagedown", "scroll_dialog(8)", key_texts.PAGE_DOWN, "page ↑↓", in_bar=False),
    Key("question_mark,f1", "app.help", key_texts.EXPLAIN, in_bar=False),
)
"""Keys of every dialog, used unless the field or list in it takes the key."""


class DialogBody(VerticalScroll):
    """The scrolling body of a dialog; as high as its content in the width that the scroll bar leaves."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Measure without the columns reserved for the scroll bar; Textual includes them."""
        return super().get_content_height(container, viewport, max(1, width - self.scrollbar_size_vertical))


class Dialog(GuardedScreen, ModalScreen[None]):
    """The frame of all dialogs; they act by messages and close once."""

    KEYS: ClassVar[tuple[Key, ...]] = (CLOSE,)
    PURPOSE: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = textual_bindings((CLOSE, *HIDDEN))

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys that have an effect in the current state."""
        return (*self.KEYS, *HIDDEN)

    def __init_subclass__(cls) -> None:
        """Turn the declared keys into Textual bindings."""
        cls.BINDINGS = textual_bindings((*cls.KEYS, *HIDDEN))
        super().__init_subclass__()

    def compose(self) -> ComposeResult:
        widgets = self._body_widgets()
        # A class, because with a `:last-child` in the styles Textual styles every widget of every screen anew when one appears.
        widgets[-1].add_class("last-part")
        with DialogBody(id="dialog", can_focus=False):
            yield from widgets
        yield WizardFooter(self.KEYS, shows_previous=False)

    def _body_widgets(self) -> list[Widget]:
        """Return the widgets of the dialog."""
        raise NotImplementedError

    @property
    def wizard_app(self) -> "WizardApp":
        """The app with its own type."""
        from wizard.tui.app import WizardApp

        assert isinstance(self.app, WizardApp)  # noqa: S101 - there is no other app here
        return self.app

    def on_screen_resume(self) -> None:
        """Scroll to the focused field, in case the window is lower than the dialog."""
        self.call_after_refresh(self._show_field)

    def _show_field(self) -> None:
        if isinstance(self.focused, PointerList):
            self.focused.reveal_highlight()
        elif self.focused:
            self.focused.scroll_visible(animate=False)

    def action_close(self) -> None:
        """Close the dialog."""
        self.leave()

    def accepted(self) -> None:
        """Close once the request was carried out; until then the input must not be lost."""
        self.leave()

    def action_scroll_dialog(self, rows: int) -> None:
        """Scroll by some lines."""
        self.query_one("#dialog").scroll_relative(y=rows, animate=False)
