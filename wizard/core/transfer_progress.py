"""How far a long work has come: its share, its sizes, and how long the rest may take."""

from dataclasses import dataclass

from .formatting import pluralize

SCANNING_MESSAGE = "Looking at what is in it"
"""What is said while it is not known yet how much there is to do."""
_FIRST = 0.5
"""Seconds before which no guess about the rest is worth saying."""
_KILO, _MEGA, _GIGA = 1_000, 1_000_000, 1_000_000_000
_MINUTE = 60
_LONG = 90


@dataclass(frozen=True, slots=True)
class TransferProgress:
    """So many bytes done, of so many, in so many seconds."""

    done: int = 0
    total: int = 0
    seconds: float = 0.0

    @property
    def share(self) -> float:
        """The share that is done, from 0 to 1."""
        return min(1.0, self.done / self.total) if self.total > 0 else 0.0

    @property
    def percent(self) -> int:
        """The same in full percent; only what is over is 100."""
        return int(self.share * 100)

    @property
    def sizes(self) -> str:
        """How much of how much: "117 of 260 MB"."""
        for unit, name in ((_GIGA, "GB"), (_MEGA, "MB"), (_KILO, "KB")):
            if self.total >= unit:
                digits = 1 if unit == _GIGA else 0
                return f"{min(self.done, self.total) / unit:.{digits}f} of {self.total / unit:.{digits}f} {name}"
        return f"{min(self.done, self.total)} of {self.total} bytes"

    @property
    def time_left(self) -> str:
        """How long the rest may take: "about 3 s left"; empty while that is a mere guess."""
        rest, is_long = self._rest
        return f"about {rest} {'min' if is_long else 's'} left" if rest else ""

    @property
    def spoken_left(self) -> str:
        """The same as a voice reads it: "about 3 seconds left"."""
        rest, is_long = self._rest
        return f"about {pluralize(rest, 'minute' if is_long else 'second')} left" if rest else ""

    @property
    def _rest(self) -> tuple[int, bool]:
        """What is left, in seconds, or in minutes where it is long."""
        if not self.share or self.seconds < _FIRST:
            return 0, False
        rest = self.seconds / self.share - self.seconds
        return max(1, round(rest / _MINUTE if rest > _LONG else rest)), rest > _LONG
