"""Shares and small numbers drawn with characters."""

from textual.content import Content

from wizard.core.findings import MAX_IMPACT
from wizard.core.formatting import PROTECTION_DONE, YOUR_PLAN, format_protection
from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .styled_text import GOOD, QUIET, concat, styled

LENGTH, MARGIN = 20, 10
"""The length of the bar of the plan, and what a window needs beside bar and words."""
BLOCKS, LINES = ("█", "░"), ("━", "─")


def progress_bar(share: float, width: int, signs: tuple[str, str] = BLOCKS) -> Content:
    """Draw a share from 0 to 1 in `width` characters: "████░░░░", or as lines for bars in adjacent rows.

    A share above 0 fills at least one character, a share below 1 leaves at least one empty.
    """
    filled_sign, empty_sign = signs
    filled = min(width, max(0, round(share * width)))
    if 0 < share < 1:
        filled = min(width - 1, max(1, filled))
    return concat(styled(filled_sign * filled, GOOD), styled(empty_sign * (width - filled), QUIET))


def exposure_bar(snapshot: Snapshot, width: int) -> Content:
    """Return the share of the protection that is done, as a bar and in words; below the bar in a narrow window."""
    exposure = snapshot.exposure
    bar = concat(_(YOUR_PLAN), progress_bar(exposure.done_share, LENGTH), by="  ")
    words = _(PROTECTION_DONE, share=format_protection(exposure))
    return concat(bar, words, by="  " if bar.cell_length + len(words) + MARGIN <= width else "\n")


def dot_scale(value: int) -> str:
    """Return a number from 0 to 5 as dots: "●●●○○"."""
    return "●" * value + "○" * (MAX_IMPACT - value)
