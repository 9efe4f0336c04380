"""The board: one thing to do now, the next three, and how far each action has come."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case, Part
from wizard.core.library import ACTION_IDS
from wizard.core.prose import plain
from wizard.core.sentences import due_words
from wizard.core.words import heading, part_line, percent
from wizard.tui.keys import LEAVE, UNDO, Key
from wizard.tui.widgets.bar import bar
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.frame import Foot, TitleLine
from wizard.tui.widgets.hanging import Hung, row
from wizard.tui.widgets.prose import ALERT, GOOD, QUIET, STRONG, joined, lines, marked_up, said

from .base import SCROLLING
from .steps import DONE, NOT_FOR_ME, OPEN, StepsScreen, step_option

THEN = 3


class BoardScreen(StepsScreen):
    """Where the person works on the plan."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        OPEN,
        DONE,
        replace(NOT_FOR_ME, shown=False),
        Key("t", "ten", "ten minutes", "What helps most if you have ten minutes."),
        Key("l", "letters", "letters", "Letters for your case and for people you know."),
        Key("p", "paper", "paper", "See the whole plan and save it as a document."),
        Key("o", "objections", "objections", "Your objections: what was sent, what came back, what follows.", shown=False),
        Key("k", "contacts", "people you asked", "The people you asked about photos, and what came of it.", shown=False),
        Key("m", "audit", "what Meta holds", "Read your data export from Meta: what it really holds of yours.", shown=False),
        Key("i", "learn", "learn", "Read how Meta's AI training works, and what is disputed.", shown=False),
        Key("a", "answers", "answers", "See your answers and change them.", shown=False),
        Key("w", "place", "your place", "What holds where you live.", shown=False),
        Key("s", "kept", "what is stored", "See everything that is stored, copy it, merge a copy, remove it.", shown=False),
        Key("u", "app.undo", "undo", UNDO.help, shown=False),
        Key("q", "app.leave", "leave", LEAVE.help, shown=False),
        Key("question_mark", "app.help", "help", "Show all keys.", "?"),
        *SCROLLING,
    )
    PURPOSE = "Your plan: one thing to do now, then what follows. Tab goes over to the six actions and back."

    def compose(self) -> ComposeResult:
        yield TitleLine("")
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="exposure", classes="text")
            yield Static(id="due", classes="text")
            with Horizontal(id="board"):
                with Vertical(id="left"):
                    yield Static(said("Now", STRONG))
                    yield PlainList("steps")
                    yield Static(id="about", classes="quiet")
                with Vertical(id="right"):
                    yield Static(said("Your plan", STRONG))
                    yield PlainList("actions")
        yield Foot(self.KEYS)

    def _parts(self) -> list[Widget]:
        return []

    def _show(self, case: Case) -> None:
        self.title_line.say(heading(case), f"{case.done} of {case.total} steps")
        self.query_one("#exposure", Static).update(
            joined("Exposure  ", bar(case.exposure.share, 20), f"  {percent(case.exposure)} still open")
        )
        due = self.query_one("#due", Static)
        due.update(lines(_due(case)))
        due.set_class(not case.deadlines, "gone")
        self.query_one("#steps", PlainList).show(_steps(case))
        self.query_one("#actions", PlainList).show([Option(_part(part), id=part.action.id) for part in case.parts])
        self._say_about()

    @on(OptionList.OptionHighlighted, "#steps")
    def _say_about(self) -> None:
        """Below the list, a word about the step under the cursor."""
        entry = self.entry
        words = plain(entry.step.intro.split("\n\n")[0]) if entry else "Nothing is open. Look again in three months."
        self.query_one("#about", Static).update(marked_up(words))

    @on(OptionList.OptionSelected, "#actions")
    def _open_action(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.wizard.go("action.ActionScreen", event.option_id)

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


def _due(case: Case) -> list[Content]:
    return [
        joined(
            said("! Overdue " if each.due < case.today else "! ", ALERT),
            due_words(case, each),
        )
        for each in case.deadlines
    ]


def _steps(case: Case) -> list[Option]:
    """The best open step, then the next three under a word of their own."""
    found = [step_option(entry) for entry in case.open[: 1 + THEN]]
    if len(found) > 1:
        found.insert(1, Option(joined("\n", said("Then", STRONG)), disabled=True))
    return found


def _part(part: Part) -> Hung:
    number = ACTION_IDS.index(part.action.id)
    sign = said("✓  ", GOOD) if part.status == "done" else said(f"{number or '●'}  ", QUIET)
    return Hung(row(part.action.title, sign), aside=part_line(part))
