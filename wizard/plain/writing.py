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
    """What is typed or edited by hand is remembered until the conversation ends."""

    talk: Talk
    sitting: Sitting

    @property
    def draft(self) -> Draft:
        """The letter as it stands. Raises WizardError where the person's place has none of this kind."""
        return self.sitting.draft(self.talk.case, self.talk.typed, self.talk.session.kept_fields)

    @property
    def edited(self) -> Written | None:
        """The text as the user changed it by hand."""
        return self.talk.edited.get(self.sitting.edit_slot(self.draft))

    def edit(self, text: Written) -> None:
        """Take the text that the user changed by hand."""
        self.talk.edited[self.sitting.edit_slot(self.draft)] = text
        self._worked_on()

    def unedit(self) -> None:
        """Take back what the user changed by hand."""
        self.talk.edited.pop(self.sitting.edit_slot(self.draft), None)

    def handed_out(self) -> None:
        """The letter has left the program: nothing of it is lost any more."""
        self.talk.open_letters = self.talk.open_letters.handed_out(self.sitting.open_letter(self.draft))

    def _worked_on(self) -> None:
        self.talk.open_letters = self.talk.open_letters.worked_on(self.sitting.open_letter(self.draft))

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
        slot, given = self.sitting.slot(self.draft, blank), tuple(texts)
        if self.talk.typed.get(slot) != given:
            self.talk.typed[slot] = given
            self._worked_on()

    def turn(self, sitting: Sitting) -> None:
        """Take another letter of the kind: about another case, or in another language."""
        self.sitting = sitting
