"""A web address as a QR code in lines of text; the front end chooses the characters."""

from collections.abc import Sequence

BORDER = 2
"""Width in modules of the empty border."""


def qr_rows(url: str) -> Sequence[Sequence[bool]]:
    """Return the rows of the code, True for a dark module; the number of rows is even."""
    import segno

    rows = [[bool(dark) for dark in row] for row in segno.make(url, error="l", boost_error=False).matrix_iter(border=BORDER)]
    # Half blocks draw two rows at a time, so a light row is added if the number is odd.
    return [*rows, [False] * len(rows[0])] if len(rows) % 2 else rows


def qr_half_blocks(url: str) -> str:
    """Return the code in half blocks, two rows per line of text."""
    glyphs = {(False, False): " ", (False, True): "▄", (True, False): "▀", (True, True): "█"}
    rows = qr_rows(url)
    return "\n".join(
        "".join(map(glyphs.__getitem__, zip(*pair, strict=True))) for pair in zip(rows[::2], rows[1::2], strict=True)
    )


def qr_ascii(url: str) -> str:
    """Return the code in ASCII, one row per line of text, two characters per module."""
    return "\n".join("".join("##" if dark else "  " for dark in row).rstrip() for row in qr_rows(url))
