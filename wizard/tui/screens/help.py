"""Help: what the screen below is for, and its active keys."""

from collections.abc import Iterable
from typing import ClassVar

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from wizard.i18n import _
from wizard.tui.keys import GLOBAL, Key
from wizard.tui.widgets.frame import HELP_KEYS
from wizard.tui.widgets.hanging_text import HangingText, Row, hanging_row
from wizard.tui.widgets.styled_text import ACCENT, styled
from wizard.views import key_texts

from .dialog import Dialog

LEAST_LEAD = 10


class HelpDialog(Dialog):
    """Lists the keys that the screen declares, so that help and keys cannot differ."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("escape,question_mark,enter,f10", "close", key_texts.CLOSE, "esc"),)

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self._purpose = getattr(screen, "purpose", "")
        self._keys: tuple[Key, ...] = tuple(key for key in getattr(screen, "ready_keys", ()) if key.label)

    def _body_widgets(self) -> list[Widget]:
        own = [key for key in self._keys if key.action not in HELP_KEYS]
        own_names, own_helps = {key for each in own for key in each.key.split(",")}, {key.help for key in own}
        global_keys = [key for key in GLOBAL if not own_names.issuperset(key.key.split(","))]
        return [
            Static(_("Help"), classes="big"),
            Static(styled(self._purpose), classes="text"),
            HangingText(key_rows([*own, *(key for key in global_keys if key.help in own_helps)])),
            Static(_("Everywhere"), classes="big"),
            HangingText(key_rows(key for key in global_keys if key.help not in own_helps)),
        ]


def key_rows(keys: Iterable[Key]) -> list[Row]:
    """Return one row for each action of the keys; keys with the same action share a row."""
    names: dict[str, list[str]] = {}
    for key in keys:
        key_names = names.setdefault(key.help, [])
        key_names += [key.name] if key.name not in key_names else []
    leads = {help: ", ".join(joined) for help, joined in names.items()}
    width = max((len(lead) for lead in leads.values()), default=0)
    return [hanging_row(help, styled(f"{lead:<{max(width, LEAST_LEAD)}}  ", ACCENT)) for help, lead in leads.items()]
