"""What stands above and below every screen: a title line and the key bar."""

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
    """Where one is, and at the right how far one is."""

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


def shorten_title(text: str, room: int) -> str:
    """The text in this room: without its last parts, without a second name in brackets, and at the worst cut off."""
    parts = text.split(PART)
    shorter = [PART.join(parts[:number]) for number in range(len(parts), 0, -1)]
    shorter += [_SECOND_NAME.sub("", each) for each in shorter]
    whole = next((each for each in shorter if styled(each).cell_length <= room), None)
    if whole is not None:
        return whole
    return styled(shorter[-1]).truncate(max(0, room - 1)).plain.rstrip(" ,(-") + "…" if room > 0 else ""


class StatusLine(Static):
    """One quiet line for what has just happened; while there is nothing to say it takes no room, unless that is `kept` free."""

    def __init__(self, *, old_news: bool, kept: bool) -> None:
        super().__init__(id="say", classes="" if kept else "gone")
        self._old_news = old_news
        self._kept = kept

    def on_mount(self) -> None:
        """Say what the app has to say, on whichever screen one is."""
        self.watch(self.app, "status_text", self._say, init=self._old_news)

    def _say(self, text: str) -> None:
        self.update(styled(text))
        self.set_class(not text and not self._kept, "gone")


class WizardFooter(Vertical):
    """The say line above the key bar; `old_news` is whether what was said on the screen before is said again.

    A page on top of another one does not know that: its line is always there, so that nothing moves when it speaks.
    """

    def __init__(self, keys: Iterable[Key], *, old_news: bool = True) -> None:
        super().__init__(id="foot")
        self._keys = keys
        self._old_news = old_news

    def compose(self) -> ComposeResult:
        with Vertical(id="news"):
            yield StatusLine(old_news=self._old_news, kept=not self._old_news)
        with Vertical(id="bar"):
            yield KeyBar(self._keys)


class KeyBar(Static):
    """The keys that matter here, at most six; a key and its word are never parted where the bar must wrap.

    A click on a word is as good as the key.
    """

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__(id="keys")
        self._keys = tuple(keys)
        self._typing = False
        self._words = key_labels(self._keys)

    def on_mount(self) -> None:
        """Follow the focus: where one types, the question mark is text."""
        self.watch(self.screen, "focused", self._turn)

    def say(self, keys: Iterable[Key]) -> None:
        """Show other keys."""
        self._keys = tuple(keys)
        self._renew()

    def _turn(self) -> None:
        typing = hasattr(self.screen.focused, "cursor_blink")
        if typing != self._typing:
            self._typing = typing
            self._renew()

    def _renew(self) -> None:
        words = key_labels(self._keys, typing=self._typing)
        if words != self._words:
            self._words = words
            self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse."""
        key = event.style.meta.get(CLICK_KEYS)
        if isinstance(key, str):
            self.app.simulate_key(key)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._packed(width))

    def render(self) -> Content:
        return stack_lines(self._packed(self.content_size.width))

    def _packed(self, width: int) -> list[Content]:
        found: list[Content] = []
        for word in self._words:
            if found and found[-1].cell_length + len(GAP) + word.cell_length <= width:
                found[-1] = concat(found[-1], word, by=GAP)
            else:
                found.append(word)
        return found or [styled("")]


def key_labels(keys: Iterable[Key], *, typing: bool = False) -> list[Content]:
    """The keys that are shown, each with its word: "enter next". The last place is for the help."""
    return [
        concat(styled(key.name, ACCENT), styled(f" {key.label}", QUIET)).stylize(
            Style.from_meta({CLICK_KEYS: key.key.split(",")[0]})
        )
        for key in select_bar_keys(tuple(keys), typing=typing)
    ]


def select_bar_keys(keys: tuple[Key, ...], *, typing: bool) -> list[Key]:
    """The keys for a bar. Where they are too many, what is known well gives way, or else the last; never the way back."""
    shown = [key for key in keys if key.in_bar and key.action not in HELP_KEYS]
    if any("question_mark" in key.key.split(",") for key in shown):
        return shown[:MOST_KEYS]
    while len(shown) >= MOST_KEYS:
        spare = [key for key in shown if key.action not in LEADS_BACK]
        shown.remove(next((key for action in WELL_KNOWN for key in spare if key.action == action), spare[-1]))
    return [*shown, replace(HELP, key="f1", display="f1") if typing else HELP]
