"""One step: instructions for the user's devices, limits, links, letters and sources."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.content.markdown import parse_markdown, section_blocks
from wizard.core.content_models import OBJECTION
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.formatting import DEVICE, confidence_note, format_date, format_minutes, in_brackets, open_prerequisites
from wizard.core.progress import DONE, OPEN
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.messages import EventRecorded, LinkRequested
from wizard.tui.widgets.bar import dot_scale
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingOption, HangingText, Row, hanging_row, section_rows
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ALERT, GOOD, QUIET, STRONG, concat, stack_lines, styled, styled_paragraphs
from wizard.views.user_messages import STEP_REMOVED, WARNING_SECTIONS, step_source_summary, step_status_text

from .base import SCROLLING, WizardScreen
from .steps import ALREADY_CLOSED, REOPEN, STILL_OPEN, keys_for_step

NOTE = Key("n", "note", "note", "Keep a note with this step.")
FORM = Key(
    "f",
    "form",
    "did it open?",
    "Tell whether Meta's objection form opened for you; the plan follows at once.",
)
LINK = Key("enter,o", "open_link", "open link", "Open the link under the cursor, or the first one; 1 to 9 open the others.")
LETTER = replace(LINK, label="letter", help="Write the letter under the cursor, or the first one.")


class StepScreen(WizardScreen):
    """Everything about one step, with a key for each action."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("d", "done", "done", "The step is done.", records=True),
        Key("x", "not_for_me", "not for me", "The step is not for you; say why, and it no longer counts."),
        REOPEN,
        LINK,
        FORM,
        Key("w", "why", "why", "Why this step is in your plan, how it is weighed, what would change it."),
        NOTE,
        BACK,
        Key("r", "qr", "QR code", "Show the link as a QR code for the phone.", in_bar=False),
        Key("l", "letters", "letters", "All letters: for your case, and for people you know.", in_bar=False),
        Key(UNDO.key, UNDO.action, UNDO.label, UNDO.help, in_bar=False),
        *(Key(str(number), f"open_number({number})", "", f"Open link {number}.", in_bar=False) for number in range(1, 10)),
        Key("down,j", "scroll_line(1)", "", "Scroll down.", in_bar=False),
        Key("up,k", "scroll_line(-1)", "", "Scroll up.", in_bar=False),
        *SCROLLING,
    )
    PURPOSE = "One thing to do. Follow the numbers, then press d. Nothing is done for you behind your back."
    LIST_FIRST = False

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def _body_widgets(self) -> list[Widget]:
        return [Static(id="title", classes="big"), Static(id="intro", classes="text"), HangingText(id="taps"),
                HangingText(id="limits"), ItemList("links"), Static(id="facts", classes="quiet")]  # fmt: skip

    @property
    def entry(self) -> PlanStep | None:
        """The step in the plan; None if an answer removed it."""
        return self.wizard_app.snapshot.step(self._step)

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """The keys for the step's status; only the objection step asks whether the form opened."""
        keys = tuple(key for key in keys_for_step(self.KEYS, self.entry) if self.check_action(key.action, ()))
        if self.entry and self.entry.step.letters and not self.entry.links:
            return tuple(LETTER if key is LINK else key for key in keys)
        return keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != FORM.action or self._step.startswith(f"{OBJECTION}/")

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        plan_step = self.entry
        self.query_one(KeyBar).say(self.active_keys)
        self.query("#intro, #facts").set_class(plan_step is None, "gone")
        if plan_step is None:
            self.query_one("#title", Static).update(STEP_REMOVED)
            self.query("#taps, #limits, #links").add_class("gone")
            return
        step = plan_step.step
        action = next(action for action in snapshot.library.actions if action.id == step.action)
        self.title_line.say(action.title, f"{format_minutes(step.minutes)} · impact {dot_scale(step.impact)}")
        self.query_one("#title", Static).update(concat(styled(step.title), _status_text(snapshot, plan_step)))
        self.query_one("#intro", Static).update(styled_paragraphs(parse_markdown(step.intro)))
        self.query_one("#taps", HangingText).say(_instruction_rows(snapshot, plan_step))
        self.query_one("#limits", HangingText).say(_warning_rows(plan_step))
        links = self.query_one("#links", ItemList)
        links.show([*_link_options(plan_step), *_letter_options(snapshot, plan_step)])
        links.set_class(not links.option_count, "gone")
        self.query_one("#facts", Static).update(stack_lines(_source_lines(snapshot, plan_step)))

    @on(OptionList.OptionSelected)
    def _link_chosen(self, event: OptionList.OptionSelected) -> None:
        self._open(event.option_id or "1")

    def _open(self, id: str, code: bool = False) -> None:
        """Open a link by its number, or a letter by its id; `code` shows the link as a QR code."""
        if id.isdecimal():
            self.action_open_number(int(id), code)
        else:
            self.wizard_app.open_screen("letter.LetterScreen", id)

    def action_open_link(self, code: bool = False) -> None:
        """Open the highlighted link, or the first one."""
        links = self.query_one("#links", ItemList)
        option = links.highlighted_option or next(iter(links.options), None)
        if option and option.id:
            self._open(option.id, code)
        else:
            self.wizard_app.show_status("This step needs no link.")

    def action_open_number(self, number: int, code: bool = False) -> None:
        """Open a link by its number, from 1; `code` shows it as a QR code."""
        plan_step = self.entry
        if plan_step and number <= len(plan_step.links):
            self.post_message(LinkRequested(plan_step.links[number - 1].label, plan_step.links[number - 1].url, code))
        elif plan_step:
            self.wizard_app.show_status("There is no such link here.")

    def action_qr(self) -> None:
        """Show the link as a QR code."""
        self.action_open_link(code=True)

    def action_done(self) -> None:
        """Record the step as done."""
        if self.entry is None:
            self.leave()
        elif self._is_open():
            self.submit(EventRecorded(self._step, "done"))

    def accepted(self) -> None:
        """Go back once the step is closed."""
        if self.entry is None or self.entry.status != OPEN:
            self.leave()

    def action_reopen(self) -> None:
        """Reopen the step."""
        if self.entry and self.entry.status == OPEN:
            self.wizard_app.show_status(STILL_OPEN)
        elif self.entry:
            self.submit(EventRecorded(self._step, "reopened"))

    def action_not_for_me(self) -> None:
        """Ask for the reason, then skip the step and go back."""
        if self.entry and self._is_open():
            self.wizard_app.show(self.wizard_app.page("dialogs.ReasonDialog", self.entry), lambda _: self.accepted())

    def _is_open(self) -> bool:
        """Return whether the step is open, and show a message if it is not."""
        is_closed = self.entry is not None and self.entry.status != OPEN
        if is_closed:
            self.wizard_app.show_status(ALREADY_CLOSED)
        return not is_closed

    def action_note(self) -> None:
        """Write a note."""
        self.wizard_app.open_screen("dialogs.NoteDialog", self._step)

    def action_why(self) -> None:
        """Show why the step is in the plan."""
        if self.entry:
            self.wizard_app.open_screen("reader.ExplanationScreen", self._step)

    def action_letters(self) -> None:
        """Show the letters."""
        self.wizard_app.open_screen("letters.LettersScreen")

    def action_form(self) -> None:
        """Ask whether the form opened."""
        self.wizard_app.open_screen("dialogs.FormDialog")

    def action_scroll_line(self, rows: int) -> None:
        """Scroll the text by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


def _status_text(snapshot: Snapshot, plan_step: PlanStep) -> Content:
    text = step_status_text(snapshot, plan_step)
    return styled(f"  {text}" if text else "", GOOD if plan_step.status == DONE else QUIET)


def _instruction_rows(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[Row]:
    """Yield open prerequisites, then the instructions for the user's devices, or else for all devices."""
    prerequisites = open_prerequisites(snapshot, plan_step) if plan_step.status == OPEN else ()
    for each in prerequisites:
        yield hanging_row(each.step.title, styled("First: ", ALERT))
    if prerequisites:
        yield hanging_row("")
    for index, section in enumerate(instructions_for_devices(snapshot, plan_step.step)):
        if index:
            yield hanging_row("")
        yield hanging_row(styled(DEVICE[section.id], STRONG))
        yield from section_rows(section_blocks(section))


def _warning_rows(plan_step: PlanStep) -> Iterator[Row]:
    """Yield where the menu may have moved, the limits, what cannot be undone, then the notes."""
    groups = [
        [hanging_row(styled(title, ALERT if id == "irreversible" else STRONG)), *section_rows(section_blocks(section))]
        for id, title in WARNING_SECTIONS.items()
        if (section := plan_step.step.passage(id))
    ]
    groups += [
        [hanging_row(styled(f"Your note of {format_date(note.on)}", STRONG)), hanging_row(note.note)] for note in plan_step.notes
    ]
    for index, group in enumerate(groups):
        yield from [hanging_row(""), *group] if index else group


def _link_options(plan_step: PlanStep) -> Iterator[Option]:
    for number, link in enumerate(plan_step.links, 1):
        yield Option(
            HangingOption(
                hanging_row(f"{link.label}{in_brackets(confidence_note(link.confidence))}", f"{number}  "),
                hint=link.url.removeprefix("https://"),
            ),
            id=str(number),
        )


def _letter_options(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[Option]:
    """Yield the letters that help with this step."""
    if plan_step.step.letters:
        from wizard.core.letter.selection import letters_for_step

        for letter in letters_for_step(snapshot, plan_step.step):
            yield Option(HangingOption(hanging_row(letter.title, styled("Letter: ", QUIET))), id=letter.id)


def _source_lines(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[Content]:
    yield from map(styled, step_source_summary(snapshot, plan_step))
