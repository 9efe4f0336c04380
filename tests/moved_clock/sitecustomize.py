"""For runs under `faketime`, which breaks `time.sleep` from Python 3.11 on: it takes the wanted moment for a length of time.

With FAKETIME_DONT_FAKE_MONOTONIC=1 all other waits are right, and without it waits for threads never end.
"""

import select
import time
from typing import SupportsIndex


def _sleep(seconds: SupportsIndex | float) -> None:
    """Wait, by a call that `faketime` leaves alone."""
    length = float(seconds)
    if length < 0:
        raise ValueError("sleep length must be non-negative")
    select.select([], [], [], length)


time.sleep = _sleep
