"""The base of the Textual app: the session, the snapshot, and what handlers and screens ask the app to do.

It is apart from `app`, so that the modules that serve the app need not import the app itself.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.reactive import var
from textual.timer import Timer

from wizard.content.language_choice import choose_language
from wizard.core.letter.open_letters import OpenLetters
from wizard.core.sanitize import escape_line
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.i18n import use_language
from wizard.storage.language_setting import LANGUAGE, read_language_setting
from wizard.storage.session import Session
from wizard.views.error_messages import error_text

from .guarded_screen import GuardedScreen
from .lazy_screens import lazy_screen

if TYPE_CHECKING:
    from wizard.export.letter import RenderedLetter

Value = TypeVar("Value")
STATUS_SECONDS = 6
WARNED_SECONDS = 10
STATUS_PAGES = 2
"""A text in the status line stays for one more page: it is often shown just before a page closes."""


class SessionApp(App[None]):
    """An app that holds a session and shows what comes of its actions."""

    snapshot: var[Snapshot] = var[Snapshot](lambda: None, init=False)  # type: ignore[arg-type, return-value]

    status_text: var[str] = var("")

    letter_input: var[Mapping[tuple[str, ...], tuple[str, ...]]] = var[Mapping[tuple[str, ...], tuple[str, ...]]](dict)
    """What the user typed for letters since the program started; it is never written to a file."""

    def __init__(self, session: Session, env: Mapping[str, str]) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in env else None)  # else Textual turns default colours into black
        self.session = session
        self.env = env
        self.in_lines = False
        self.is_restarting = False
        """True if the app ends only to be drawn in another language."""
        self.asks_for_person = False
        """Whether to ask first for whom this is, if several people have a file here."""
        self.edited_letters: dict[tuple[str, ...], RenderedLetter] = {}
        """Letters that the user edited by hand, by the key of their letter request; never written to a file."""
        self.open_letters = OpenLetters()
        self._status_timer: Timer | None = None
        self._last_page: GuardedScreen | None = None
        self._pages_since_status = 0
        self.set_reactive(SessionApp.snapshot, session.snapshot)

    def page(self, name: str, *arguments: object) -> GuardedScreen:
        """Create a screen by its module and class, without showing it."""
        screen = lazy_screen(name, *arguments)
        screen.opened_as = (name, *arguments)
        return screen

    def open_screen(self, name: str, *arguments: object) -> None:
        """Create a screen and show it on top of the current one."""
        self.show(self.page(name, *arguments))

    def show(self, page: GuardedScreen, then: Callable[[None], None] | None = None) -> None:
        """Show a screen on top, unless it is there already: two quick keys open it once."""
        top = self.screen
        if isinstance(top, GuardedScreen) and type(top) is type(page) and (page.is_modal or top.opened_as == page.opened_as):
            return
        page.draw_at_once(self)
        self.push_screen(page, then)

    def speak(self, language: str) -> None:
        """Keep the language, and draw everything anew in it."""
        if self.run_or_report(lambda: self.session.set_setting(LANGUAGE, language)) is not None:
            use_language(language)
            self.is_restarting = True
            self.exit()

    def open_person(self, name: str) -> None:
        """Go on with the file of this person, "" for the first one, and draw everything anew."""
        if self.run_or_report(lambda: self.session.open_person(name or None)) is not None:
            path = self.session.store.path
            use_language(choose_language("", self.env, lambda: read_language_setting(path)))
            self.is_restarting = True
            self.exit()

    def show_status(self, text: str, *, wrong: bool = False, seconds: float = STATUS_SECONDS) -> None:
        """Show a text for some seconds: errors as a notification, everything else in the status line."""
        text = escape_line(text)  # a file name in it may contain control characters
        if wrong:
            self.notify(text, severity="error", markup=False, timeout=WARNED_SECONDS)
            return
        self.status_text = text
        self._pages_since_status = 0
        if self._status_timer:
            self._status_timer.stop()
        self._status_timer = self.set_timer(seconds, self._clear_status)

    def page_shown(self, page: GuardedScreen) -> None:
        """Clear the status line at the second page after the one that it is about."""
        if page is not self._last_page:
            self._last_page = page
            self._pages_since_status += 1
            if self._pages_since_status >= STATUS_PAGES:
                self._clear_status()

    def _clear_status(self) -> None:
        self.status_text = ""

    def run_or_report(self, action: Callable[[], Value]) -> Value | None:
        """Run an action, show what changed and return its value; on WizardError show it and return None."""
        try:
            value = action()
        except WizardError as error:
            self.show_status(error_text(error), wrong=True)
            return None
        self.snapshot = self.session.snapshot
        self._show_notices()
        return value

    def _show_notices(self) -> None:
        for notice in self.session.store.notices:
            self.show_status(notice, wrong=True)
        self.session.store.notices.clear()

    def notify_accepted(self) -> None:
        """Tell the screen on top that its request was carried out, if it made one."""
        if isinstance(self.screen, GuardedScreen) and self.screen.is_waiting:
            self.screen.accepted()
