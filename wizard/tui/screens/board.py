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

from wizard.core.case import Case, Entry
from wizard.core.words import heading
from wizard.tui.keys import LEAVE, UNDO, Key
from wizard.tui.widgets.bar import exposure
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.frame import Foot, KeyBar, TitleLine
from wizard.tui.widgets.hanging import Hanging
from wizard.tui.widgets.prose import STRONG, said

from .base import SCROLLING
from .overview import actions, beside, finished, now, start
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
        replace(NOT_FOR_ME, shown=False),
        TEN,
        OBJECTIONS,
        Key("l", "letters", "letters", "Letters for your case and for people you know."),
        Key("p", "paper", "paper", "See the whole plan and its dates, and save them as documents."),
        Key("k", "contacts", "people you asked", "The people you asked about photos, and what came of it.", shown=False),
        Key("m", "audit", "what Meta holds", "Read your data export from Meta: what it really holds of yours.", shown=False),
        Key("i", "learn", "learn", "Read how Meta's AI training works, and what is disputed.", shown=False),
        Key("a", "answers", "answers", "See your answers and change them.", shown=False),
        Key("w", "place", "your place", "What holds where you live.", shown=False),
        Key("s", "kept", "what is stored", "See everything that is stored, copy it, merge a copy, remove it.", shown=False),
        replace(UNDO, shown=False),
        Key("q", "app.leave", "leave", LEAVE.help, shown=False),
        *SCROLLING,
    )
    PURPOSE = (
        "Your plan: what is due, one thing to do now, then what follows. Tab goes over to the actions and back. "
        "“Still open to Meta” is the part of your plan that is not done yet, or that Meta refused; "
        "a step counts from 1 to 5 points."
    )

    @property
    def live_keys(self) -> tuple[Key, ...]:
        """No key for a step where no step is pointed at, or none is open; the objections where there are some."""
        case, at_step = self.wizard.case, self.entry is not None and not self._among_actions
        dead = {DONE.action, NOT_FOR_ME.action} if not at_step else set()
        dead |= set() if case.open else {TEN.action}
        dead |= set() if case.objections else {OBJECTIONS.action}
        return tuple(key for key in self.KEYS if key.action not in dead)

    def compose(self) -> ComposeResult:
        yield TitleLine("")
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="exposure", classes="text")
            with Horizontal(id="board"):
                with Vertical(id="left"):
                    yield PlainList("steps")
                    yield Static(id="about", classes="text")
                with Vertical(id="right"):
                    yield Static(said("Your plan", STRONG))
                    yield PlainList("actions")
                    yield Hanging(id="more", classes="gone")
        yield Foot(self.KEYS)

    def _parts(self) -> list[Widget]:
        return []

    def _show(self, case: Case) -> None:
        self.title_line.say(heading(case), f"{case.done} of {case.total} steps")
        self.query_one("#exposure", Static).update(exposure(case))
        steps = self.query_one("#steps", PlainList)
        begins = not steps.option_count
        steps.show(now(case, taps=self.size.height >= ROOM_FOR_TAPS))
        if begins:
            steps.highlighted = start(case)
        steps.set_class(not steps.option_count, "gone")
        about = self.query_one("#about", Static)
        about.update(finished(case))
        about.set_class(bool(case.open), "gone")
        self.query_one("#actions", PlainList).show(actions(case))
        self._show_more()
        self._say_keys()
        if not steps.option_count and not self._among_actions:
            self.query_one("#actions", PlainList).focus(scroll_visible=False)

    def _show_more(self) -> None:
        """At the right, what one would go to other pages for, where there is much room."""
        room = self.size.width >= ROOM_BESIDE and self.size.height >= ROOM_FOR_TAPS
        more = self.query_one("#more", Hanging)
        more.say(beside(self.wizard.case, self.wizard.session.events) if room else ())

    def on_resize(self, event: Resize) -> None:
        """More room, more to see."""
        if self.query("#more"):
            self._show(self.wizard.case)

    @on(OptionList.OptionHighlighted, "#steps")
    @on(DescendantFocus)
    def _say_keys(self) -> None:
        """The keys follow the cursor."""
        self.query_one(KeyBar).say(self.live_keys)

    @on(OptionList.OptionSelected, "#steps")
    def _open_due(self, event: OptionList.OptionSelected) -> None:
        """What is due leads to its objection, everything else in the list to its step."""
        if self._is_due(event.option):
            event.prevent_default()
            self.wizard.go("objection.ObjectionScreen", event.option_id)

    @on(OptionList.OptionSelected, "#actions")
    def _open_action(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard.go("action.ActionScreen", event.option_id)

    def _is_due(self, option: Option | None) -> bool:
        return option is not None and any(each.target == option.id for each in self.wizard.case.objections)

    @property
    def _among_actions(self) -> bool:
        return self.focused is not None and self.focused.id == "actions"

    def _pointed(self) -> Entry | None:
        """The step under the cursor; of an objection one says what came back, and not that it is done."""
        if self._is_due(self.query_one("#steps", PlainList).highlighted_option) and not self._among_actions:
            self.wizard.tell("Enter opens the objection: say there what came back.")
            return None
        return super()._pointed()

    def action_ten(self) -> None:
        """Show what helps most in ten minutes."""
        self.wizard.go("ten.TenMinutesScreen")

    def action_paper(self) -> None:
        """Show the plan as a document."""
        self.wizard.go("paper.PaperScreen")

    def action_objections(self) -> None:
        """Show the objection cases."""
        self.wizard.go("objection.ObjectionsScreen")

    def action_letters(self) -> None:
        """Show the letters."""
        self.wizard.go("letters.LettersScreen")

    def action_contacts(self) -> None:
        """Show the contact book."""
        self.wizard.go("contacts.ContactsScreen")

    def action_audit(self) -> None:
        """Ask for the data export."""
        self.wizard.go("audit.AuditScreen")

    def action_learn(self) -> None:
        """Show the articles."""
        self.wizard.go("reader.ArticlesScreen")

    def action_answers(self) -> None:
        """Show the answers."""
        self.wizard.go("review.ReviewScreen")

    def action_kept(self) -> None:
        """Show what is stored."""
        self.wizard.go("kept.KeptScreen")

    def action_place(self) -> None:
        """Show what holds in the person's place."""
        self.wizard.go("reader.PlaceScreen")
