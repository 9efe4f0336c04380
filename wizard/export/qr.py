"""An address as a QR code, in lines of text; each face draws with the signs that it may use."""

from collections.abc import Sequence

BORDER = 2


def qr_rows(url: str) -> Sequence[Sequence[bool]]:
    """The rows of squares, True for a dark one, with an even number of rows."""
    import segno

    rows = [[bool(dark) for dark in row] for row in segno.make(url, error="l", boost_error=False).matrix_iter(border=BORDER)]
    return [*rows, [False] * len(rows[0])] if len(rows) % 2 else rows


def qr_half_blocks(url: str) -> str:
    """Two rows of squares in a line of text."""
    signs = {(False, False): " ", (False, True): "▄", (True, False): "▀", (True, True): "█"}
    rows = qr_rows(url)
    return "\n".join("".join(map(signs.__getitem__, zip(*pair, strict=True))) for pair in zip(rows[::2], rows[1::2], strict=True))


def qr_ascii(url: str) -> str:
    """A row of squares in a line of text, each of two number signs or two blanks."""
    return "\n".join("".join("##" if dark else "  " for dark in row).rstrip() for row in qr_rows(url))
