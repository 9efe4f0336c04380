"""Keys that must not record anything: repeated ones, and ones typed before the page was painted."""

from math import inf

from textual.events import Click, Key

from .guarded_screen import GuardedScreen

REPEAT_SECONDS = 0.7
"""A repeated key within this time is ignored. It exceeds the usual delay before a held key repeats."""


class RepeatGuard:
    """Remembers the last key and its time.

    A key is refused only if the screen declares that it records something, and
    - the same key came less than `seconds` before: a held key sends a stream of equal keys, each of which extends
      the time, so a key that is held for long counts once; or
    - it was typed before the question was painted, so the user cannot have meant it as the answer.
    Keys that only move or open something are never refused.
    """

    def __init__(self, seconds: float = REPEAT_SECONDS) -> None:
        self.seconds = seconds
        self._key = ""
        self._time = -inf

    def refuses(self, event: Key, screen: object) -> bool:
        """Return whether this key must be ignored. Call it exactly once for each key."""
        is_repeated = event.key == self._key and event.time - self._time < self.seconds
        self._key, self._time = event.key, event.time
        return isinstance(screen, GuardedScreen) and screen.records(event.key) and (is_repeated or is_early(event, screen))


def is_early(event: Key | Click, screen: object) -> bool:
    """Return whether a key or click is older than the painting of the screen that received it."""
    return isinstance(screen, GuardedScreen) and event.time < screen.painted_at
