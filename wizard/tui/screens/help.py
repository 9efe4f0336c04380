"""Help: what the screen below is for, and its live keys."""

from collections.abc import Iterable
from typing import ClassVar

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from wizard.tui.keys import GLOBAL, Key
from wizard.tui.widgets.frame import HELP_KEYS
from wizard.tui.widgets.hanging_text import HangingText, Row, hanging_row
from wizard.tui.widgets.styled_text import ACCENT, styled

from .dialog import CLOSE, Dialog

LEAST_LEAD = 10


class HelpDialog(Dialog):
    """Made from the keys that the screen declares, so it cannot fall out of step."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("escape,question_mark,enter,f10", "close", "close", CLOSE.help, "esc"),)

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self._purpose = getattr(screen, "PURPOSE", "")
        self._keys: tuple[Key, ...] = tuple(key for key in getattr(screen, "ready_keys", ()) if key.label)

    def _body_widgets(self) -> list[Widget]:
        own = [key for key in self._keys if key.action not in HELP_KEYS]
        known, told = {key for each in own for key in each.key.split(",")}, {key.help for key in own}
        elsewhere = [key for key in GLOBAL if not known.issuperset(key.key.split(","))]
        return [
            Static("Help", classes="big"),
            Static(styled(self._purpose), classes="text"),
            HangingText(key_rows([*own, *(key for key in elsewhere if key.help in told)])),
            Static("Everywhere", classes="big"),
            HangingText(key_rows(key for key in elsewhere if key.help not in told)),
        ]


def key_rows(keys: Iterable[Key]) -> list[Row]:
    """A row for each thing that keys do here; two keys for the same share one."""
    names: dict[str, list[str]] = {}
    for key in keys:
        named = names.setdefault(key.help, [])
        named += [key.name] if key.name not in named else []
    leads = {help: ", ".join(found) for help, found in names.items()}
    room = max((len(lead) for lead in leads.values()), default=0)
    return [hanging_row(help, styled(f"{lead:<{max(room, LEAST_LEAD)}}  ", ACCENT)) for help, lead in leads.items()]
