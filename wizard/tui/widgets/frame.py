"""What stands above and below every screen: a title line and the key bar."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.style import Style
from textual.widgets import Static

from wizard.tui.keys import Key

from .prose import ACCENT, QUIET, joined, lines, said

MOST_KEYS = 6
PRESSES = "presses"
GAP = "   "


class TitleLine(Horizontal):
    """Where one is, and at the right how far one is."""

    def __init__(self, left: str, right: str = "") -> None:
        super().__init__()
        self._left = Static(said(left, QUIET), id="title-left")
        self._right = Static(said(right, QUIET), id="title-right")

    def compose(self) -> ComposeResult:
        yield self._left
        yield self._right

    def say(self, left: str, right: str = "") -> None:
        """Change both sides."""
        self._left.update(said(left, QUIET))
        self._right.update(said(right, QUIET))


class SayLine(Static):
    """One quiet line for what has just happened; it takes no room while there is nothing to say."""

    def __init__(self, *, old_news: bool) -> None:
        super().__init__(id="say", classes="gone")
        self._old_news = old_news

    def on_mount(self) -> None:
        """Say what the app has to say, on whichever screen one is."""
        self.watch(self.app, "saying", self._say, init=self._old_news)

    def _say(self, text: str) -> None:
        self.update(said(text))
        self.set_class(not text, "gone")


class Foot(Vertical):
    """The say line above the key bar; `old_news` is whether what was said on the screen before is said again."""

    def __init__(self, keys: Iterable[Key], *, old_news: bool = True) -> None:
        super().__init__(SayLine(old_news=old_news), KeyBar(keys), id="foot")


class KeyBar(Static):
    """The keys that matter here, at most six; a key and its word are never parted where the bar must wrap.

    A click on a word is as good as the key.
    """

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__(id="keys")
        self._words = key_words(keys)

    def say(self, keys: Iterable[Key]) -> None:
        """Show other keys."""
        self._words = key_words(keys)
        self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse."""
        key = event.style.meta.get(PRESSES)
        if isinstance(key, str):
            self.app.simulate_key(key)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._packed(width))

    def render(self) -> Content:
        return lines(self._packed(self.content_size.width))

    def _packed(self, width: int) -> list[Content]:
        found: list[Content] = []
        for word in self._words:
            if found and found[-1].cell_length + len(GAP) + word.cell_length <= width:
                found[-1] = joined(found[-1], word, by=GAP)
            else:
                found.append(word)
        return found or [said("")]


def key_words(keys: Iterable[Key]) -> list[Content]:
    """The keys that are shown, each with its word: "enter next"."""
    return [
        joined(said(key.name, ACCENT), said(f" {key.label}", QUIET)).stylize(Style.from_meta({PRESSES: key.key.split(",")[0]}))
        for key in keys
        if key.shown
    ][:MOST_KEYS]
