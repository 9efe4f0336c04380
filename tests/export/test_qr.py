"""An address as a QR code in lines of text, with the signs that a face may use."""

from wizard.export.qr import qr_ascii, qr_half_blocks, qr_rows

URL = "https://www.facebook.com/help/contact/712876720715583"


def test_both_ways_draw_the_same_squares() -> None:
    """Number signs take two columns a square; half blocks hold two rows a line."""
    rows = qr_rows(URL)
    assert len(rows) % 2 == 0
    signs = [line.ljust(2 * len(rows[0])) for line in qr_ascii(URL).split("\n")]
    assert [[line[number] == "#" for number in range(0, len(line), 2)] for line in signs] == [list(row) for row in rows]
    upper = [[sign in "▀█" for sign in line] for line in qr_half_blocks(URL).split("\n")]
    lower = [[sign in "▄█" for sign in line] for line in qr_half_blocks(URL).split("\n")]
    assert [row for pair in zip(upper, lower, strict=True) for row in pair] == [list(row) for row in rows]


def test_the_numbered_way_needs_no_sign_beyond_ascii() -> None:
    """Nothing but number signs and blanks."""
    assert set(qr_ascii(URL)) == {"#", " ", "\n"}
