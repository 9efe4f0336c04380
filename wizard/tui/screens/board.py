"""The board: one thing to do now, the next three, and how far each action has come."""

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
OBJECTIONS = Key("o", "objections", "objections", "Your objections: what was sent, what came back, what follows.")
ROOM_FOR_TAPS = 32
ROOM_BESIDE = 96


class BoardScreen(StepsScreen):
    """Where the person works on the plan."""

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
        "“Still open to Meta” is the part of your plan that is not done yet, or that Meta refused; "
        "a step counts from 1 to 5 points."
    )

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """No key for a step where no step is pointed at, or none is open; the objections where there are some."""
        case, at_step = self.wizard_app.snapshot, self.entry is not None and not self._among_actions
        dead = {DONE.action, NOT_FOR_ME.action} if not at_step else set()
        dead |= set() if case.open_steps else {TEN.action}
        dead |= set() if case.objections else {OBJECTIONS.action}
        return tuple(key for key in self.KEYS if key.action not in dead)

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

    def _show_snapshot(self, case: Snapshot) -> None:
        self.title_line.say(place_heading(case), f"{case.done} of {case.total} steps")
        self.query_one("#exposure", Static).update(exposure_bar(case))
        steps = self.query_one("#steps", ItemList)
        begins = not steps.option_count
        steps.show(current_step_options(case, taps=self.size.height >= ROOM_FOR_TAPS))
        if begins:
            steps.highlighted = initial_highlight(case)
        steps.set_class(not steps.option_count, "gone")
        about = self.query_one("#about", Static)
        about.update(all_done_text(case))
        about.set_class(bool(case.open_steps), "gone")
        self.query_one("#actions", ItemList).show(action_progress_options(case))
        self._show_more()
        self._say_keys()
        if not steps.option_count and not self._among_actions:
            self.query_one("#actions", ItemList).focus(scroll_visible=False)

    def _show_more(self) -> None:
        """At the right, what one would go to other pages for, where there is much room."""
        room = self.size.width >= ROOM_BESIDE and self.size.height >= ROOM_FOR_TAPS
        more = self.query_one("#more", HangingText)
        more.say(side_panel(self.wizard_app.snapshot, self.wizard_app.session.events) if room else ())

    def on_resize(self, event: Resize) -> None:
        """More room, more to see."""
        if self.query("#more"):
            self._show_snapshot(self.wizard_app.snapshot)

    @on(OptionList.OptionHighlighted, "#steps")
    @on(DescendantFocus)
    def _say_keys(self) -> None:
        """The keys follow the cursor."""
        self.query_one(KeyBar).say(self.active_keys)

    @on(OptionList.OptionSelected, "#steps")
    def _open_due(self, event: OptionList.OptionSelected) -> None:
        """What is due leads to its objection, everything else in the list to its step."""
        if self._is_due(event.option):
            event.prevent_default()
            self.wizard_app.open_screen("objections.ObjectionScreen", event.option_id)

    @on(OptionList.OptionSelected, "#actions")
    def _open_action(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard_app.open_screen("action.ActionScreen", event.option_id)

    def _is_due(self, option: Option | None) -> bool:
        return option is not None and any(each.target == option.id for each in self.wizard_app.snapshot.objections)

    @property
    def _among_actions(self) -> bool:
        return self.focused is not None and self.focused.id == "actions"

    def _pointed(self) -> PlanStep | None:
        """The step under the cursor; of an objection one says what came back, and not that it is done."""
        if self._is_due(self.query_one("#steps", ItemList).highlighted_option) and not self._among_actions:
            self.wizard_app.show_status("Enter opens the objection: say there what came back.")
            return None
        return super()._pointed()

    def action_ten(self) -> None:
        """Show what helps most in ten minutes."""
        self.wizard_app.open_screen("quick_wins.QuickWinsScreen")

    def action_paper(self) -> None:
        """Show the plan as a document."""
        self.wizard_app.open_screen("documents.DocumentScreen")

    def action_objections(self) -> None:
        """Show the objection cases."""
        self.wizard_app.open_screen("objections.ObjectionsScreen")

    def action_letters(self) -> None:
        """Show the letters."""
        self.wizard_app.open_screen("letters.LettersScreen")

    def action_contacts(self) -> None:
        """Show the contact book."""
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
        """Show what holds in the person's place."""
        self.wizard_app.open_screen("reader.PlaceScreen")
