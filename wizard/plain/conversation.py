"""What all parts of line mode share: the session, the prompter, unfinished work and error reporting."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from wizard.core.contact import CONTACT
from wizard.core.letter.open_letters import OpenLetters
from wizard.core.sanitize import escape_line
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import UnfinishedWork, unfinished_letter
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.storage.session import Session
from wizard.views.error_messages import error_text
from wizard.views.line_mode_texts import READ_ON, READ_ON_HELP, done_message
from wizard.views.user_messages import recorded_message, undo_message

from .prompter import BackRequested, Choice, Prompt, Prompter, SkipRequested

if TYPE_CHECKING:
    from wizard.export.letter import RenderedLetter


PART, LEAST_LEFT = 12, 4
"""After how many paragraphs a long reading stops, unless fewer than LEAST_LEFT are left."""


@dataclass
class OpenWork:
    """Unfinished work; `complete` finishes it now and returns True on success.

    `complete` is None if the work cannot be finished yet.
    """

    work: UnfinishedWork
    complete: Callable[[], bool] | None = None


@dataclass
class Conversation:
    """One run of line mode."""

    session: Session
    prompter: Prompter
    env: Mapping[str, str]
    letter_input: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """Field values typed for letters in this conversation, by field key; never written to a file."""
    edited: dict[tuple[str, ...], "RenderedLetter"] = field(default_factory=dict)
    """Letters edited by hand in this conversation, by edited-text key; never written to a file."""
    open_letters: OpenLetters = field(default_factory=OpenLetters)
    open_work: list[OpenWork] = field(default_factory=list)
    """Records and documents that were begun and are not finished."""

    asks_for_person: bool = False
    """Whether to ask first for whom this is, if several people have a file here."""

    @property
    def snapshot(self) -> Snapshot:
        """Return the current snapshot of the session."""
        return self.session.snapshot

    def say(self, *lines: str) -> None:
        """Print the lines, each as a paragraph."""
        self.prompter.say(*lines)

    def say_in_parts(self, lines: Sequence[str]) -> bool:
        """Print the lines; if there are many, stop after each part and ask whether to go on. Returns True at the last line."""
        for start in range(0, len(lines), PART):
            if start and not self.goes_on(len(lines) - start):
                return False
            self.say(*lines[start : start + PART])
        return True

    def goes_on(self, left: int) -> bool:
        """Return whether to read on, with this many paragraphs left; asked only where someone listens."""
        if not self.prompter.reads_in_parts or left < LEAST_LEFT:
            return True
        try:
            return self.prompter.confirm(Prompt(_(READ_ON), _(READ_ON_HELP)), default=True)
        except BackRequested:
            return False

    @property
    def unfinished(self) -> tuple[UnfinishedWork, ...]:
        """Return everything that would be lost if the conversation ended now, without repetitions."""
        open_letters = self.open_letters.unsaved(self.letter_input, self.edited, self.session.saved_letter_fields)
        pending = [self.prompter.pending] if self.prompter.pending else []
        all_work = [*(each.work for each in self.open_work), *(unfinished_letter(each.title) for each in open_letters), *pending]
        # Work with the same words counts once. The first item wins: open work may know how to complete it, a prompt does not.
        return tuple({work.what: work for work in reversed(all_work)}.values())[::-1]

    @contextmanager
    def begun(self, work: UnfinishedWork) -> Iterator[OpenWork]:
        """Count the work as unfinished until the block ends normally.

        If an exception ends the conversation inside the block, the work stays listed for the final message.
        """
        open_work = OpenWork(work)
        self.open_work.append(open_work)
        yield open_work
        if open_work in self.open_work:
            self.open_work.remove(open_work)

    def run_or_report(self, action: Callable[[], object]) -> bool:
        """Run an action. Print its error, or the notices of the store. Returns True on success."""
        try:
            action()
        except WizardError as error:
            self.say(error_text(error))
            return False
        self.show_notices()
        return True

    def show_notices(self) -> None:
        """Print and clear the notices of the store, for example about a quarantined state file."""
        self.say(*map(escape_line, self.session.store.notices))
        self.session.store.notices.clear()

    def mark(self, target: str, kind: str, note: str = "", on: date | None = None) -> bool:
        """Record an event and print what follows from it. Returns True if it was recorded.

        `on` is the day of the event; None means today.
        """
        if not self.run_or_report(lambda: self.session.mark(target, kind, on, note)):
            return False
        message = recorded_message(self.snapshot, target, kind, note)
        is_step_done = kind == "done" and not target.startswith(CONTACT)
        self.say(*([done_message(message)] if message and is_step_done else [message] if message else []))
        return True

    def undo(self) -> None:
        """Undo the last record and print which one it was."""
        self.run_or_report(lambda: self.say(undo_message(self.snapshot, self.session.undo())))

    def select(
        self, question: str, rows: Sequence[Choice], help: str, default: str = "", *, takes_first_row: bool = True
    ) -> str | None:
        """Return the id of the chosen row, or None if the user goes back."""
        try:
            return self.prompter.choose(Prompt(question, help, takes_first_row=takes_first_row), rows, default)
        except BackRequested:
            return None

    def ask_text(
        self,
        question: str,
        *,
        help: str,
        why: str = "",
        default: str = "",
        lines: bool = False,
        optional: bool = False,
        unfinished: UnfinishedWork | None = None,
    ) -> str | None:
        """Return the text; "" if it was left empty, None if the user goes back."""
        prompt = Prompt(question, help, why, can_skip=optional, optional=optional, unfinished=unfinished)
        try:
            return self.prompter.ask_text(prompt, default, lines=lines)
        except SkipRequested:
            return ""
        except BackRequested:
            return None

    def confirm(self, question: str, help: str) -> bool:
        """Return True if the user says yes; going back counts as no."""
        try:
            return self.prompter.confirm(Prompt(question, help))
        except BackRequested:
            return False
