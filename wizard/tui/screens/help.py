"""Help: what the screen below is for, and its live keys."""

from typing import ClassVar

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from wizard.tui.keys import GLOBAL, Key
from wizard.tui.widgets.hanging import Hanging, Row, row
from wizard.tui.widgets.prose import ACCENT, said

from .dialog import CLOSE, Dialog


class HelpDialog(Dialog):
    """Made from the keys that the screen declares, so it cannot fall out of step."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("escape,question_mark,enter,f10", "close", "close", CLOSE.help, "esc"),)

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self._purpose = getattr(screen, "PURPOSE", "")
        self._keys: tuple[Key, ...] = tuple(key for key in getattr(screen, "live_keys", ()) if key.label)

    def _parts(self) -> list[Widget]:
        return [
            Static("Help", classes="big"),
            Static(said(self._purpose), classes="text"),
            Hanging(_row(key) for key in self._keys),
            Static("Everywhere", classes="big"),
            Hanging(_row(key) for key in GLOBAL),
        ]


def _row(key: Key) -> Row:
    return row(key.help, said(f"{key.name:<10}", ACCENT))
