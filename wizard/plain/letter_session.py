"""A letter while it is being written in this conversation: which one, what was typed for it, and how it reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.core.letter.draft import Draft
from wizard.core.letter.letter_request import LetterRequest
from wizard.core.letter.models import LetterField
from wizard.export.letter import RenderedLetter, final_letter, preview_letter

from .conversation import Conversation


@dataclass
class LetterSession:
    """What is typed or edited by hand is remembered until the conversation ends."""

    talk: Conversation
    sitting: LetterRequest

    @property
    def draft(self) -> Draft:
        """The letter as it stands. Raises WizardError where the person's place has none of this kind."""
        return self.sitting.draft(self.talk.case, self.talk.letter_input, self.talk.session.saved_letter_fields)

    @property
    def edited(self) -> RenderedLetter | None:
        """The text as the user changed it by hand."""
        return self.talk.edited.get(self.sitting.edited_text_key(self.draft))

    def edit(self, text: RenderedLetter) -> None:
        """Take the text that the user changed by hand."""
        self.talk.edited[self.sitting.edited_text_key(self.draft)] = text
        self._worked_on()

    def unedit(self) -> None:
        """Take back what the user changed by hand."""
        self.talk.edited.pop(self.sitting.edited_text_key(self.draft), None)

    def handed_out(self) -> None:
        """The letter has left the program: nothing of it is lost any more."""
        self.talk.open_letters = self.talk.open_letters.handed_out(self.sitting.open_letter(self.draft))

    def _worked_on(self) -> None:
        self.talk.open_letters = self.talk.open_letters.worked_on(self.sitting.open_letter(self.draft))

    @property
    def preview(self) -> RenderedLetter:
        """The text as far as it is written."""
        return self.edited or preview_letter(self.draft)

    @property
    def final(self) -> RenderedLetter:
        """The text as it goes out. Raises WizardError while it cannot."""
        return final_letter(self.draft, self.edited)

    def set_field(self, blank: LetterField, texts: Sequence[str]) -> None:
        """Fill a blank in."""
        slot, given = self.sitting.field_key(self.draft, blank), tuple(texts)
        if self.talk.letter_input.get(slot) != given:
            self.talk.letter_input[slot] = given
            self._worked_on()

    def switch_to(self, sitting: LetterRequest) -> None:
        """Take another letter of the kind: about another case, or in another language."""
        self.sitting = sitting
