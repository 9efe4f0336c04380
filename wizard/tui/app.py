"""The app: messages become calls of the session, the case that follows reaches the screens."""

import gc
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.events import DescendantFocus, Event, Key, Paste
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.theme import Theme
from textual.timer import Timer

from wizard.core.event import Event as Happening
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
    """What was typed for letters in this sitting; it is never written down."""

    def __init__(self, session: Session, env: Mapping[str, str]) -> None:
        # Chosen before Textual reads the styles: changed afterwards, all of them would be read again.
        self.set_reactive(App.theme, themes.initial_theme(session.settings.get(THEME), env))
        super().__init__(ansi_color=True if "NO_COLOR" in env else None)  # otherwise Textual turns default colours into black
        self.animation_level = "none"
        self.session = session
        self.env = env
        self.in_lines = False
        self.repeats = RepeatGuard()
        self.edited_letters: dict[tuple[str, ...], RenderedLetter] = {}
        """Letters edited by hand in this sitting, by letter, case and addressee; like what was typed, never written down."""
        self.open_letters = OpenLetters()
        self.lost: tuple[UnfinishedWork, ...] = ()
        """What was unfinished when the program ended."""
        self._silence: Timer | None = None
        self.set_reactive(WizardApp.snapshot, session.case)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes beside those of Textual."""
        return super().available_themes | themes.BY_NAME

    def get_default_screen(self) -> Screen[None]:
        """A first screen for a new person, another one for a person who comes back."""
        return lazy_screen("welcome.WelcomeBackScreen" if self.session.answers else "welcome.WelcomeScreen")

    def on_mount(self) -> None:
        """Listen to the ways in which a terminal program ends, and say what the store had to mend."""
        signals.handle_signals(self)
        self._tell_notices()

    async def on_event(self, event: Event) -> None:
        """Clean what is pasted, as all text from outside; drop keys that would record what nobody meant."""
        if isinstance(event, Paste):
            event.text = sanitize(event.text)
        elif isinstance(event, Key) and not event.is_forwarded and self.repeats.refuses(event, self.screen):
            return
        await super().on_event(event)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """No cursor blinks: nothing moves by itself here, and nothing is written to the terminal while nobody types."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def on_app_focus(self) -> None:
        """Another window may have changed the file in the meantime."""
        self.run_or_report(self.session.reload)

    def on_ready(self) -> None:
        """Collect garbage again once the first screen stands; nothing made before that can be any."""
        self.set_timer(GC_DELAY_SECONDS, self._collect)

    def _collect(self) -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def page(self, name: str, *arguments: object) -> GuardedScreen:
        """Make a page, to be drawn in one picture."""
        made = lazy_screen(name, *arguments)
        made.opened_as = (name, *arguments)
        return made

    def open_screen(self, name: str, *arguments: object) -> None:
        """Show a page on top of this one."""
        self.show(self.page(name, *arguments))

    def show(self, page: GuardedScreen, then: Callable[[None], None] | None = None) -> None:
        """Show a page on top of this one, unless it is there already: two quick keys open it once."""
        top = self.screen
        if isinstance(top, GuardedScreen) and type(top) is type(page) and (page.is_modal or top.opened_as == page.opened_as):
            return
        page.draw_at_once(self)
        self.push_screen(page, then)

    def show_status(self, text: str, *, wrong: bool = False, seconds: float = STATUS_SECONDS) -> None:
        """Say what happened in a quiet line above the keys; what went wrong stands out more."""
        text = escape_line(text)  # it may name a file, and whoever named that may have meant harm
        if wrong:
            self.notify(text, severity="error", markup=False, timeout=WARNED_SECONDS)
            return
        self.status_text = text
        if self._silence:
            self._silence.stop()
        self._silence = self.set_timer(seconds, self._clear_status)

    def _clear_status(self) -> None:
        self.status_text = ""

    def run_or_report(self, act: Callable[[], object]) -> bool:
        """Do something that may fail, show the case that follows, and say in a sentence what went wrong."""
        try:
            act()
        except WizardError as error:
            self.show_status(str(error), wrong=True)
            return False
        self.snapshot = self.session.case
        self._tell_notices()
        return True

    def _tell_notices(self) -> None:
        for notice in self.session.store.notices:
            self.show_status(notice, wrong=True)
        self.session.store.notices.clear()

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        if not self.run_or_report(lambda: self.session.record_answers(message.given)):
            return
        if message.question == "form":
            self.notify_accepted()
            self.show_status(form_answer_message(self.snapshot))
        elif hasattr(self.screen, "proceed"):
            self.screen.proceed(message.question)

    @on(EventRecorded)
    def _marked(self, message: EventRecorded) -> None:
        if not self.run_or_report(lambda: self.session.mark(message.target, message.kind, message.on, message.note)):
            return
        self.notify_accepted()
        said = recorded_message(self.snapshot, message.target, message.kind, message.note)
        if said:
            undo = f" {UNDO.key} takes it back." if message.kind == "skipped" else ""
            self.show_status(f"✓ {said}" if message.kind == "done" else f"{said}{undo}")

    @on(NoteWritten)
    def _noted(self, message: NoteWritten) -> None:
        if self.run_or_report(lambda: self.session.add_note(message.target, message.text)):
            self.notify_accepted()
            self.show_status("Note kept.")

    @on(LetterFieldChanged)
    def _typed(self, message: LetterFieldChanged) -> None:
        if self.letter_input.get(message.name) != message.texts:
            self.letter_input = {**self.letter_input, message.name: message.texts}
            unfinished_work.worked_on(self)
        if message.done:
            self.notify_accepted()
            if hasattr(self.screen, "ask_next_field"):
                self.screen.ask_next_field()

    @on(LinkRequested)
    def _link_wanted(self, message: LinkRequested) -> None:
        self.open_screen("link.LinkDialog", message.label, message.url, message.code, message.then)

    @on(KeepFieldsRequested)
    @on(SaveRequested)
    @on(KeepFindingsRequested)
    @on(MergeRequested)
    @on(WipeRequested)
    def _change_files(self, message: Message) -> None:
        persistence.HANDLERS[type(message)](self, message)

    def notify_accepted(self) -> None:
        """Tell the page on top that it got what it asked for, if it asked."""
        if isinstance(self.screen, GuardedScreen) and self.screen.is_waiting:
            self.screen.accepted()

    def action_undo(self) -> None:
        """Take back the last record, and say which it was."""
        taken: list[Happening | None] = []
        if self.run_or_report(lambda: taken.append(self.session.undo())):
            self.show_status(undo_message(self.snapshot, taken[0]))

    def action_help(self) -> None:
        """Show what the screen is for and which keys it knows."""
        self.open_screen("help.HelpDialog", self.screen)

    def action_search(self) -> None:
        """Look for anything by name."""
        self.open_screen("search.SearchDialog", self.screen)

    def action_leave(self) -> None:
        """Leave, and ask first where something is not saved."""
        unfinished_work.leave(self)

    def action_go_on_in_lines(self) -> None:
        """Leave the full screen and go on in lines."""
        unfinished_work.leave(self, in_lines=True)

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """End the program, whatever ends it, and remember what was unfinished."""
        self.lost = tuple(each.work for each in unfinished_work.open_work(self))
        super().exit(result, return_code, message)

    def action_interrupt(self) -> None:
        """Copy what was selected with the mouse, as everywhere; with nothing selected leave as Ctrl+C does."""
        selected = self.screen.get_selected_text()
        if not selected:
            unfinished_work.leave(self, INTERRUPTED)
            return
        self.copy(selected)
        self.screen.clear_selection()

    def copy(self, text: str, if_not: str = "") -> None:
        """Send a text to the clipboard of the desktop, else to that of the terminal; say what can be known."""
        from wizard.system.link_actions import copy_text

        def pass_on(_: str) -> bool:
            self.copy_to_clipboard(text)
            return True

        self.show_status(f"{copy_text(text, self.env, pass_on)} {if_not}".rstrip())

    def action_pause(self) -> None:
        """Go back to the shell, where the system has that."""
        self.action_suspend_process()

    def action_turn_theme(self) -> None:
        """Take the next colours and keep the choice."""
        self.theme = themes.next_theme(self.theme)
        self.run_or_report(lambda: self.session.set_setting(THEME, self.theme))
        self.show_status(f"Colours: {themes.THEME_LABELS[self.theme]}.")

    def _handle_exception(self, error: Exception) -> None:
        """While the person is leaving, a screen that was still being built may find its parts gone: that is no mistake."""
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual would print a traceback with everything the person typed; `run` says what happened instead."""
        self._close_messages_no_wait()

    @property
    def crash_cause(self) -> BaseException | None:
        """The mistake that ended the app, if one did."""
        return self._exception
