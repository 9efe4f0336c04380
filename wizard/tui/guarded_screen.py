"""What all screens and dialogs share: how one closes, how it asks for a record, and since when it can be read."""

from contextlib import ExitStack
from math import inf
from typing import ClassVar

from textual.app import App
from textual.events import Event, Mount, ScreenResume
from textual.message import Message
from textual.screen import Screen

from .keys import Key


class GuardedScreen(Screen[None]):
    """A screen or dialog that closes once, records once, and records nothing before it can be read."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    opened_as: tuple[object, ...] = ()
    """The name and arguments that it was opened with."""
    painted_at: float = inf
    """When the question that it asks was painted, by the clock of Textual's events; infinite before that."""
    hold: ExitStack | None = None
    """Keeps the terminal from being drawn until the page knows its size."""
    _has_left = False
    _asked = False

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys that do something here and now."""
        return self.KEYS

    @property
    def ready_keys(self) -> tuple[Key, ...]:
        """The same, for a page that may still be opening: it has no widgets then that would say more."""
        return self.active_keys if self.is_mounted else self.KEYS

    async def on_event(self, event: Event) -> None:
        """A page that is left while it opens has no widgets: it draws nothing.

        https://github.com/Textualize/textual/issues/4258
        """
        if self in self.app.screen_stack or not isinstance(event, (Mount, ScreenResume)):
            await super().on_event(event)

    def leave(self, instead: Screen[None] | None = None) -> bool:
        """Close, for the page below or for another one; return False if it was closed already, or another page is on top.

        Textual closes whatever is on top: https://github.com/Textualize/textual/issues/4884
        """
        if self._has_left or self.app.screen is not self:
            return False
        first = len(self.app.screen_stack) == 1
        if first and instead is None:
            return False
        self._has_left = not first
        if self.hold:
            self.hold.close()
        if isinstance(instead, GuardedScreen):
            instead.draw_at_once(self.app)
        if instead is None:
            self.dismiss(None)
        elif first:
            self.app.push_screen(instead)
        else:
            self.app.switch_screen(instead)
        return True

    def draw_at_once(self, app: App[None]) -> None:
        """Draw nothing until this page knows its size and its parts, or is left before that."""
        self.hold = ExitStack()
        self.hold.enter_context(app.batch_update())
        self.call_after_refresh(self.hold.close)

    def submit(self, *messages: Message) -> None:
        """Ask the app to record something; as long as it has not answered, nothing else is asked for."""
        if self._asked or self.app.screen is not self:
            return
        self._asked = True
        for message in messages:
            self.app.post_message(message)
        self.app.call_later(self._answered)

    def _answered(self) -> None:
        self._asked = False

    @property
    def is_waiting(self) -> bool:
        """Tell whether the app has not yet answered a request of this page."""
        return self._asked

    def accepted(self) -> None:
        """Go on after the app has recorded what this page asked for."""

    def on_screen_resume(self) -> None:
        """A page that comes to the top must be painted before it can be answered."""
        self.renew()

    def renew(self) -> None:
        """The page asks something else now: keys that were typed before it is painted record nothing."""
        self.painted_at = inf
        # While the app holds its updates, callbacks run before anything is painted: the second one runs after it.
        self.call_after_refresh(self.call_after_refresh, self._painted)

    def _painted(self) -> None:
        self.painted_at = Event().time

    def records(self, key: str) -> bool:
        """Tell whether this key can record something here and now."""
        return any(each.records and key in each.key.split(",") for each in self.ready_keys)
