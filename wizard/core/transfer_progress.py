"""Describe the progress of a long task: the share done, the sizes, and an estimate of the time left."""

from dataclasses import dataclass

from wizard.i18n import N_, _, ngettext

SCANNING_MESSAGE = N_("Looking at what is in it")
"""Shown while the total is not known yet."""
_MIN_SECONDS = 0.5
"""Seconds before which an estimate of the time left is too unsure to be shown."""
_SIZES = {
    1_000_000_000: N_("{done:.1f} of {total:.1f} GB"),
    1_000_000: N_("{done:.0f} of {total:.0f} MB"),
    1_000: N_("{done:.0f} of {total:.0f} KB"),
}
"""How sizes are written, by the smallest total in bytes, the largest unit first."""
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
        done = min(self.done, self.total)
        for unit, sizes in _SIZES.items():
            if self.total >= unit:
                return _(sizes, done=done / unit, total=self.total / unit)
        return ngettext("{done} of {count} byte", "{done} of {count} bytes", self.total, done=done)

    @property
    def time_left(self) -> str:
        """Return the estimated time left: "about 3 s left"; "" while the estimate is too unsure."""
        amount, in_minutes = self._time_left
        if not amount:
            return ""
        return _("about {minutes} min left", minutes=amount) if in_minutes else _("about {seconds} s left", seconds=amount)

    @property
    def spoken_left(self) -> str:
        """Return the estimated time left for a screen reader, without abbreviations: "about 3 seconds left"."""
        amount, in_minutes = self._time_left
        if not amount:
            return ""
        if in_minutes:
            return ngettext("about {count} minute left", "about {count} minutes left", amount)
        return ngettext("about {count} second left", "about {count} seconds left", amount)

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
