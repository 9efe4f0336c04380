"""Totals of a plan: the impact that is open, and the progress of the essentials."""

from typing import NamedTuple


class Exposure(NamedTuple):
    """The impact points that are still open, and those of all steps that count."""

    open: int
    total: int

    @property
    def share(self) -> float:
        """Return the open share, from 0 to 1; 0 if no step counts."""
        return self.open / self.total if self.total else 0.0

    @property
    def done_share(self) -> float:
        """Return the share that is done, from 0 to 1; 1 if no step counts."""
        return 1 - self.share


class Essentials(NamedTuple):
    """How many essentials are done, how many count, and how many minutes the open ones take."""

    done: int
    total: int
    minutes: int
