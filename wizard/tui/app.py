"""The Textual app: passes messages to the session and the resulting snapshot to the screens."""

import gc
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.events import DescendantFocus, Event, Key, Paste
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.theme import Theme
from textual.timer import Timer

from wizard.core.letter.open_letters import OpenLetters
from wizard.core.sanitize import escape_line, sanitize
from wizard.core.snapshot import Snapshot
from wizard.core.user_messages import form_answer_message, recorded_message, undo_message
from wizard.errors import WizardError
from wizard.storage.session import Session

from . import persistence, signals, themes, unfinished_work
from .guarded_screen import GuardedScreen
from .keys import GLOBAL, UNDO, textual_bindings
from .lazy_screens import lazy_screen
from .messages import (
    Answered,
    EventRecorded,
    KeepFieldsRequested,
    KeepFindingsRequested,
    LetterFieldChanged,
    LinkRequested,
    MergeRequested,
    NoteWritten,
    SaveRequested,
    WipeRequested,
)
from .repeat_guard import RepeatGuard

if TYPE_CHECKING:
    from rich.console import RenderableType

    from wizard.core.unfinished_work import UnfinishedWork
    from wizard.export.letter import RenderedLetter

Value = TypeVar("Value")
INTERRUPTED = 130
THEME = "theme"
GC_DELAY_SECONDS = 0.2
STATUS_SECONDS = 6
WARNED_SECONDS = 10


class WizardApp(App[None]):
    """The wizard in full screen."""

    TITLE = "protect-my-photos"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = textual_bindings(GLOBAL)
    ENABLE_COMMAND_PALETTE = False

    snapshot: var[Snapshot] = var[Snapshot](lambda: None, init=False)  # type: ignore[arg-type, return-value]

    status_text: var[str] = var("")

    letter_input: var[Mapping[tuple[str, ...], tuple[str, ...]]] = var[Mapping[tuple[str, ...], tuple[str, ...]]](dict)
    """What the user typed for letters since the program started; it is never written to a file."""

    def __init__(self, session: Session, env: Mapping[str, str]) -> None:
        # Set before Textual reads the styles; a later change makes it read all of them again (some 20 ms).
        self.set_reactive(App.theme, themes.initial_theme(session.settings.get(THEME), env))
        super().__init__(ansi_color=True if "NO_COLOR" in env else None)  # else Textual turns default colours into black
        self.animation_level = "none"
        self.session = session
        self.env = env
        self.in_lines = False
        self.repeats = RepeatGuard()
        self.edited_letters: dict[tuple[str, ...], RenderedLetter] = {}
        """Letters that the user edited by hand, by the key of their letter request; never written to a file."""
        self.open_letters = OpenLetters()
        self.lost: tuple[UnfinishedWork, ...] = ()
        """The work that was unfinished when the program ended."""
        self._status_timer: Timer | None = None
        self.set_reactive(WizardApp.snapshot, session.case)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Return the themes of the program together with those of Textual."""
        return super().available_themes | themes.BY_NAME

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen: one for a new user, another for a returning user."""
        return lazy_screen("welcome.WelcomeBackScreen" if self.session.answers else "welcome.WelcomeScreen")

    def on_mount(self) -> None:
        """Handle the signals that end a terminal program, and show the notices of the store."""
        signals.handle_signals(self)
        self._show_notices()

    async def on_event(self, event: Event) -> None:
        """Sanitize pasted text, and drop a key that would record something by mistake."""
        if isinstance(event, Paste):
            event.text = sanitize(event.text)
        elif isinstance(event, Key) and not event.is_forwarded and self.repeats.refuses(event, self.screen):
            return
        await super().on_event(event)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Turn off the blinking cursor: nothing is written to the terminal while nobody types."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def on_app_focus(self) -> None:
        """Read the state file again, because another window may have changed it."""
        self.run_or_report(self.session.reload)

    def on_ready(self) -> None:
        """Enable the garbage collector shortly after the first screen is shown; `run` disabled it."""
        self.set_timer(GC_DELAY_SECONDS, self._enable_gc)

    def _enable_gc(self) -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

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

    def show_status(self, text: str, *, wrong: bool = False, seconds: float = STATUS_SECONDS) -> None:
        """Show a text for some seconds: errors as a notification, everything else in the status line."""
        text = escape_line(text)  # a file name in it may contain control characters
        if wrong:
            self.notify(text, severity="error", markup=False, timeout=WARNED_SECONDS)
            return
        self.status_text = text
        if self._status_timer:
            self._status_timer.stop()
        self._status_timer = self.set_timer(seconds, self._clear_status)

    def _clear_status(self) -> None:
        self.status_text = ""

    def run_or_report(self, action: Callable[[], Value]) -> Value | None:
        """Run an action, show what changed and return its value; on WizardError show it and return None."""
        try:
            value = action()
        except WizardError as error:
            self.show_status(str(error), wrong=True)
            return None
        self.snapshot = self.session.case
        self._show_notices()
        return value

    def _show_notices(self) -> None:
        for notice in self.session.store.notices:
            self.show_status(notice, wrong=True)
        self.session.store.notices.clear()

    @on(Answered)
    def _record_answers(self, message: Answered) -> None:
        if self.run_or_report(lambda: self.session.record_answers(message.given)) is None:
            return
        if message.question == "form":
            self.notify_accepted()
            self.show_status(form_answer_message(self.snapshot))
        elif hasattr(self.screen, "proceed"):
            self.screen.proceed(message.question)

    @on(EventRecorded)
    def _record_event(self, message: EventRecorded) -> None:
        target, kind = message.target, message.kind
        if self.run_or_report(lambda: self.session.mark(target, kind, message.on, message.note)) is None:
            return
        self.notify_accepted()
        recorded = recorded_message(self.snapshot, target, kind, message.note)
        if recorded:
            undo = f" {UNDO.key} takes it back." if kind == "skipped" else ""
            self.show_status(f"✓ {recorded}" if kind == "done" else f"{recorded}{undo}")

    @on(NoteWritten)
    def _add_note(self, message: NoteWritten) -> None:
        if self.run_or_report(lambda: self.session.add_note(message.target, message.text)) is not None:
            self.notify_accepted()
            self.show_status("Note kept.")

    @on(LetterFieldChanged)
    def _store_letter_field(self, message: LetterFieldChanged) -> None:
        if self.letter_input.get(message.name) != message.texts:
            self.letter_input = {**self.letter_input, message.name: message.texts}
            unfinished_work.worked_on(self)
        if message.done:
            self.notify_accepted()
            if hasattr(self.screen, "ask_next_field"):
                self.screen.ask_next_field()

    @on(LinkRequested)
    def _show_link(self, message: LinkRequested) -> None:
        self.open_screen("link.LinkDialog", message.label, message.url, message.code, message.then)

    @on(KeepFieldsRequested)
    @on(SaveRequested)
    @on(KeepFindingsRequested)
    @on(MergeRequested)
    @on(WipeRequested)
    def _change_files(self, message: Message) -> None:
        persistence.HANDLERS[type(message)](self, message)

    def notify_accepted(self) -> None:
        """Tell the screen on top that its request was carried out, if it made one."""
        if isinstance(self.screen, GuardedScreen) and self.screen.is_waiting:
            self.screen.accepted()

    def action_undo(self) -> None:
        """Undo the last recorded event, and show which one it was."""
        # In a tuple, because `undo` itself returns None if there is nothing to undo.
        undone = self.run_or_report(lambda: (self.session.undo(),))
        if undone is not None:
            self.show_status(undo_message(self.snapshot, *undone))

    def action_help(self) -> None:
        """Show what the screen is for and which keys it knows."""
        self.open_screen("help.HelpDialog", self.screen)

    def action_search(self) -> None:
        """Open the search."""
        self.open_screen("search.SearchDialog", self.screen)

    def action_leave(self) -> None:
        """End the program; ask first if something is unfinished."""
        unfinished_work.leave(self)

    def action_go_on_in_lines(self) -> None:
        """Leave the full screen and continue in line mode."""
        unfinished_work.leave(self, in_lines=True)

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """End the program, and remember what was unfinished, whatever the reason for ending."""
        self.lost = tuple(open_work.work for open_work in unfinished_work.open_work(self))
        super().exit(result, return_code, message)

    def action_interrupt(self) -> None:
        """Copy the text selected with the mouse; without a selection leave, as Ctrl+C does elsewhere."""
        selected = self.screen.get_selected_text()
        if not selected:
            unfinished_work.leave(self, INTERRUPTED)
            return
        self.copy(selected)
        self.screen.clear_selection()

    def copy(self, text: str, if_not: str = "") -> None:
        """Copy a text to the clipboard; also show `if_not`, the advice for when it does not arrive."""
        from wizard.system.link_actions import copy_text

        def copy_to_terminal(_: str) -> bool:
            self.copy_to_clipboard(text)
            return True

        self.show_status(f"{copy_text(text, self.env, copy_to_terminal)} {if_not}".rstrip())

    def action_pause(self) -> None:
        """Suspend the program and return to the shell, where the system supports it."""
        self.action_suspend_process()

    def action_turn_theme(self) -> None:
        """Switch to the next theme and store the choice."""
        self.theme = themes.next_theme(self.theme)
        self.run_or_report(lambda: self.session.set_setting(THEME, self.theme))
        self.show_status(f"Colours: {themes.THEME_LABELS[self.theme]}.")

    def _handle_exception(self, error: Exception) -> None:
        """Ignore errors raised during shutdown: a screen may be removed before it is composed."""
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Print no traceback, because it would contain the user's input; `run` reports the error instead."""
        self._close_messages_no_wait()

    @property
    def crash_cause(self) -> BaseException | None:
        """The exception that ended the app, or None."""
        return self._exception
