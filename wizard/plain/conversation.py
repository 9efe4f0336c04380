"""What every part of the conversation shares: the session, the way of telling, and how something is tried."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from wizard.core.letter.open_letters import OpenLetters
from wizard.core.sanitize import escape_line
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import UnfinishedWork, unfinished_letter
from wizard.core.user_messages import recorded_message, undo_message
from wizard.errors import WizardError
from wizard.storage.session import Session

from .prompter import BackRequested, Choice, Prompt, Prompter, SkipRequested

if TYPE_CHECKING:
    from wizard.export.letter import RenderedLetter


@dataclass
class OpenWork:
    """Something unfinished, and how it is completed now, if it can be."""

    work: UnfinishedWork
    complete: Callable[[], bool] | None = None


@dataclass
class Conversation:
    """One person's conversation."""

    session: Session
    teller: Prompter
    env: Mapping[str, str]
    letter_input: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """What was typed for letters in this conversation; it is never written down."""
    edited: dict[tuple[str, ...], "RenderedLetter"] = field(default_factory=dict)
    """Letters edited by hand in this conversation; like what was typed, never written down."""
    open_letters: OpenLetters = field(default_factory=OpenLetters)
    open_work: list[OpenWork] = field(default_factory=list)
    """What was begun to be recorded or written, and is not yet."""

    @property
    def case(self) -> Snapshot:
        """Everything as it stands now."""
        return self.session.case

    def say(self, *lines: str) -> None:
        """Say something."""
        self.teller.say(*lines)

    @property
    def unfinished(self) -> tuple[UnfinishedWork, ...]:
        """Everything that is lost when the conversation ends now."""
        letters = self.open_letters.unsaved(self.letter_input, self.edited, self.session.saved_letter_fields)
        pending = [self.teller.pending] if self.teller.pending else []
        works = [*(each.work for each in self.open_work), *(unfinished_letter(each.title) for each in letters), *pending]
        return tuple({work.what: work for work in reversed(works)}.values())[::-1]

    @contextmanager
    def begun(self, work: UnfinishedWork) -> Iterator[OpenWork]:
        """Something is unfinished from here on to the end of the block; when the conversation ends in between, it stays so."""
        begun = OpenWork(work)
        self.open_work.append(begun)
        yield begun
        if begun in self.open_work:
            self.open_work.remove(begun)

    def run_or_report(self, act: Callable[[], object], names: Mapping[str, str] | None = None) -> bool:
        """Do something that may fail, and say in a sentence what went wrong, or what the store had to mend.

        `names` are the words that the person knows for ids in that sentence.
        """
        try:
            act()
        except WizardError as error:
            words = str(error)
            for id, name in (names or {}).items():
                words = words.replace(f"“{id}”", f"“{name}”")
            self.say(escape_line(words))
            return False
        self.show_notices()
        return True

    def show_notices(self) -> None:
        """Say what was set aside, if anything was."""
        self.say(*map(escape_line, self.session.store.notices))
        self.session.store.notices.clear()

    def mark(self, target: str, kind: str, note: str = "", on: date | None = None) -> bool:
        """Record what happened, and say what follows."""
        if not self.run_or_report(lambda: self.session.mark(target, kind, on, note)):
            return False
        words = recorded_message(self.case, target, kind, note)
        self.say(*([f"Done: {words}"] if words and kind == "done" else [words] if words else []))
        return True

    def undo(self) -> None:
        """Take back the last record, and say which it was."""
        self.run_or_report(lambda: self.say(undo_message(self.case, self.session.undo())))

    def select(self, words: str, rows: Sequence[Choice], help: str, default: str = "") -> str | None:
        """One of the rows, or None when the person goes back."""
        try:
            return self.teller.choose(Prompt(words, help), rows, default)
        except BackRequested:
            return None

    def ask_text(
        self,
        words: str,
        *,
        help: str,
        why: str = "",
        default: str = "",
        lines: bool = False,
        optional: bool = False,
        unfinished: UnfinishedWork | None = None,
    ) -> str | None:
        """A text; "" when it was left empty, None when the person goes back."""
        prompt = Prompt(words, help, why, can_skip=optional, optional=optional, unfinished=unfinished)
        try:
            return self.teller.ask_text(prompt, default, lines=lines)
        except SkipRequested:
            return ""
        except BackRequested:
            return None

    def confirm(self, words: str, help: str) -> bool:
        """Tell whether the person says yes; going back is a no."""
        try:
            return self.teller.confirm(Prompt(words, help))
        except BackRequested:
            return False
