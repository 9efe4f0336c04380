"""Describe the progress of a long task: the share done, the sizes, and an estimate of the time left."""

from dataclasses import dataclass

from .formatting import pluralize

SCANNING_MESSAGE = "Looking at what is in it"
"""Shown while the total is not known yet."""
_MIN_SECONDS = 0.5
"""Seconds before which an estimate of the time left is too unsure to be shown."""
_KILO, _MEGA, _GIGA = 1_000, 1_000_000, 1_000_000_000
_MINUTE = 60
"""Seconds in a minute."""
_MAX_SHOWN_SECONDS = 90
"""A longer time is shown in minutes."""


@dataclass(frozen=True, slots=True)
class TransferProgress:
    """How many bytes are done of how many, and how many seconds that took.

    `total` is 0 while it is not known.
    """

    done: int = 0
    total: int = 0
    seconds: float = 0.0

    @property
    def share(self) -> float:
        """Return the share that is done, from 0 to 1; 0 while the total is not known."""
        return min(1.0, self.done / self.total) if self.total > 0 else 0.0

    @property
    def percent(self) -> int:
        """Return the share in whole percent, rounded down: 100 only when everything is done."""
        return int(self.share * 100)

    @property
    def sizes(self) -> str:
        """Return the bytes done and the total in one unit: "117 of 260 MB"."""
        for unit, name in ((_GIGA, "GB"), (_MEGA, "MB"), (_KILO, "KB")):
            if self.total >= unit:
                digits = 1 if unit == _GIGA else 0
                return f"{min(self.done, self.total) / unit:.{digits}f} of {self.total / unit:.{digits}f} {name}"
        return f"{min(self.done, self.total)} of {self.total} bytes"

    @property
    def time_left(self) -> str:
        """Return the estimated time left: "about 3 s left"; "" while the estimate is too unsure."""
        amount, in_minutes = self._time_left
        return f"about {amount} {'min' if in_minutes else 's'} left" if amount else ""

    @property
    def spoken_left(self) -> str:
        """Return the estimated time left for a screen reader, without abbreviations: "about 3 seconds left"."""
        amount, in_minutes = self._time_left
        return f"about {pluralize(amount, 'minute' if in_minutes else 'second')} left" if amount else ""

    @property
    def _time_left(self) -> tuple[int, bool]:
        """Return the estimated time left, and True if it is in minutes rather than seconds.

        (0, False) while the estimate is too unsure.
        """
        if not self.share or self.seconds < _MIN_SECONDS:
            return 0, False
        seconds_left = self.seconds / self.share - self.seconds
        in_minutes = seconds_left > _MAX_SHOWN_SECONDS
        return max(1, round(seconds_left / _MINUTE if in_minutes else seconds_left)), in_minutes
