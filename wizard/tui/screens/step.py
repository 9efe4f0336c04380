"""One step: what to do in numbered taps for the device in hand, why, what it does not do, links, sources."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case, Entry
from wizard.core.library import OBJECTION
from wizard.core.progress import DONE, OPEN
from wizard.core.sentences import CAUTIONS, GONE, standing_words, step_facts
from wizard.core.ways import ways
from wizard.core.words import DEVICE, bracketed, day, doubt, minutes, waits_for
from wizard.tui.keys import BACK, UNDO, Key
from wizard.tui.messages import LinkWanted, Marked
from wizard.tui.widgets.bar import dots
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging import Hanging, Hung, Row, passage, row
from wizard.tui.widgets.prose import ALERT, GOOD, QUIET, STRONG, joined, lines, marked_up, said

from .base import SCROLLING, CaseScreen
from .steps import REOPEN, SETTLED, STILL_OPEN, fitting

NOTE = Key("n", "note", "note", "Keep a note with this step.")
FORM = Key(
    "f",
    "form",
    "did it open?",
    "Tell whether Meta's objection form opened for you; the plan follows at once.",
)
LINK = Key("enter,o", "open_link", "open link", "Open the link under the cursor, or the first one; 1 to 9 open the others.")
LETTER = replace(LINK, label="letter", help="Write the letter under the cursor, or the first one.")


class StepScreen(CaseScreen):
    """Everything about one step, one key for each thing to do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("d", "done", "done", "The step is done.", records=True),
        Key("x", "not_for_me", "not for me", "The step is not for you; say why, and it no longer counts."),
        REOPEN,
        LINK,
        FORM,
        Key("w", "why", "why", "Why this step is in your plan, how it is weighed, what would change it."),
        NOTE,
        BACK,
        Key("r", "qr", "QR code", "Show the link as a QR code for the phone.", shown=False),
        Key("l", "letters", "letters", "All letters: for your case, and for people you know.", shown=False),
        Key(UNDO.key, UNDO.action, UNDO.label, UNDO.help, shown=False),
        *(Key(str(number), f"open_number({number})", "", f"Open link {number}.", shown=False) for number in range(1, 10)),
        Key("down,j", "scroll_line(1)", "", "Scroll down.", shown=False),
        Key("up,k", "scroll_line(-1)", "", "Scroll up.", shown=False),
        *SCROLLING,
    )
    PURPOSE = "One thing to do. Follow the numbers, then press d. Nothing is done for you behind your back."
    LIST_FIRST = False

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def _parts(self) -> list[Widget]:
        return [Static(id="title", classes="big"), Static(id="intro", classes="text"), Hanging(id="taps"),
                Hanging(id="limits"), PlainList("links"), Static(id="facts", classes="quiet")]  # fmt: skip

    @property
    def entry(self) -> Entry | None:
        """The plan's entry for this step; None when an answer took it out of the plan."""
        return self.wizard.case.entry(self._step)

    @property
    def live_keys(self) -> tuple[Key, ...]:
        """What fits how the step stands, and whether the form opened where one objects."""
        keys = tuple(key for key in fitting(self.KEYS, self.entry) if self.check_action(key.action, ()))
        if self.entry and self.entry.step.letters and not self.entry.links:
            return tuple(LETTER if key is LINK else key for key in keys)
        return keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != FORM.action or self._step.startswith(f"{OBJECTION}/")

    def _show(self, case: Case) -> None:
        entry = self.entry
        self.query_one(KeyBar).say(self.live_keys)
        self.query("#intro, #facts").set_class(entry is None, "gone")
        if entry is None:
            self.query_one("#title", Static).update(GONE)
            self.query("#taps, #limits, #links").add_class("gone")
            return
        step = entry.step
        action = next(action for action in case.library.actions if action.id == step.action)
        self.title_line.say(action.title, f"{minutes(step.minutes)} · impact {dots(step.impact)}")
        self.query_one("#title", Static).update(joined(said(step.title), _standing(case, entry)))
        self.query_one("#intro", Static).update(marked_up(step.intro))
        self.query_one("#taps", Hanging).say(_taps(case, entry))
        self.query_one("#limits", Hanging).say(_limits(entry))
        links = self.query_one("#links", PlainList)
        links.show([*_links(entry), *_letters(case, entry)])
        links.set_class(not links.option_count, "gone")
        self.query_one("#facts", Static).update(lines(_facts(case, entry)))

    @on(OptionList.OptionSelected)
    def _link_chosen(self, event: OptionList.OptionSelected) -> None:
        self._open(event.option_id or "1")

    def _open(self, id: str, code: bool = False) -> None:
        """A link by its number, or a letter by its name."""
        if id.isdecimal():
            self.action_open_number(int(id), code)
        else:
            self.wizard.go("letter.LetterScreen", id)

    def action_open_link(self, code: bool = False) -> None:
        """Open the link under the cursor."""
        links = self.query_one("#links", PlainList)
        option = links.highlighted_option or next(iter(links.options), None)
        if option and option.id:
            self._open(option.id, code)
        else:
            self.wizard.tell("This step needs no link.")

    def action_open_number(self, number: int, code: bool = False) -> None:
        """Open a link by its number, as a code for the phone or as it is."""
        entry = self.entry
        if entry and number <= len(entry.links):
            self.post_message(LinkWanted(entry.links[number - 1].label, entry.links[number - 1].url, code))
        elif entry:
            self.wizard.tell("There is no such link here.")

    def action_qr(self) -> None:
        """The link as a QR code: the link door shows it."""
        self.action_open_link(code=True)

    def action_done(self) -> None:
        """The step is done."""
        if self.entry is None:
            self.leave()
        elif self._is_open():
            self.submit(Marked(self._step, "done"))

    def accepted(self) -> None:
        """It is recorded: from a step that is settled, back to where one came from."""
        if self.entry is None or self.entry.status != OPEN:
            self.leave()

    def action_reopen(self) -> None:
        """The step is to be done after all."""
        if self.entry and self.entry.status == OPEN:
            self.wizard.tell(STILL_OPEN)
        elif self.entry:
            self.submit(Marked(self._step, "reopened"))

    def action_not_for_me(self) -> None:
        """Ask for the reason, then leave the step out, and go back to where one came from."""
        if self.entry and self._is_open():
            self.wizard.show(self.wizard.page("ask.ReasonDialog", self.entry), lambda _: self.accepted())

    def _is_open(self) -> bool:
        """Tell whether the step is open, and say so if it is not: what was recorded must not be recorded again."""
        settled = self.entry is not None and self.entry.status != OPEN
        if settled:
            self.wizard.tell(SETTLED)
        return not settled

    def action_note(self) -> None:
        """Write a note."""
        self.wizard.go("ask.NoteDialog", self._step)

    def action_why(self) -> None:
        """Why the step is here."""
        if self.entry:
            self.wizard.go("reader.WhyScreen", self._step)

    def action_letters(self) -> None:
        """Show the letters."""
        self.wizard.go("letters.LettersScreen")

    def action_form(self) -> None:
        """Tell whether the form opened."""
        self.wizard.go("ask.FormDialog")

    def action_scroll_line(self, rows: int) -> None:
        """Scroll the text by some lines."""
        self.query_one("#body").scroll_relative(y=rows * 2, animate=False)


def _standing(case: Case, entry: Entry) -> Content:
    words = standing_words(case, entry)
    return said(f"  {words}" if words else "", GOOD if entry.status == DONE else QUIET)


def _taps(case: Case, entry: Entry) -> Iterator[Row]:
    """The way for the devices in hand; all ways when none of them has one of its own."""
    waiting = waits_for(case, entry) if entry.status == OPEN else ()
    for each in waiting:
        yield row(each.step.title, said("First: ", ALERT))
    if waiting:
        yield row("")
    for number, way in enumerate(ways(case, entry.step)):
        if number:
            yield row("")
        yield row(said(DEVICE[way.id], STRONG))
        yield from passage(way.text)


def _limits(entry: Entry) -> Iterator[Row]:
    """What to know before one acts: where the menu may be, what the step does not do, what cannot be undone; then notes."""
    parts = [
        [row(said(head, ALERT if id == "irreversible" else STRONG)), *passage(found.text)]
        for id, head in CAUTIONS.items()
        if (found := entry.step.passage(id))
    ]
    parts += [[row(said(f"Your note of {day(note.on)}", STRONG)), row(note.note)] for note in entry.notes]
    for number, part in enumerate(parts):
        yield from [row(""), *part] if number else part


def _links(entry: Entry) -> Iterator[Option]:
    for number, link in enumerate(entry.links, 1):
        yield Option(
            Hung(row(f"{link.label}{bracketed(doubt(link.confidence))}", f"{number}  "), aside=link.url.removeprefix("https://")),
            id=str(number),
        )


def _letters(case: Case, entry: Entry) -> Iterator[Option]:
    """The letters that help with this step."""
    if entry.step.letters:
        from wizard.core.letter.choice import helping

        for letter in helping(case, entry.step):
            yield Option(Hung(row(letter.title, said("Letter: ", QUIET))), id=letter.id)


def _facts(case: Case, entry: Entry) -> Iterator[Content]:
    yield from map(said, step_facts(case, entry))
