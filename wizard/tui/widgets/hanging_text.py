"""Lines whose lead (a number, a sign, a key) stands in the margin while the text wraps beside it."""

from collections.abc import Iterable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from wizard.core.markup import parse_paragraphs

from .styled_text import ACCENT, SECONDARY, bold_markup, concat, stack_lines, styled

LEAST = 12
GAP = "  "
Row = tuple[Content, Content]


class HangingText(Static):
    """Rows of lead and text; wrapped lines of the text stay in its column."""

    def __init__(self, rows: Iterable[Row] = (), *, id: str | None = None, classes: str = "text") -> None:
        super().__init__(id=id, classes=classes)
        self._rows = list(rows)
        self._made: tuple[int, list[Content]] = (0, [])

    def say(self, rows: Iterable[Row]) -> None:
        """Show other rows; without any the widget takes no room."""
        self._rows = list(rows)
        self._made = (0, [])
        self.set_class(not self._rows, "gone")
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._wrapped(width))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return max((lead.cell_length + text.cell_length for lead, text in self._rows), default=0)

    def render(self) -> Content:
        return stack_lines(self._wrapped(self.content_size.width))

    def _wrapped(self, width: int) -> list[Content]:
        if self._made[0] != width:
            self._made = (width, [line for each in self._rows for line in wrap_hanging(each, width)])
        return self._made[1]


class HangingOption(Visual):
    """The same for an option of a list, with a quiet word beside it that is not torn while a line of its own can hold it."""

    def __init__(self, *rows: Row, aside: str = "") -> None:
        self._rows = rows
        self._aside = styled(aside, SECONDARY)

    @property
    def plain(self) -> str:
        """The words alone."""
        return GAP.join(each.plain for each in (*(text for _, text in self._rows), self._aside) if each)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return stack_lines(self._wrapped(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        widest = max(lead.cell_length + text.cell_length for lead, text in self._rows)
        return widest + (len(GAP) + self._aside.cell_length if self._aside else 0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self._wrapped(width))

    def _wrapped(self, width: int) -> list[Content]:
        found = [line for each in self._rows for line in wrap_hanging(each, width)]
        if not self._aside:
            return found
        beside = concat(found[-1].rstrip(), self._aside, by=GAP)
        if beside.cell_length <= width:
            return [*found[:-1], beside]
        return [*found, *wrap_hanging((_margin(self._rows[-1][0]), self._aside), width)]


def wrap_hanging(each: Row, width: int) -> list[Content]:
    """The lines of a row in this width."""
    lead, text = each
    room = max(LEAST, width - lead.cell_length)
    pieces = [text] if text.cell_length <= room and "\n" not in text.plain else text.wrap(room)
    return [Content.assemble(_margin(lead) if number else lead, piece) for number, piece in enumerate(pieces)]


def _margin(lead: Content) -> Content:
    return styled(" " * lead.cell_length)


def hanging_row(text: Content | str, lead: Content | str = "") -> Row:
    """A row from texts or contents."""
    return (lead if isinstance(lead, Content) else styled(lead)), (text if isinstance(text, Content) else styled(text))


def section_rows(text: str) -> list[Row]:
    """Paragraphs and numbered taps; the numbers stand out in the margin."""
    rows: list[Row] = []
    counted = False
    for number, words in parse_paragraphs(text):
        if counted and not number:
            rows.append(hanging_row(""))
        rows.append(hanging_row(bold_markup(words), styled(f"{number:>2}  ", ACCENT) if number else ""))
        counted = bool(number)
    return rows
