"""What stands above and below every screen: a title line and the key bar."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from wizard.tui.keys import Key

from .prose import ACCENT, QUIET, joined, lines, said

MOST_KEYS = 6
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


class KeyBar(Static):
    """The keys that matter here, at most six; a key and its word are never parted where the bar must wrap."""

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__(id="keys")
        self._words = key_words(keys)

    def say(self, keys: Iterable[Key]) -> None:
        """Show other keys."""
        self._words = key_words(keys)
        self.refresh(layout=True)

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
    return [joined(said(key.name, ACCENT), said(f" {key.label}", QUIET)) for key in keys if key.shown][:MOST_KEYS]
