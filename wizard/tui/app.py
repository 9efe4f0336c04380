"""The app: messages become calls of the session, the case that follows reaches the screens."""

import gc
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.events import DescendantFocus, Event, Key, Paste
from textual.reactive import var
from textual.screen import Screen
from textual.theme import Theme
from textual.timer import Timer

from wizard.core.case import Case, Entry
from wizard.core.clean import clean, escape_line
from wizard.core.event import Event as Happening
from wizard.core.letter.open_letters import OpenLetters
from wizard.core.sentences import form_words, recorded, taken_back
from wizard.errors import WizardError
from wizard.services.session import Session

from . import ending, leaving, storing, themes
from .keys import GLOBAL, UNDO, bindings
from .late import late, late_class
from .messages import Answered, FindingsWanted, KeepWanted, LinkWanted, Marked, MergeWanted, Noted, SaveWanted, Typed, WipeWanted
from .page import Page
from .repeats import RepeatGuard

if TYPE_CHECKING:
    from rich.console import RenderableType

    from wizard.core.unfinished import UnfinishedWork
    from wizard.export.letter import Written

INTERRUPTED = 130
THEME = "theme"
CALM_SECONDS = 0.2
SAID_SECONDS = 6
WARNED_SECONDS = 10


class WizardApp(App[None]):
    """The wizard in full screen."""

    TITLE = "protect-my-photos"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(GLOBAL)
    ENABLE_COMMAND_PALETTE = False

    case: var[Case] = var[Case](lambda: None, init=False)  # type: ignore[arg-type, return-value]

    saying: var[str] = var("")

    typed: var[Mapping[tuple[str, ...], tuple[str, ...]]] = var[Mapping[tuple[str, ...], tuple[str, ...]]](dict)
    """What was typed for letters in this sitting; it is never written down."""

    def __init__(self, session: Session, env: Mapping[str, str]) -> None:
        # Chosen before Textual reads the styles: changed afterwards, all of them would be read again.
        self.set_reactive(App.theme, themes.first(session.settings.get(THEME), env))
        super().__init__(ansi_color=True if "NO_COLOR" in env else None)  # otherwise Textual turns default colours into black
        self.animation_level = "none"
        self.session = session
        self.env = env
        self.in_lines = False
        self.repeats = RepeatGuard()
        self.edited: dict[tuple[str, ...], Written] = {}
        """Letters edited by hand in this sitting, by letter, case and addressee; like what was typed, never written down."""
        self.open_letters = OpenLetters()
        self.lost: tuple[UnfinishedWork, ...] = ()
        """What was unfinished when the program ended."""
        self._silence: Timer | None = None
        self.set_reactive(WizardApp.case, session.case)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes beside those of Textual."""
        return super().available_themes | themes.BY_NAME

    def get_default_screen(self) -> Screen[None]:
        """A first screen for a new person, another one for a person who comes back."""
        return late("welcome.WelcomeBackScreen" if self.session.answers else "welcome.WelcomeScreen")

    def on_mount(self) -> None:
        """Listen to the ways in which a terminal program ends, and say what the store had to mend."""
        ending.listen(self)
        self._tell_notices()

    async def on_event(self, event: Event) -> None:
        """Clean what is pasted, as all text from outside; drop keys that would record what nobody meant."""
        if isinstance(event, Paste):
            event.text = clean(event.text)
        elif isinstance(event, Key) and not event.is_forwarded and self.repeats.refuses(event, self.screen):
            return
        await super().on_event(event)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """No cursor blinks: nothing moves by itself here, and nothing is written to the terminal while nobody types."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def on_app_focus(self) -> None:
        """Another window may have changed the file in the meantime."""
        self.attempt(self.session.reload)

    def on_ready(self) -> None:
        """Collect garbage again once the first screen stands; nothing made before that can be any."""
        self.set_timer(CALM_SECONDS, self._collect)

    def _collect(self) -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def page(self, name: str, *arguments: object) -> Page:
        """Make a page, to be drawn in one picture."""
        made = late(name, *arguments)
        made.opened_as = (name, *arguments)
        return made

    def go(self, name: str, *arguments: object) -> None:
        """Show a page on top of this one."""
        self.show(self.page(name, *arguments))

    def show(self, page: Page, then: Callable[[None], None] | None = None) -> None:
        """Show a page on top of this one, unless it is there already: two quick keys open it once."""
        top = self.screen
        if isinstance(top, Page) and type(top) is type(page) and (page.is_modal or top.opened_as == page.opened_as):
            return
        page.draw_at_once(self)
        self.push_screen(page, then)

    def tell(self, text: str, *, wrong: bool = False, seconds: float = SAID_SECONDS) -> None:
        """Say what happened in a quiet line above the keys; what went wrong stands out more."""
        text = escape_line(text)  # it may name a file, and whoever named that may have meant harm
        if wrong:
            self.notify(text, severity="error", markup=False, timeout=WARNED_SECONDS)
            return
        self.saying = text
        if self._silence:
            self._silence.stop()
        self._silence = self.set_timer(seconds, self._fall_silent)

    def _fall_silent(self) -> None:
        self.saying = ""

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may fail, show the case that follows, and say in a sentence what went wrong."""
        try:
            act()
        except WizardError as error:
            self.tell(str(error), wrong=True)
            return False
        self.case = self.session.case
        self._tell_notices()
        return True

    def ask_reason(self, entry: Entry) -> None:
        """Ask why a step is not for the person, then leave it out."""
        self.go("ask.ReasonDialog", entry)

    def _tell_notices(self) -> None:
        for notice in self.session.store.notices:
            self.tell(notice, wrong=True)
        self.session.store.notices.clear()

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        if not self.attempt(lambda: self.session.answer_all(message.given)):
            return
        if message.question == "form":
            self.accept()
            self.tell(form_words(self.case))
        elif hasattr(self.screen, "proceed"):
            self.screen.proceed(message.question)

    @on(Marked)
    def _marked(self, message: Marked) -> None:
        if not self.attempt(lambda: self.session.mark(message.target, message.kind, message.on, message.note)):
            return
        self.accept()
        said = recorded(self.case, message.target, message.kind, message.note)
        if said:
            undo = f" {UNDO.key} takes it back." if message.kind == "skipped" else ""
            self.tell(f"✓ {said}" if message.kind == "done" else f"{said}{undo}")

    @on(Noted)
    def _noted(self, message: Noted) -> None:
        if self.attempt(lambda: self.session.note(message.target, message.text)):
            self.accept()
            self.tell("Note kept.")

    @on(Typed)
    def _typed(self, message: Typed) -> None:
        if self.typed.get(message.name) != message.texts:
            self.typed = {**self.typed, message.name: message.texts}
            leaving.worked_on(self)
        if message.done:
            self.accept()
            if hasattr(self.screen, "go_on"):
                self.screen.go_on()

    @on(LinkWanted)
    def _link_wanted(self, message: LinkWanted) -> None:
        self.go("link.LinkDialog", message.label, message.url, message.code, message.then)

    @on(KeepWanted)
    def _keep_wanted(self, message: KeepWanted) -> None:
        storing.keep_fields(self, message)

    @on(SaveWanted)
    def _save_wanted(self, message: SaveWanted) -> None:
        storing.save(self, message)

    @on(FindingsWanted)
    def _findings_wanted(self, message: FindingsWanted) -> None:
        storing.keep_findings(self, message)

    @on(MergeWanted)
    def _merge_wanted(self, message: MergeWanted) -> None:
        storing.merge(self, message)

    @on(WipeWanted)
    def _wipe_wanted(self) -> None:
        storing.wipe(self)

    def accept(self) -> None:
        """Tell the page on top that it got what it asked for, if it asked."""
        if isinstance(self.screen, Page) and self.screen.is_waiting:
            self.screen.accepted()

    def action_undo(self) -> None:
        """Take back the last record, and say which it was."""
        taken: list[Happening | None] = []
        if self.attempt(lambda: taken.append(self.session.undo())):
            self.tell(taken_back(self.case, taken[0]))

    def action_help(self) -> None:
        """Show what the screen is for and which keys it knows."""
        if not isinstance(self.screen, late_class("help.HelpDialog")):
            self.go("help.HelpDialog", self.screen)

    def action_search(self) -> None:
        """Look for anything by name."""
        if not isinstance(self.screen, late_class("find.FindDialog")):
            self.go("find.FindDialog", self.screen)

    def action_leave(self) -> None:
        """Leave, and ask first where something is not saved."""
        leaving.leave(self)

    def action_go_on_in_lines(self) -> None:
        """Leave the full screen and go on in lines."""
        leaving.leave(self, in_lines=True)

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """End the program, whatever ends it, and remember what was unfinished."""
        self.lost = tuple(each.work for each in leaving.open_work(self))
        super().exit(result, return_code, message)

    def action_interrupt(self) -> None:
        """Copy what was selected with the mouse, as everywhere; with nothing selected leave as Ctrl+C does."""
        selected = self.screen.get_selected_text()
        if not selected:
            leaving.leave(self, INTERRUPTED)
            return
        self.copy(selected)
        self.screen.clear_selection()

    def copy(self, text: str, if_not: str = "") -> None:
        """Send a text to the clipboard of the desktop, else to that of the terminal; say what can be known."""
        from wizard.services.linking import copied

        def pass_on(_: str) -> bool:
            self.copy_to_clipboard(text)
            return True

        self.tell(f"{copied(text, self.env, pass_on)} {if_not}".rstrip())

    def action_pause(self) -> None:
        """Go back to the shell, where the system has that."""
        self.action_suspend_process()

    def action_turn_theme(self) -> None:
        """Take the next colours and keep the choice."""
        self.theme = themes.after(self.theme)
        self.attempt(lambda: self.session.keep(THEME, self.theme))
        self.tell(f"Colours: {themes.WORDS[self.theme]}.")

    def _handle_exception(self, error: Exception) -> None:
        """While the person is leaving, a screen that was still being built may find its parts gone: that is no mistake."""
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual would print a traceback with everything the person typed; `run` says what happened instead."""
        self._close_messages_no_wait()

    @property
    def broken_by(self) -> BaseException | None:
        """The mistake that ended the app, if one did."""
        return self._exception
