"""Make Textual content from text: sanitized, and never parsed as markup."""

from collections.abc import Iterable

from textual.content import Content

from wizard.core.markup import bold_spans
from wizard.core.sanitize import sanitize

QUIET = "$quiet"
STRONG = "bold"
ACCENT = "$accent"
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


def bold_markup(text: str) -> Content:
    """Convert a sentence of the content, with its menu words in bold."""
    return concat(*(styled(piece, STRONG if bold else "") for piece, bold in bold_spans(text)))
