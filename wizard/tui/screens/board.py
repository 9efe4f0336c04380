"""The board: the current step, the next three steps, and the progress of each action."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.formatting import place_heading
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.tui.keys import LEAVE, UNDO, Key
from wizard.tui.widgets.bar import exposure_bar
from wizard.tui.widgets.frame import KeyBar, TitleLine, WizardFooter
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import STRONG, styled

from .base import SCROLLING
from .board_sections import action_progress_options, all_done_text, current_step_options, initial_highlight, side_panel
from .steps import DONE, NOT_FOR_ME, OPEN, StepsScreen

TEN = Key("t", "ten", "ten minutes", "What helps most if you have ten minutes.")
OBJECTIONS = Key("o", "objections", "requests", "Your requests: what was sent, what came back, what follows.")
ROOM_FOR_TAPS = 32
ROOM_BESIDE = 96


class BoardScreen(StepsScreen):
    """The page on which the user works through the plan."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        replace(NOT_FOR_ME, in_bar=False),
        TEN,
        OBJECTIONS,
        Key("l", "letters", "letters", "Letters for your case and for people you know."),
        Key("p", "paper", "paper", "See the whole plan and its dates, and save them as documents."),
        Key("k", "contacts", "people you asked", "The people you asked about photos, and what came of it.", in_bar=False),
        Key("m", "audit", "what Meta holds", "Read your data export from Meta: what it really holds of yours.", in_bar=False),
        Key("i", "learn", "learn", "Read how Meta's AI training works, and what is disputed.", in_bar=False),
        Key("a", "answers", "answers", "See your answers and change them.", in_bar=False),
        Key("w", "place", "your place", "What holds where you live.", in_bar=False),
        Key("s", "kept", "what is stored", "See everything that is stored, copy it, merge a copy, remove it.", in_bar=False),
        replace(UNDO, in_bar=False),
        Key("q", "app.leave", "leave", LEAVE.help, in_bar=False),
        *SCROLLING,
    )
    PURPOSE = (
        "Your plan: what is due, one thing to do now, then what follows. Tab goes over to the actions and back. "
        "The percentage is the share of your plan that is done: each step counts from 1 to 5 points, by our estimate, "
        "and a refused objection counts as not done."
    )

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Without keys for steps if no open step is highlighted, and without empty pages."""
        snapshot, on_step = self.wizard_app.snapshot, self.entry is not None and not self._actions_focused
        idle = {DONE.action, NOT_FOR_ME.action} if not on_step else set()
        idle |= set() if snapshot.open_steps else {TEN.action}
        idle |= set() if snapshot.place else {OBJECTIONS.action}
        return tuple(key for key in self.KEYS if key.action not in idle)

    def compose(self) -> ComposeResult:
        yield TitleLine("")
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="exposure", classes="text")
            with Horizontal(id="board"):
                with Vertical(id="left"):
                    yield ItemList("steps")
                    yield Static(id="about", classes="text")
                with Vertical(id="right"):
                    yield Static(styled("Your plan", STRONG))
                    yield ItemList("actions")
                    yield HangingText(id="more", classes="gone")
        yield WizardFooter(self.KEYS)

    def _body_widgets(self) -> list[Widget]:
        return []

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say(place_heading(snapshot), f"essentials {snapshot.essentials.done} of {snapshot.essentials.total}")
        self.query_one("#exposure", Static).update(exposure_bar(snapshot))
        steps = self.query_one("#steps", ItemList)
        is_first = not steps.option_count
        steps.show(current_step_options(snapshot, taps=self.size.height >= ROOM_FOR_TAPS))
        if is_first:
            steps.highlighted = initial_highlight(snapshot)
        steps.set_class(not steps.option_count, "gone")
        about = self.query_one("#about", Static)
        about.update(all_done_text(snapshot))
        about.set_class(bool(snapshot.open_steps), "gone")
        self.query_one("#actions", ItemList).show(action_progress_options(snapshot))
        self._show_side_panel()
        self._show_active_keys()
        if not steps.option_count and not self._actions_focused:
            self.query_one("#actions", ItemList).focus(scroll_visible=False)

    def _show_side_panel(self) -> None:
        """Show at the right what is on other pages too, if the window is large enough."""
        has_room = self.size.width >= ROOM_BESIDE and self.size.height >= ROOM_FOR_TAPS
        panel = self.query_one("#more", HangingText)
        panel.say(side_panel(self.wizard_app.snapshot, self.wizard_app.session.events) if has_room else ())

    def on_resize(self, event: Resize) -> None:
        """Draw again: a larger window shows more."""
        if self.query("#more"):
            self._show_snapshot(self.wizard_app.snapshot)

    @on(OptionList.OptionHighlighted, "#steps")
    @on(DescendantFocus)
    def _show_active_keys(self) -> None:
        """Show the keys for the highlighted row."""
        self.query_one(KeyBar).say(self.active_keys)

    @on(OptionList.OptionSelected, "#steps")
    def _open_objection(self, event: OptionList.OptionSelected) -> None:
        """Open the objection of a deadline; all other rows open their step."""
        if self._is_objection(event.option):
            event.prevent_default()
            self.wizard_app.open_screen("objections.ObjectionScreen", event.option_id)

    @on(OptionList.OptionSelected, "#actions")
    def _open_action(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard_app.open_screen("action.ActionScreen", event.option_id)

    def _is_objection(self, option: Option | None) -> bool:
        return option is not None and any(each.target == option.id for each in self.wizard_app.snapshot.objections)

    @property
    def _actions_focused(self) -> bool:
        return self.focused is not None and self.focused.id == "actions"

    def _highlighted_open_step(self) -> PlanStep | None:
        """Return the highlighted open step; an objection cannot be marked as done."""
        if self._is_objection(self.query_one("#steps", ItemList).highlighted_option) and not self._actions_focused:
            self.wizard_app.show_status("Enter opens the request: say there what came back.")
            return None
        return super()._highlighted_open_step()

    def action_ten(self) -> None:
        """Show the quick wins."""
        self.wizard_app.open_screen("quick_wins.QuickWinsScreen")

    def action_paper(self) -> None:
        """Show the plan as a document."""
        self.wizard_app.open_screen("documents.DocumentScreen")

    def action_objections(self) -> None:
        """Show the objections."""
        self.wizard_app.open_screen("objections.ObjectionsScreen")

    def action_letters(self) -> None:
        """Show the letters."""
        self.wizard_app.open_screen("letters.LettersScreen")

    def action_contacts(self) -> None:
        """Show the contacts."""
        self.wizard_app.open_screen("contacts.ContactsScreen")

    def action_audit(self) -> None:
        """Ask for the data export."""
        self.wizard_app.open_screen("audit.AuditScreen")

    def action_learn(self) -> None:
        """Show the articles."""
        self.wizard_app.open_screen("reader.ArticlesScreen")

    def action_answers(self) -> None:
        """Show the answers."""
        self.wizard_app.open_screen("review.ReviewScreen")

    def action_kept(self) -> None:
        """Show what is stored."""
        self.wizard_app.open_screen("stored_data.StoredDataScreen")

    def action_place(self) -> None:
        """Show everything about the user's place."""
        self.wizard_app.open_screen("reader.PlaceScreen")
