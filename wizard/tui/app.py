"""The Textual app: passes messages to the session and the resulting snapshot to the screens."""

import gc
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.events import DescendantFocus, Event, Key, Paste
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme

from wizard.core.sanitize import sanitize
from wizard.i18n import _
from wizard.storage.people import other_people
from wizard.storage.session import Session
from wizard.views import key_texts
from wizard.views.colours import theme_message
from wizard.views.move import asks_for_move
from wizard.views.user_messages import NOTE_KEPT, form_answer_message, protection_change, recorded_message, undo_message

from . import persistence, signals, themes, unfinished_work
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
    PersonRequested,
    SaveRequested,
    WipeRequested,
)
from .repeat_guard import RepeatGuard
from .session_app import SessionApp
from .widgets.bar import progress_bar

if TYPE_CHECKING:
    from rich.console import RenderableType

    from wizard.core.plan_entries import Exposure
    from wizard.core.unfinished_work import UnfinishedWork

INTERRUPTED = 130
THEME = "theme"
GC_DELAY_SECONDS = 0.2
RECORDED_SECONDS = 12
"""How long is shown what was recorded and what it has brought."""
CHANGE_WIDTH = 10


class WizardApp(SessionApp):
    """The wizard in full screen."""

    TITLE = "protect-my-photos"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = textual_bindings(GLOBAL)
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, session: Session, env: Mapping[str, str]) -> None:
        # Set before Textual reads the styles; a later change makes it read all of them again (some 20 ms).
        self.set_reactive(App.theme, themes.initial_theme(session.settings.get(THEME), env))
        super().__init__(session, env)
        self.animation_level = "none"
        self.repeats = RepeatGuard()
        self.lost: tuple[UnfinishedWork, ...] = ()
        """The work that was unfinished when the program ended."""

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Return the themes of the program together with those of Textual."""
        name = getattr(self, "_reactive_theme", "")
        adapted = {name: themes.readable_theme(name)} if name in themes.OTHER_NAMES else {}
        return super().available_themes | themes.BY_NAME | adapted

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme without collecting all of them first: Textual asks for the current one with every line it draws."""
        if theme_name in themes.BY_NAME or theme_name in themes.OTHER_NAMES:
            return themes.readable_theme(theme_name)
        return super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen: one for a new user, another for a returning user."""
        return lazy_screen("welcome.WelcomeBackScreen" if self.session.answers else "welcome.WelcomeScreen")

    def on_mount(self) -> None:
        """Handle the signals that end a terminal program, and show the notices of the store."""
        signals.handle_signals(self)
        self._show_notices()
        if self.asks_for_person and other_people(self.session.store.path):
            self.call_later(self.open_screen, "people.PeopleDialog")

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

    @on(Answered)
    def _record_answers(self, message: Answered) -> None:
        if self.run_or_report(lambda: self.session.record_answers(message.given)) is None:
            return
        if message.question == "form":
            self.notify_accepted()
            self.show_status(form_answer_message(self.snapshot))
        elif hasattr(self.screen, "proceed"):
            self.screen.proceed(*message.given)
        if asks_for_move(self.snapshot, message.given):
            self.open_screen("accounts.MoveDialog")

    @on(EventRecorded)
    def _record_event(self, message: EventRecorded) -> None:
        target, kind, before = message.target, message.kind, self.snapshot.exposure
        if self.run_or_report(lambda: self.session.mark(target, kind, message.on, message.note)) is None:
            return
        self.notify_accepted()
        recorded = recorded_message(self.snapshot, target, kind, message.note)
        if recorded:
            undo = _(key_texts.TAKE_BACK, key=UNDO.key) if kind == "skipped" else ""
            change = self._change_since(before) if kind == "done" else ""
            text = f"✓ {recorded}{change}" if kind == "done" else f"{recorded} {undo}".rstrip()
            self.show_status(text, seconds=RECORDED_SECONDS)

    def _change_since(self, before: "Exposure") -> str:
        """Return what a step has brought, drawn and in words; "" if the share is the same."""
        after = self.snapshot.exposure
        if after.done_share <= before.done_share:
            return ""
        bars = " → ".join(progress_bar(each.done_share, CHANGE_WIDTH).plain for each in (before, after))
        return f"  {bars}  {protection_change(before, after)}"

    @on(NoteWritten)
    def _add_note(self, message: NoteWritten) -> None:
        if self.run_or_report(lambda: self.session.add_note(message.target, message.text)) is not None:
            self.notify_accepted()
            self.show_status(_(NOTE_KEPT))

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
    @on(PersonRequested)
    @on(WipeRequested)
    def _change_files(self, message: Message) -> None:
        persistence.HANDLERS[type(message)](self, message)

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
        from wizard.views.link import clipboard_message

        def copy_to_terminal(_text: str) -> bool:
            self.copy_to_clipboard(text)
            return True

        copied = copy_text(text, self.env, copy_to_terminal)
        self.show_status(f"{clipboard_message(copied=copied)} {if_not}".rstrip())

    def action_pause(self) -> None:
        """Suspend the program and return to the shell, where the system supports it."""
        self.action_suspend_process()

    def action_choose_theme(self) -> None:
        """Open the list of themes; each is shown while it is under the cursor."""
        self.open_screen("theme.ThemeDialog")

    def store_theme(self) -> None:
        """Keep the present theme for the next start."""
        self.run_or_report(lambda: self.session.set_setting(THEME, self.theme))
        self.show_status(theme_message(self.theme))

    def action_save_picture(self) -> None:
        """Save a picture of the page below the search, with the user's names blacked out."""
        from .page_picture import save_page_picture

        save_page_picture(self)

    def action_turn_theme(self) -> None:
        """Switch to the next theme and store the choice."""
        self.theme = themes.next_theme(self.theme)
        self.store_theme()

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
