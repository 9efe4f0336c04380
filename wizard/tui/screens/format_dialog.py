"""The dialog that asks in which format something is saved, before it asks for the path."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.i18n import _
from wizard.tui.keys import Key
from wizard.tui.page_content import label_option
from wizard.tui.widgets.option_lists import ItemList
from wizard.views import key_texts

from .dialog import CLOSE, Dialog


class FormatDialog(Dialog):
    """Asks for a format, then for the path; `make` makes the document from the extension of its file."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", key_texts.TAKE_FORMAT), CLOSE)

    def __init__(self, title: str, formats: Mapping[str, str], stem: str, purpose: str, make: Callable[[str], str]) -> None:
        """Offer `formats`, labels by extension, for a file that is called `stem`. `purpose` is for the help."""
        super().__init__()
        self._title, self._formats, self._stem, self._purpose, self._make = title, formats, stem, purpose, make

    @property
    def purpose(self) -> str:
        """What is saved, as the help says it."""
        return _(self._purpose)

    def _body_widgets(self) -> list[Widget]:
        return [Static(_(self._title), classes="big"), ItemList("formats")]

    def on_mount(self) -> None:
        """List the formats."""
        self.query_one(ItemList).show(label_option(_(label), id) for id, label in self._formats.items())

    @on(OptionList.OptionSelected)
    def _format_chosen(self, event: OptionList.OptionSelected) -> None:
        from .dialogs import SaveDialog

        extension = event.option_id or next(iter(self._formats))
        self.leave(SaveDialog(f"{self._stem}.{extension}", partial(self._make, extension)))
