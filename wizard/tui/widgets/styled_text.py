"""Make Textual content from text: sanitized, and never parsed as markup."""

from collections.abc import Iterable

from textual.content import Content

from wizard.core.blocks import Blocks, Line, block_lines
from wizard.core.sanitize import sanitize

QUIET = "$quiet"
STRONG = "bold"
ACCENT = "$accent"
ACCENT_STRONG = "bold $accent"
ALERT = "$alert"
GOOD = "$good"
SECONDARY = "italic $quiet"


def styled(text: str, style: str = "") -> Content:
    """Sanitize a text and give it one style."""
    return Content.styled(sanitize(text), style) if style else Content(sanitize(text))


def concat(*parts: Content | str, by: str = "") -> Content:
    """Join contents and texts with `by` between them; texts are sanitized."""
    return Content(by).join([part if isinstance(part, Content) else styled(part) for part in parts])


def stack_lines(parts: Iterable[Content | str]) -> Content:
    """Join contents and texts as lines."""
    return concat(*parts, by="\n")


def styled_line(line: Line) -> Content:
    """Convert a line of the content, with its menu words in bold."""
    return concat(*(styled(span.text, STRONG if span.strong else "") for span in line))


def styled_paragraphs(blocks: Blocks) -> Content:
    """Convert a text of the content, with an empty line between its paragraphs."""
    return concat(*(styled_line(line) for _, line in block_lines(blocks)), by="\n\n")
