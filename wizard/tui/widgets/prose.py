"""Text made into Content: cleaned, and never read as markup."""

from collections.abc import Iterable

from textual.content import Content

from wizard.core.clean import clean
from wizard.core.prose import spans

QUIET = "$quiet"
STRONG = "bold"
ACCENT = "$accent"
ALERT = "$alert"
GOOD = "$good"
ASIDE = "italic $quiet"


def said(text: str, style: str = "") -> Content:
    """A text as it is, in one style."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def joined(*parts: Content | str, by: str = "") -> Content:
    """Contents and texts one after the other; texts are cleaned."""
    return Content(by).join([part if isinstance(part, Content) else said(part) for part in parts])


def lines(parts: Iterable[Content | str]) -> Content:
    """A line each."""
    return joined(*parts, by="\n")


def marked_up(text: str) -> Content:
    """A sentence of the content, with its menu words in bold."""
    return joined(*(said(piece, STRONG if bold else "") for piece, bold in spans(text)))
