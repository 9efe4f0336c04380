"""Declarations of all shared keys; key bar, help and search read the same declarations."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

from wizard.views import key_texts
from wizard.views.key_texts import KeyText, key_name


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its action and its texts: a label in the key bar and a sentence for the help.

    `display` is the key as shown to the user. `in_bar` is False if the key bar leaves the key out.
    `records` is True if the key can record something: repeated within a moment, it is ignored.
    """

    key: str
    action: str
    text: KeyText
    display: str = ""
    in_bar: bool = True
    priority: bool = False
    records: bool = False

    @property
    def name(self) -> str:
        """The key as shown to the user."""
        return key_name(self.display or self.key.split(",")[0])

    @property
    def label(self) -> str:
        """The label in the key bar; "" if bar and help leave the key out."""
        return self.text.label

    @property
    def help(self) -> str:
        """The sentence in the help."""
        return self.text.help


HELP = Key("question_mark,f1", "help", key_texts.HELP, "?")
FIND_KEY = Key("slash", "search", key_texts.FIND, "/", in_bar=False)
GLOBAL = (
    HELP,
    FIND_KEY,
    Key("ctrl+p", "search", key_texts.SEARCH, in_bar=False, priority=True),
    Key("tab", "focus_next", key_texts.NEXT_PART, in_bar=False),
    Key(
        "ctrl+t",
        "turn_theme",
        key_texts.COLOURS,
        in_bar=False,
    ),
    Key("ctrl+z", "pause", key_texts.PAUSE, in_bar=False),
    Key("ctrl+q", "leave", key_texts.LEAVE, in_bar=False, priority=True),
    Key(
        "ctrl+c",
        "interrupt",
        key_texts.INTERRUPT,
        in_bar=False,
        priority=True,
    ),
)
LEAVE = Key("q", "app.leave", key_texts.LEAVE)
QUIET_LEAVE = replace(LEAVE, in_bar=False)
"""For pages from which one rarely leaves the program; the bar names it where there is room."""
UNDO = Key("u", "app.undo", key_texts.UNDO, records=True)
BACK = Key("escape,b,left", "back", key_texts.BACK, "esc")

LEADS_BACK = ("back", "close")
"""The actions that leave a page or dialog."""


def textual_bindings(keys: Iterable[Key]) -> list[BindingType]:
    """Convert the keys to Textual bindings."""
    return [
        Binding(key.key, key.action, key.label, tooltip=key.help, key_display=key.name, priority=key.priority, show=key.in_bar)
        for key in keys
    ]
