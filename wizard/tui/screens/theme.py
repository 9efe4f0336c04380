"""Choose the colours; each theme is shown while it is under the cursor."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.i18n import _
from wizard.tui import themes
from wizard.tui.keys import Key
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled
from wizard.views import key_texts
from wizard.views.colours import THEME_HELP, THEME_QUESTION, theme_label

from .dialog import CLOSE, Dialog


class ThemeDialog(Dialog):
    """The themes of the program, then those of Textual."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", key_texts.KEEP_THEME), CLOSE)

    @property
    def purpose(self) -> str:
        """What the dialog is for."""
        return _(THEME_HELP)

    def _body_widgets(self) -> list[Widget]:
        return [Static(styled(_(THEME_QUESTION)), classes="big"), ItemList("themes")]

    def on_mount(self) -> None:
        """List the themes; the cursor is on the present one."""
        self._before = self.app.theme
        names = (*themes.BY_NAME, *themes.OTHER_NAMES)
        found = self.query_one(ItemList)
        found.show(Option(styled(theme_label(name)), id=name) for name in names)
        found.highlighted = names.index(self._before) if self._before in names else 0
        found.focus()

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id and event.option_id != self.app.theme and self.is_current:
            self._show(event.option_id)

    def _show(self, name: str) -> None:
        self.app.register_theme(themes.readable_theme(name))
        self.app.theme = name

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._show(event.option_id or self._before)
        if self.leave():
            self.wizard_app.store_theme()

    def action_close(self) -> None:
        """Show the theme from before again."""
        self._show(self._before)
        super().action_close()
