"""How far a long work has come, in words."""

import pytest

from wizard.core.pace import Pace


@pytest.mark.parametrize(
    ("pace", "percent", "sizes", "left", "spoken"),
    [
        (Pace(), 0, "0 of 0 bytes", "", ""),
        (Pace(10, 100, 0.1), 10, "10 of 100 bytes", "", ""),
        (Pace(117_000_000, 260_000_000, 2), 45, "117 of 260 MB", "about 2 s left", "about 2 seconds left"),
        (Pace(1_000_000_000, 10_000_000_000, 60), 10, "1.0 of 10.0 GB", "about 9 min left", "about 9 minutes left"),
        (Pace(5_999, 6_000, 9), 99, "6 of 6 KB", "about 1 s left", "about 1 second left"),
        (Pace(300, 200, 9), 100, "200 of 200 bytes", "about 1 s left", "about 1 second left"),
    ],
)
def test_words(pace: Pace, percent: int, sizes: str, left: str, spoken: str) -> None:
    """Only what is over is 100 percent; no guess about the rest at the very beginning; a file that grew is no trouble."""
    assert (pace.percent, pace.sizes, pace.left, pace.spoken_left) == (percent, sizes, left, spoken)
