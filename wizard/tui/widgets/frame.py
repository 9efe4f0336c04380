"""The frame of every screen: the title line above, the status line and the key bar below."""

import re
from collections.abc import Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.style import Style
from textual.widgets import Static

from wizard.tui.keys import HELP, Key

from .styled_text import ACCENT, QUIET, concat, stack_lines, styled

MOST_KEYS = 6
HELP_KEYS = ("help", "app.help")
LEADS_BACK = ("back", "close")
WELL_KNOWN = ("app.leave", "app.undo", "choose")
CLICK_KEYS = "presses"
GAP = "   "
TITLE_GAP = 2
PART = " · "
_SECOND_NAME = re.compile(r" \([^)]*\)")


class TitleLine(Static):
    """The title of the page at the left, progress or context at the right."""

    def __init__(self, left: str, right: str = "") -> None:
        super().__init__()
        self._left, self._right = left, right

    def say(self, left: str, right: str = "") -> None:
        """Change both sides."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        right = styled(shorten_title(self._right, width), QUIET)
        left = styled(shorten_title(self._left, width - right.cell_length - (TITLE_GAP if right else 0)), QUIET)
        return concat(left, " " * (width - left.cell_length - right.cell_length), right)


def shorten_title(text: str, width: int) -> str:
    """Shorten a title to this width: drop its last parts, then names in brackets, and at last cut it off."""
    title_parts = text.split(PART)
    candidates = [PART.join(title_parts[:count]) for count in range(len(title_parts), 0, -1)]
    candidates += [_SECOND_NAME.sub("", each) for each in candidates]
    fitting = next((each for each in candidates if styled(each).cell_length <= width), None)
    if fitting is not None:
        return fitting
    return styled(candidates[-1]).truncate(max(0, width - 1)).plain.rstrip(" ,(-") + "…" if width > 0 else ""


class StatusLine(Static):
    """One line for what has just happened; without text it is hidden, unless `keeps_room` is set."""

    def __init__(self, *, shows_previous: bool, keeps_room: bool) -> None:
        super().__init__(id="say", classes="" if keeps_room else "gone")
        self._shows_previous = shows_previous
        self._keeps_room = keeps_room

    def on_mount(self) -> None:
        """Show the status text of the app, whichever screen is on top."""
        self.watch(self.app, "status_text", self._show_text, init=self._shows_previous)

    def _show_text(self, text: str) -> None:
        self.update(styled(text))
        self.set_class(not text and not self._keeps_room, "gone")


class WizardFooter(Vertical):
    """The status line above the key bar; `shows_previous` repeats the text of the screen below.

    A dialog does not repeat it. Its status line always keeps its room, so that nothing moves when a text appears.
    """

    def __init__(self, keys: Iterable[Key], *, shows_previous: bool = True) -> None:
        super().__init__(id="foot")
        self._keys = keys
        self._shows_previous = shows_previous

    def compose(self) -> ComposeResult:
        with Vertical(id="news"):
            yield StatusLine(shows_previous=self._shows_previous, keeps_room=not self._shows_previous)
        with Vertical(id="bar"):
            yield KeyBar(self._keys)


class KeyBar(Static):
    """At most MOST_KEYS keys with their labels; where the bar wraps, a key and its label stay together.

    A click on a label works like the key.
    """

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__(id="keys")
        self._keys = tuple(keys)
        self._typing = False
        self._labels = key_labels(self._keys)

    def on_mount(self) -> None:
        """Follow the focus: in a text field the question mark is text, so help is on F1."""
        self.watch(self.screen, "focused", self._focus_changed)

    def say(self, keys: Iterable[Key]) -> None:
        """Show other keys."""
        self._keys = tuple(keys)
        self._refresh_labels()

    def _focus_changed(self) -> None:
        typing = hasattr(self.screen.focused, "cursor_blink")
        if typing != self._typing:
            self._typing = typing
            self._refresh_labels()

    def _refresh_labels(self) -> None:
        labels = key_labels(self._keys, typing=self._typing)
        if labels != self._labels:
            self._labels = labels
            self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse."""
        key = event.style.meta.get(CLICK_KEYS)
        if isinstance(key, str):
            self.app.simulate_key(key)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._wrap_labels(width))

    def render(self) -> Content:
        return stack_lines(self._wrap_labels(self.content_size.width))

    def _wrap_labels(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for label in self._labels:
            if lines and lines[-1].cell_length + len(GAP) + label.cell_length <= width:
                lines[-1] = concat(lines[-1], label, by=GAP)
            else:
                lines.append(label)
        return lines or [styled("")]


def key_labels(keys: Iterable[Key], *, typing: bool = False) -> list[Content]:
    """Return the keys of the bar with their labels ("enter next"); the last one is help."""
    return [
        concat(styled(key.name, ACCENT), styled(f" {key.label}", QUIET)).stylize(
            Style.from_meta({CLICK_KEYS: key.key.split(",")[0]})
        )
        for key in select_bar_keys(tuple(keys), typing=typing)
    ]


def select_bar_keys(keys: tuple[Key, ...], *, typing: bool) -> list[Key]:
    """Select the keys for the bar. If they are too many, drop well-known ones first, then the last ones.

    The key that leads back is never dropped.
    """
    shown = [key for key in keys if key.in_bar and key.action not in HELP_KEYS]
    if any("question_mark" in key.key.split(",") for key in shown):
        return shown[:MOST_KEYS]
    while len(shown) >= MOST_KEYS:
        removable = [key for key in shown if key.action not in LEADS_BACK]
        shown.remove(next((key for action in WELL_KNOWN for key in removable if key.action == action), removable[-1]))
    return [*shown, replace(HELP, key="f1", display="f1") if typing else HELP]
