"""A bar that shows a share, with its number beside it."""

from textual.content import Content

from wizard.core.case import Case
from wizard.core.findings import MOST
from wizard.core.words import STILL_OPEN, percent

from .prose import ACCENT, QUIET, joined, said

LENGTH = 20


BLOCKS, LINES = ("█", "░"), ("━", "─")


def bar(share: float, width: int, signs: tuple[str, str] = BLOCKS) -> Content:
    """A share from 0 to 1 as full and light blocks: "████░░░░", or as lines where bars stand below each other."""
    done, rest = signs
    full = min(width, max(0, round(share * width)))
    if 0 < share < 1:
        full = min(width - 1, max(1, full))
    return joined(said(done * full, ACCENT), said(rest * (width - full), QUIET))


def exposure(case: Case) -> Content:
    """How much is still open, in words and as a bar."""
    return joined(f"{STILL_OPEN}  ", bar(case.exposure.share, LENGTH), f"  {percent(case.exposure)}")


def dots(value: int) -> str:
    """A small number as dots: "●●●○○"."""
    return "●" * value + "○" * (MOST - value)
