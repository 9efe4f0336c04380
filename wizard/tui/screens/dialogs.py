"""Dialogs that ask for a reason, a note, a file name, or whether the form opened."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Protocol

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from wizard.core.sanitize import escape_line
from wizard.core.snapshot import PlanStep
from wizard.core.unfinished_work import NOTE, UnfinishedWork, unfinished_file, unfinished_reason
from wizard.core.user_messages import REASONS
from wizard.system.desktop import default_path, existing_target, unused_path
from wizard.tui.keys import Key
from wizard.tui.messages import Answered, EventRecorded, NoteWritten, SaveRequested
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled

from .dialog import CLOSE, Dialog

OTHER = "other"
Make = Callable[[], str]
"""How the text of a document is made, once it is needed."""


class Write(Protocol):
    """How a document is written under a name."""

    def __call__(self, name: str, *, replace: bool = False) -> None:
        """Write it; `replace` says that a file of this name may be replaced."""


class ReasonDialog(Dialog):
    """Why a step is not for the person; with a reason it no longer counts."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "take", "take this reason", "Leave the step out with this reason.", records=True),
        CLOSE,
    )
    PURPOSE = "With a reason the step leaves your plan's count. You can reopen it at any time."

    def __init__(self, entry: PlanStep) -> None:
        super().__init__()
        self._entry = entry

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(styled(f"Not for you: {self._entry.step.title}"), classes="big"),
            ItemList("reasons"),
            Input(placeholder="or in your own words", id="own"),
        ]

    def on_mount(self) -> None:
        """Offer the common reasons."""
        self.query_one(ItemList).show(Option(styled(reason), id=str(number)) for number, reason in enumerate(REASONS))
        self.query_one(ItemList).focus()

    @on(OptionList.OptionSelected)
    def _common(self, event: OptionList.OptionSelected) -> None:
        self._leave_out(REASONS[event.option_index])

    @on(Input.Submitted)
    def _own(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._leave_out(event.value)

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The reason in the user's own words, once there is one."""
        return unfinished_reason(self._entry.step.title) if self.query_one("#own", Input).value.strip() else None

    def complete(self) -> None:
        """Leave the step out for this reason."""
        self._leave_out(self.query_one("#own", Input).value)

    def _leave_out(self, reason: str) -> None:
        self.submit(EventRecorded(self._entry.id, "skipped", reason))


class NoteDialog(Dialog):
    """A note of one's own."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("ctrl+s", "keep", "keep the note", "Keep the note.", priority=True, records=True),
        CLOSE,
    )
    PURPOSE = "A note that stays with this step, on this computer only."

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("Your note", classes="big"),
            TextArea(id="note", soft_wrap=True),
            Static("It stays on this computer.", classes="quiet"),
        ]

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The note, once something is written."""
        return NOTE if self.query_one(TextArea).text.strip() else None

    def complete(self) -> None:
        """Keep the note."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what was written."""
        text = self.query_one(TextArea).text
        if text.strip():
            self.submit(NoteWritten(self._target, text))
        else:
            self.leave()


class SaveDialog(Dialog):
    """Where a document is to be written."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "save", "save", "Save under this name.", records=True), CLOSE)
    PURPOSE = "The file will be readable by you alone. One that is there already is replaced only if you say so."

    def __init__(self, name: str, text: str | Make, then: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._path = str(default_path(name))
        self._make: Make = text.__str__ if isinstance(text, str) else text
        self._then = then

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("Save as", classes="big"),
            Input(value=self._path, id="path", select_on_focus=False),
            Static("Readable by you alone. ~ is your home folder.", classes="quiet"),
        ]

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The file; a letter is named as unfinished itself."""
        return None if self._then else unfinished_file(Path(self._path).name)

    def complete(self) -> None:
        """Only the user can say where to."""

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        if not name:
            return
        taken = existing_target(name)
        if taken:
            self.wizard_app.show(ReplaceDialog(taken, self._write))
        else:
            self._write(name)

    def _write(self, name: str, *, replace: bool = False) -> None:
        self.submit(SaveRequested(name, self._make(), replace=replace))

    def accepted(self) -> None:
        """It is written: go on with what follows."""
        super().accepted()
        if self._then:
            self._then()


class ReplaceDialog(Dialog):
    """Whether a file that is there already is to be replaced."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Do what is under the cursor.", records=True), CLOSE)
    PURPOSE = "There is a file of that name. Nothing happens to it unless you say so. Esc leads back to the name."

    def __init__(self, taken: Path, write: Write) -> None:
        super().__init__()
        self._taken = taken
        self._free = unused_path(taken)
        self._write = write

    def _body_widgets(self) -> list[Widget]:
        return [Static(styled(f"{escape_line(self._taken)} is there already."), classes="big"), ItemList("replace")]

    def on_mount(self) -> None:
        """What loses nothing comes first."""
        beside = Option(styled(f"Save as {self._free.name} beside it"), id="beside")
        self.query_one(ItemList).show([beside, Option(styled(f"Replace {self._taken.name}"), id="replace")])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        replace = event.option_id == "replace"
        if self.leave():
            self._write(str(self._taken if replace else self._free), replace=replace)


class FormDialog(Dialog):
    """Whether Meta's objection form opened: what really happened changes the plan at once."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Take the answer under the cursor.", records=True), CLOSE)
    PURPOSE = "Meta decides who sees the form. Tell what you saw, and the plan follows."

    def _body_widgets(self) -> list[Widget]:
        question = self.wizard_app.session.question("form")
        return [Static(styled(question.title), classes="big"), ItemList("seen"), Static(styled(question.why), classes="quiet")]

    def on_mount(self) -> None:
        """Offer the answers, and to take an answer back."""
        choices = self.wizard_app.session.question("form").choices
        self.query_one(ItemList).show(
            [Option(styled(choice.label), id=choice.id) for choice in choices]
            + [Option(styled("I have not tried yet"), id=OTHER)]
        )

    @on(OptionList.OptionSelected)
    def _seen(self, event: OptionList.OptionSelected) -> None:
        seen = event.option_id
        self.submit(Answered("form", {"form": () if seen in (OTHER, None) else (str(seen),)}))
