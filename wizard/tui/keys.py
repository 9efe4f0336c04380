"""Declarations of all shared keys; key bar, help and search read the same declarations."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its action, its label in the key bar and a sentence for the help.

    `display` is the key as shown to the user. `in_bar` is False if the key bar leaves the key out.
    `records` is True if the key can record something: repeated within a moment, it is ignored.
    """

    key: str
    action: str
    label: str
    help: str
    display: str = ""
    in_bar: bool = True
    priority: bool = False
    records: bool = False

    @property
    def name(self) -> str:
        """The key as shown to the user."""
        return self.display or self.key.split(",")[0]


FIND = "Find any step, letter, text or setting; ctrl+p while you type."
SAVED = "Leave. You are asked first about anything that is not saved."
HELP = Key("question_mark,f1", "help", "help", "Say what this is for and which keys it knows; f1 while you type.", "?")
FIND_KEY = Key("slash", "search", "find", FIND, "/", in_bar=False)
GLOBAL = (
    HELP,
    FIND_KEY,
    Key("ctrl+p", "search", "search", FIND, in_bar=False, priority=True),
    Key("tab", "focus_next", "on", "Go on to the next list or field; with shift, back.", in_bar=False),
    Key(
        "ctrl+t",
        "turn_theme",
        "colours",
        "Turn through the colours: dark, light, high contrast, the terminal's own.",
        in_bar=False,
    ),
    Key("ctrl+z", "pause", "pause", "Go back to the shell for a while; the command fg brings you here again.", in_bar=False),
    Key("ctrl+q", "leave", "leave", SAVED, in_bar=False, priority=True),
    Key(
        "ctrl+c",
        "interrupt",
        "leave",
        "Copy what the mouse selected; with nothing selected leave.",
        in_bar=False,
        priority=True,
    ),
)
LEAVE = Key("q", "app.leave", "leave", SAVED)
UNDO = Key("u", "app.undo", "undo", "Take back the last thing you recorded.", records=True)
BACK = Key("escape,b,left", "back", "back", "Go back.", "esc")


def textual_bindings(keys: Iterable[Key]) -> list[BindingType]:
    """Convert the keys to Textual bindings."""
    return [
        Binding(key.key, key.action, key.label, tooltip=key.help, key_display=key.name, priority=key.priority, show=key.in_bar)
        for key in keys
    ]
