"""Lines whose lead (a number, a sign, a key) stands in the margin while the text wraps beside it."""

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from wizard.core.prose import blocks

from .prose import ACCENT, lines, marked_up, said

LEAST = 12
Row = tuple[Content, Content]


class Hanging(Static):
    """Rows of lead and text; wrapped lines of the text stay in its column."""

    def __init__(self, rows: Iterable[Row] = (), *, id: str | None = None, classes: str = "text") -> None:
        super().__init__(id=id, classes=classes)
        self._rows = list(rows)

    def say(self, rows: Iterable[Row]) -> None:
        """Show other rows; without any the widget takes no room."""
        self._rows = list(rows)
        self.set_class(not self._rows, "gone")
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._wrapped(width))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return max((lead.cell_length + text.cell_length for lead, text in self._rows), default=0)

    def render(self) -> Content:
        return lines(self._wrapped(self.content_size.width))

    def _wrapped(self, width: int) -> list[Content]:
        found: list[Content] = []
        for lead, text in self._rows:
            margin = said(" " * lead.cell_length)
            pieces = text.wrap(max(LEAST, width - lead.cell_length)) or [said("")]
            found += [Content.assemble(margin if number else lead, piece) for number, piece in enumerate(pieces)]
        return found


def row(text: Content | str, lead: Content | str = "") -> Row:
    """A row from texts or contents."""
    return (lead if isinstance(lead, Content) else said(lead)), (text if isinstance(text, Content) else said(text))


def passage(text: str) -> list[Row]:
    """Paragraphs and numbered taps; the numbers stand out in the margin."""
    return [row(marked_up(words), said(f"{number:>2}  ", ACCENT) if number else "") for number, words in blocks(text)]
