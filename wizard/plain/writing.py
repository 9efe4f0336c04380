"""A letter while it is being written in this conversation: which one, what was typed for it, and how it reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.core.letter.draft import Draft
from wizard.core.letter.parts import Blank
from wizard.core.letter.sitting import Sitting
from wizard.export.letter import Written, finished, preview

from .talk import Talk


@dataclass
class Writing:
    """What is typed is remembered until the conversation ends; `edited` is the text as the person changed it by hand."""

    talk: Talk
    sitting: Sitting
    edited: Written | None = None

    @property
    def draft(self) -> Draft:
        """The letter as it stands. Raises WizardError where the person's place has none of this kind."""
        return self.sitting.draft(self.talk.case, self.talk.typed, self.talk.session.kept_fields)

    @property
    def written(self) -> Written:
        """The text as far as it is written."""
        return self.edited or preview(self.draft)

    @property
    def finished(self) -> Written:
        """The text as it goes out. Raises WizardError while it cannot."""
        return finished(self.draft, self.edited)

    def put(self, blank: Blank, texts: Sequence[str]) -> None:
        """Fill a blank in."""
        self.talk.typed[self.sitting.slot(self.draft, blank)] = tuple(texts)

    def turn(self, sitting: Sitting) -> None:
        """Take another letter of the kind: about another case, or in another language."""
        self.sitting = sitting
        self.edited = None
