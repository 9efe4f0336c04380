"""A bar that shows a share, with its number beside it."""

from textual.content import Content

from wizard.core.findings import MOST

from .prose import ACCENT, QUIET, joined, said


def bar(share: float, width: int) -> Content:
    """A share from 0 to 1 as full and light blocks: "████░░░░"."""
    full = min(width, max(0, round(share * width)))
    if 0 < share < 1:
        full = min(width - 1, max(1, full))
    return joined(said("█" * full, ACCENT), said("░" * (width - full), QUIET))


def dots(value: int) -> str:
    """A small number as dots: "●●●○○"."""
    return "●" * value + "○" * (MOST - value)
