"""How far a long work has come, in words."""

import pytest

from wizard.core.transfer_progress import TransferProgress


@pytest.mark.parametrize(
    ("pace", "percent", "sizes", "left", "spoken"),
    [
        (TransferProgress(), 0, "0 of 0 bytes", "", ""),
        (TransferProgress(10, 100, 0.1), 10, "10 of 100 bytes", "", ""),
        (TransferProgress(117_000_000, 260_000_000, 2), 45, "117 of 260 MB", "about 2 s left", "about 2 seconds left"),
        (TransferProgress(1_000_000_000, 10_000_000_000, 60), 10, "1.0 of 10.0 GB", "about 9 min left", "about 9 minutes left"),
        (TransferProgress(5_999, 6_000, 9), 99, "6 of 6 KB", "about 1 s left", "about 1 second left"),
        (TransferProgress(300, 200, 9), 100, "200 of 200 bytes", "about 1 s left", "about 1 second left"),
    ],
)
def test_words(pace: TransferProgress, percent: int, sizes: str, left: str, spoken: str) -> None:
    """Only what is over is 100 percent; no guess about the rest at the very beginning; a file that grew is no trouble."""
    assert (pace.percent, pace.sizes, pace.time_left, pace.spoken_left) == (percent, sizes, left, spoken)
