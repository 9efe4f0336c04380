"""The base of all screens and dialogs: close once, record once, record nothing before being visible."""

from collections.abc import Iterable
from contextlib import ExitStack
from math import inf
from typing import ClassVar

from textual.app import App
from textual.events import Compose, Event, Mount, ScreenResume
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from wizard.i18n import _

from .keys import LEADS_BACK, Key


class GuardedScreen(Screen[None]):
    """A screen or dialog that ignores input which the user cannot have meant for it.

    Textual delivers input asynchronously. A quick second key can reach a screen that is about to close, or
    one that has just been pushed and is not painted yet. Five guards prevent that such input records something or fails:
    1. `leave` closes a screen once, and only while it is on top.
    2. `submit` sends one request; further ones are dropped until the app has handled the messages of the first.
    3. `painted_at` is the time at which the current question became visible. RepeatGuard and PointerList drop
       keys and clicks that are older.
    4. `draw_at_once` holds back drawing until the screen has its size, so that it appears in one step.
    5. `check_action` refuses the keys of a screen that has no widgets, because it is still opening or was left.
    """

    KEYS: ClassVar[tuple[Key, ...]] = ()
    PURPOSE: ClassVar[str] = ""
    opened_as: tuple[object, ...] = ()
    """The screen name and arguments with which it was opened."""
    painted_at: float = inf
    """When the current question was painted, in seconds on the clock of Textual's events; else infinite."""
    hold: ExitStack | None = None
    """Holds back drawing while the screen does not know its size."""
    _has_left = False
    _has_request = False

    @property
    def purpose(self) -> str:
        """What the screen is for, as the help says it."""
        return _(self.PURPOSE) if self.PURPOSE else ""

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys that have an effect in the current state."""
        return self.KEYS

    @property
    def ready_keys(self) -> tuple[Key, ...]:
        """The active keys, or all declared keys while the screen has no widgets to ask yet."""
        return self.active_keys if self.is_mounted else self.KEYS

    async def on_event(self, event: Event) -> None:
        """Ignore mounting and resuming of a screen that was removed before it had widgets.

        https://github.com/Textualize/textual/issues/4258
        The classes for the size of the window are set before there are widgets: set later, as Textual does, they would
        make it style all of them a second time.
        """
        if isinstance(event, Compose):
            self.update_classes(dict.fromkeys(self.size_classes(self.app.size), True), animate=False)
        if self in self.app.screen_stack or not isinstance(event, (Mount, ScreenResume)):
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse an action while there are no widgets to ask; a screen that is opening can be left already."""
        has_widgets = self.is_mounted or action in LEADS_BACK
        return has_widgets and self in self.app.screen_stack and self.offers(action)

    def offers(self, action: str) -> bool:
        """Return whether the screen has this action for what it shows."""
        return True

    def size_classes(self, size: Size) -> Iterable[str]:
        """Return the classes of the screen in a window of this size: of each direction the largest one that fits."""
        for length, breakpoints in ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)):
            yield from (name for _, name in sorted(each for each in breakpoints or () if length >= each[0])[-1:])

    def leave(self, replacement: Screen[None] | None = None) -> bool:
        """Close, or switch to `replacement`; return False if it is already closed or not on top.

        The only screen of the stack is never closed; a replacement is pushed on top of it.
        Textual would close whatever is on top: https://github.com/Textualize/textual/issues/4884
        """
        if self._has_left or self.app.screen is not self:
            return False
        is_only_screen = len(self.app.screen_stack) == 1
        if is_only_screen and replacement is None:
            return False
        self._has_left = not is_only_screen
        if self.hold:
            self.hold.close()
        if isinstance(replacement, GuardedScreen):
            replacement.draw_at_once(self.app)
        if replacement is None:
            self.dismiss(None)
        elif is_only_screen:
            self.app.push_screen(replacement)
        else:
            self.app.switch_screen(replacement)
        return True

    def draw_at_once(self, app: App[None]) -> None:
        """Draw nothing until this screen has its size and widgets, or is closed before that."""
        self.hold = ExitStack()
        self.hold.enter_context(app.batch_update())
        self.call_after_refresh(self.hold.close)

    def go_back(self) -> None:
        """Leave the screen; one that asks several questions returns to the one before."""
        self.leave()

    def submit(self, *messages: Message) -> None:
        """Send a request to the app; further requests are dropped until the app has handled this one."""
        if self._has_request or self.app.screen is not self:
            return
        self._has_request = True
        for message in messages:
            self.app.post_message(message)
        # The app handles its messages in order, so this runs after the requests above.
        self.app.call_later(self._request_handled)

    def _request_handled(self) -> None:
        self._has_request = False

    @property
    def is_waiting(self) -> bool:
        """Whether the app has not yet handled a request of this screen."""
        return self._has_request

    def accepted(self) -> None:
        """Continue after the app has carried out the request of this screen."""

    def on_screen_resume(self) -> None:
        """Expect a new painting whenever the screen comes to the top."""
        self.renew()

    def renew(self) -> None:
        """Ignore keys and clicks until the new question of this screen is painted."""
        self.painted_at = inf
        # While the app holds back drawing, `call_after_refresh` runs its callback before anything is painted.
        # A second, nested callback runs after the painting.
        self.call_after_refresh(self.call_after_refresh, self._painted)

    def _painted(self) -> None:
        self.painted_at = Event().time

    def records(self, key: str) -> bool:
        """Return whether this key can record something in the current state."""
        return any(declared.records and key in declared.key.split(",") for declared in self.ready_keys)
