"""A bar that shows a share, with its number beside it."""

from textual.content import Content

from wizard.core.findings import MOST
from wizard.core.formatting import STILL_OPEN, format_exposure
from wizard.core.snapshot import Snapshot

from .styled_text import ACCENT, QUIET, concat, styled

LENGTH = 20


BLOCKS, LINES = ("█", "░"), ("━", "─")


def progress_bar(share: float, width: int, signs: tuple[str, str] = BLOCKS) -> Content:
    """A share from 0 to 1 as full and light blocks: "████░░░░", or as lines where bars stand below each other."""
    done, rest = signs
    full = min(width, max(0, round(share * width)))
    if 0 < share < 1:
        full = min(width - 1, max(1, full))
    return concat(styled(done * full, ACCENT), styled(rest * (width - full), QUIET))


def exposure_bar(case: Snapshot) -> Content:
    """How much is still open, in words and as a bar."""
    return concat(f"{STILL_OPEN}  ", progress_bar(case.exposure.share, LENGTH), f"  {format_exposure(case.exposure)}")


def dot_scale(value: int) -> str:
    """A small number as dots: "●●●○○"."""
    return "●" * value + "○" * (MOST - value)
