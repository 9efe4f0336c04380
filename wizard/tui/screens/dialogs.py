"""Dialogs that ask for a reason, a note, a file name, or whether the objection form opened."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Protocol

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import NOTE, UnfinishedWork, unfinished_file, unfinished_reason
from wizard.i18n import _
from wizard.system.desktop import default_path, existing_target, unused_path
from wizard.tui.keys import Key
from wizard.tui.messages import EventRecorded, NoteWritten, SaveRequested
from wizard.tui.page_content import choice_option, label_option
from wizard.tui.perform import perform_action
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled
from wizard.views import help_texts, key_texts
from wizard.views.documents import READABLE, REPLACE_FILE, SAVE_AS, SAVE_BESIDE, already_there
from wizard.views.page import Page
from wizard.views.step import NOTE_STAYS, NOTE_TITLE, OWN_WORDS, form_page, reason_page
from wizard.views.step_actions import AskOwnReason

from .dialog import CLOSE, Dialog
from .page_dialog import PageDialog

Make = Callable[[], str | bytes]
"""Creates a document when it is needed. Raises WizardError if that is not possible."""


class Write(Protocol):
    """Writes a document to a path."""

    def __call__(self, name: str, *, replace: bool = False) -> None:
        """Write the document; `replace` allows an existing file to be replaced."""


class ReasonDialog(Dialog):
    """Asks why a step does not apply; with a reason it no longer counts."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "take", key_texts.TAKE_REASON, records=True),
        CLOSE,
    )

    def __init__(self, step_id: str) -> None:
        super().__init__()
        self._step_id = step_id

    def _page(self) -> Page:
        return reason_page(self.wizard_app.snapshot, self._step_id)

    @property
    def purpose(self) -> str:
        """What the dialog is for."""
        return self._page().help

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(styled(self._page().prompt), classes="big"),
            ItemList("reasons"),
            Input(placeholder=_(OWN_WORDS), id="own"),
        ]

    def on_mount(self) -> None:
        """List the common reasons."""
        listed = (each for each in self._page().choices if not isinstance(each.action, AskOwnReason))
        self.query_one(ItemList).show(map(choice_option, listed))
        self.query_one(ItemList).focus()

    @on(OptionList.OptionSelected)
    def _listed_reason_chosen(self, event: OptionList.OptionSelected) -> None:
        perform_action(self, self._page().choices[event.option_index].action)

    @on(Input.Submitted)
    def _own_reason_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._skip_step(event.value)

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The reason in the user's own words, or None."""
        return unfinished_reason(self._title) if self.query_one("#own", Input).value.strip() else None

    @property
    def _title(self) -> str:
        plan_step = self.wizard_app.snapshot.step(self._step_id)
        return plan_step.step.title if plan_step else ""

    def complete(self) -> None:
        """Skip the step for this reason."""
        self._skip_step(self.query_one("#own", Input).value)

    def _skip_step(self, reason: str) -> None:
        self.submit(EventRecorded(self._step_id, "skipped", reason))


class NoteDialog(Dialog):
    """Asks for a note about a step or an objection."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("ctrl+s", "keep", key_texts.KEEP_NOTE, priority=True, records=True),
        CLOSE,
    )
    PURPOSE = help_texts.NOTE

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(_(NOTE_TITLE), classes="big"),
            TextArea(id="note", soft_wrap=True),
            Static(_(NOTE_STAYS), classes="quiet"),
        ]

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The note, or None if nothing is written."""
        return NOTE if self.query_one(TextArea).text.strip() else None

    def complete(self) -> None:
        """Keep the note."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the note, or close if it is empty."""
        text = self.query_one(TextArea).text
        if text.strip():
            self.submit(NoteWritten(self._target, text))
        else:
            self.leave()


class SaveDialog(Dialog):
    """Asks for the path of a document; `then` is called after it was written."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "save", key_texts.SAVE_FILE, records=True), CLOSE)
    PURPOSE = help_texts.SAVE

    def __init__(self, name: str, text: str | Make, then: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._path = str(default_path(name))
        self._make_text: Make = text.__str__ if isinstance(text, str) else text
        self._then = then

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(_(SAVE_AS), classes="big"),
            Input(value=self._path, id="path", select_on_focus=False),
            Static(_(READABLE), classes="quiet"),
        ]

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """The unsaved file, or None for a letter, which reports itself as unfinished."""
        return None if self._then else unfinished_file(Path(self._path).name)

    def complete(self) -> None:
        """Do nothing: only the user can choose the path."""

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        if not name:
            return
        existing = existing_target(name)
        if existing:
            self.wizard_app.show(ReplaceDialog(existing, self._write))
        else:
            self._write(name)

    def _write(self, name: str, *, replace: bool = False) -> None:
        document = self.wizard_app.run_or_report(self._make_text)
        if document is not None:
            self.submit(SaveRequested(name, document, replace=replace))

    def accepted(self) -> None:
        """Close after the document was written, then call `then`."""
        super().accepted()
        if self._then:
            self._then()


class ReplaceDialog(Dialog):
    """Asks whether to replace an existing file."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", key_texts.TAKE_ROW, records=True), CLOSE)
    PURPOSE = help_texts.REPLACE

    def __init__(self, existing: Path, write: Write) -> None:
        super().__init__()
        self._existing = existing
        self._unused = unused_path(existing)
        self._write = write

    def _body_widgets(self) -> list[Widget]:
        return [Static(styled(already_there(self._existing)), classes="big"), ItemList("replace")]

    def on_mount(self) -> None:
        """List the choices; the one that loses nothing comes first."""
        keep_both = label_option(_(SAVE_BESIDE, name=self._unused.name), "beside")
        self.query_one(ItemList).show([keep_both, label_option(_(REPLACE_FILE, name=self._existing.name), "replace")])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        replace = event.option_id == "replace"
        if self.leave():
            self._write(str(self._existing if replace else self._unused), replace=replace)


class FormDialog(PageDialog):
    """Asks whether Meta's objection form opened; the answer changes the plan at once."""

    def __init__(self, base: str = "") -> None:
        super().__init__()
        self._base = base

    def make_page(self, snapshot: Snapshot) -> Page:
        return form_page(snapshot, self.wizard_app.session.question("form"), self._base)
