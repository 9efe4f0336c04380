"""What every part of the conversation shares: the session, the way of telling, and how something is tried."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wizard.core.case import Case
from wizard.core.clean import escape_line
from wizard.core.sentences import recorded, taken_back
from wizard.errors import WizardError
from wizard.services.session import Session

from .teller import Back, Prompt, Row, Skip, Teller


@dataclass
class Talk:
    """One person's conversation."""

    session: Session
    teller: Teller
    env: Mapping[str, str]
    typed: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """What was typed for letters in this conversation; it is never written down."""

    @property
    def case(self) -> Case:
        """Everything as it stands now."""
        return self.session.case

    def say(self, *lines: str) -> None:
        """Say something."""
        self.teller.say(*lines)

    def attempt(self, act: Callable[[], object], names: Mapping[str, str] | None = None) -> bool:
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
        self.tell_notices()
        return True

    def tell_notices(self) -> None:
        """Say what was set aside, if anything was."""
        self.say(*map(escape_line, self.session.store.notices))
        self.session.store.notices.clear()

    def mark(self, target: str, kind: str, note: str = "", on: date | None = None) -> bool:
        """Record what happened, and say what follows."""
        if not self.attempt(lambda: self.session.mark(target, kind, on, note)):
            return False
        words = recorded(self.case, target, kind, note)
        self.say(*([f"Done: {words}"] if words and kind == "done" else [words] if words else []))
        return True

    def undo(self) -> None:
        """Take back the last record, and say which it was."""
        self.attempt(lambda: self.say(taken_back(self.case, self.session.undo())))

    def pick(self, words: str, rows: Sequence[Row], help: str, default: str = "") -> str | None:
        """One of the rows, or None when the person goes back."""
        try:
            return self.teller.choose(Prompt(words, help), rows, default)
        except Back:
            return None

    def text(
        self, words: str, *, help: str, why: str = "", default: str = "", lines: bool = False, can_skip: bool = False
    ) -> str | None:
        """A text; "" when it was skipped, None when the person goes back."""
        try:
            return self.teller.ask_text(Prompt(words, help, why, can_skip=can_skip), default, lines=lines)
        except Skip:
            return ""
        except Back:
            return None

    def sure(self, words: str, help: str) -> bool:
        """Tell whether the person says yes; going back is a no."""
        try:
            return self.teller.confirm(Prompt(words, help))
        except Back:
            return False
