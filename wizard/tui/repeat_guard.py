"""Keys that must not record anything: the same key again within a moment, and what was typed before the page was painted."""

from math import inf

from textual.events import Click, Key

from .guarded_screen import GuardedScreen

REPEAT_SECONDS = 0.7
"""How soon the same key counts as repeated: longer than the usual delay before a key that is held down repeats itself."""


class RepeatGuard:
    """Remembers the last key and when it was pressed."""

    def __init__(self, seconds: float = REPEAT_SECONDS) -> None:
        self.seconds = seconds
        self._key = ""
        self._time = -inf

    def refuses(self, event: Key, page: object) -> bool:
        """Tell whether this key would record something that the user cannot have meant. Call it once for each key."""
        is_repeated = event.key == self._key and event.time - self._time < self.seconds
        self._key, self._time = event.key, event.time
        return isinstance(page, GuardedScreen) and page.records(event.key) and (is_repeated or is_early(event, page))


def is_early(event: Key | Click, page: object) -> bool:
    """Tell whether a key or click came before the page that it reached was painted."""
    return isinstance(page, GuardedScreen) and event.time < page.painted_at
