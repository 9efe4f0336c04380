"""What one does with a finished letter: save, copy, open in the mail program, edit; then say that it was sent."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import SuspendNotSupported
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.contact import ASKED
from wizard.core.letter.draft import Draft
from wizard.core.letter.post import ALL_ACCOUNTS, EACH_ITS_CASE, WHICH_ACCOUNTS, means, receivers
from wizard.core.objection import about
from wizard.errors import WizardError
from wizard.export.letter import FORMAT_WORDS, LETTER_FORMATS, Written, paste_text
from wizard.services.handing import IF_NOT, WHOLE, edited, editor, mail_door
from wizard.tui import leaving
from wizard.tui.keys import Key
from wizard.tui.messages import LinkWanted, Marked
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.prose import said

from .base import CaseScreen
from .dialog import CLOSE, Dialog

EVERY = "every"


class SendScreen(CaseScreen):
    """A screen with a letter at hand. `handed_out` tells whether the person has saved, copied or opened it."""

    handed_out = False

    def finished(self) -> Written | None:
        """The letter as it goes out; None after saying why it cannot go out yet."""
        raise NotImplementedError

    def without_gaps(self) -> Written | None:
        """The letter with nothing missing, however long; None after saying what is missing."""
        raise NotImplementedError

    def draft(self) -> Draft | None:
        """The letter as it stands."""
        raise NotImplementedError

    def take_text(self, written: Written) -> None:
        """The text was edited by hand."""
        raise NotImplementedError

    def out(self) -> None:
        """The letter has gone out of the program: offer to record that it was sent."""
        self.handed_out = True
        self._show(self.wizard.case)
        if self.can_be_sent:
            form = self.query_one("#form", PlainList)
            form.highlighted = form.get_option_index("sent")

    def saved(self) -> None:
        """The letter is in a file or on the clipboard: nothing of it is lost any more."""
        leaving.handed_out(self.wizard)
        self.out()

    def accepted(self) -> None:
        """That it was sent is recorded."""
        leaving.handed_out(self.wizard)

    def action_save(self) -> None:
        """Ask in which format, then where to."""
        written, draft = self.finished(), self.draft()
        if written and draft:
            self.wizard.show(FormatDialog(draft.letter.id, written, self.saved))

    def action_copy(self) -> None:
        """Send the text to the clipboard."""
        written = self.finished()
        if written:
            self.saved()
            self.wizard.copy(paste_text(written), IF_NOT)

    def action_mail(self) -> None:
        """A new message in the mail program, by the one door to the outside."""
        written = self.finished()
        if written is None:
            return
        door = mail_door(written)
        self.out()
        then = partial(leaving.handed_out, self.wizard) if door.words == WHOLE else None
        self.post_message(LinkWanted(door.words, door.url, then=then))

    def action_edit(self) -> None:
        """Hand the text to the person's own editor, where one that is too long can be made shorter."""
        written = self.without_gaps()
        if written is None:
            return
        text = None
        try:
            command = editor(self.wizard.env)
            with self.app.suspend():
                text = edited(written, command)
        except SuspendNotSupported:
            self.wizard.tell("This terminal cannot be handed to an editor. Save the letter and edit the file.", wrong=True)
        except WizardError as error:
            self.wizard.tell(str(error), wrong=True)
        if text:
            self.take_text(text)

    def action_sent(self) -> None:
        """Record that the letter was sent, in its case or in the contact book."""
        draft = self.draft()
        if draft is None:
            return
        targets, kind = receivers(draft), means(draft.letter)
        if not targets:
            self.wizard.tell("This letter belongs to no case of yours, so there is nothing to record.")
        elif kind == ASKED:
            self.submit(Marked(targets[0], ASKED))
        else:
            several = len(targets) > 1
            self.wizard.show(
                SentDialog(targets, kind, self.accepted) if several else happened(self, kind, targets, self.accepted)
            )

    @property
    def can_be_sent(self) -> bool:
        """Tell whether there is something to record when the letter is sent."""
        draft = self.draft()
        return bool(draft and receivers(draft))


class FormatDialog(Dialog):
    """In which format a letter is saved."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Take the format under the cursor."), CLOSE)
    PURPOSE = "A letter can be saved for a form, for paper, or for your mail program. Nothing is sent from here."

    def __init__(self, name: str, written: Written, then: Callable[[], None]) -> None:
        super().__init__()
        self._file = name
        self._written = written
        self._then = then

    def _parts(self) -> list[Widget]:
        return [Static("Save the letter as", classes="big"), PlainList("formats")]

    def on_mount(self) -> None:
        """Offer the formats."""
        self.query_one(PlainList).show(Option(said(words), id=id) for id, words in FORMAT_WORDS.items())

    @on(OptionList.OptionSelected)
    def _taken(self, event: OptionList.OptionSelected) -> None:
        from .ask import SaveDialog

        format = event.option_id or "txt"
        document = LETTER_FORMATS[format](self._written)
        self.leave(SaveDialog(f"{self._file}.{format}", document, self._then))


class SentDialog(Dialog):
    """For which accounts a letter was sent."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Take the accounts under the cursor."), CLOSE)
    PURPOSE = EACH_ITS_CASE

    def __init__(self, targets: tuple[str, ...], kind: str, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then
        self._targets = targets
        self._kind = kind

    def _parts(self) -> list[Widget]:
        return [Static(WHICH_ACCOUNTS, classes="big"), PlainList("targets")]

    def on_mount(self) -> None:
        """Offer all of them, then each."""
        every = Option(said(ALL_ACCOUNTS), id=EVERY)
        self.query_one(PlainList).show([every, *(Option(said(about(each)), id=each) for each in self._targets)])

    @on(OptionList.OptionSelected)
    def _taken(self, event: OptionList.OptionSelected) -> None:
        targets = self._targets if event.option_id == EVERY else (str(event.option_id),)
        self.leave(happened(self, self._kind, targets, self._then))


def happened(screen: CaseScreen | Dialog, kind: str, targets: tuple[str, ...], then: Callable[[], None]) -> Dialog:
    """The dialog that asks for the day; `then` is called once it is recorded."""
    from .happened import HappenedDialog

    return HappenedDialog(targets[0], screen.wizard.case.library.outcomes[kind], *targets[1:], then=then)
