"""One letter while it is being written in this conversation: its request, its draft and its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.core.letter.draft import Draft
from wizard.core.letter.letter_request import LetterRequest
from wizard.core.letter.models import LetterField
from wizard.export.letter import RenderedLetter, final_letter, preview_letter
from wizard.views.letter import LetterStatus

from .conversation import Conversation


@dataclass
class LetterSession:
    """One letter request. Field values and edited texts are kept until the conversation ends."""

    conversation: Conversation
    request: LetterRequest

    @property
    def draft(self) -> Draft:
        """Return the draft with the values given so far.

        Raises WizardError if the user's place has no letter of this kind.
        """
        return self.request.draft(
            self.conversation.snapshot, self.conversation.letter_input, self.conversation.session.saved_letter_fields
        )

    @property
    def status(self) -> LetterStatus:
        """Return what the page of the letter needs to know beside the draft."""
        return LetterStatus(self.conversation.session.saved_letter_fields, self.edited is not None)

    @property
    def edited(self) -> RenderedLetter | None:
        """Return the text that the user edited by hand, or None."""
        return self.conversation.edited.get(self.request.edited_text_key(self.draft))

    def edit(self, text: RenderedLetter) -> None:
        """Keep the text that the user edited by hand."""
        self.conversation.edited[self.request.edited_text_key(self.draft)] = text
        self._mark_changed()

    def unedit(self) -> None:
        """Discard the text that the user edited by hand."""
        self.conversation.edited.pop(self.request.edited_text_key(self.draft), None)

    def handed_out(self) -> None:
        """Record that the letter has left the program, so that leaving loses nothing of it."""
        self.conversation.open_letters = self.conversation.open_letters.handed_out(self.request.open_letter(self.draft))

    def _mark_changed(self) -> None:
        self.conversation.open_letters = self.conversation.open_letters.worked_on(self.request.open_letter(self.draft))

    @property
    def preview(self) -> RenderedLetter:
        """Return the letter as far as it is written, with placeholders for missing fields."""
        return self.edited or preview_letter(self.draft)

    @property
    def final(self) -> RenderedLetter:
        """Return the letter as it is sent.

        Raises WizardError if it is incomplete or too long.
        """
        return final_letter(self.draft, self.edited)

    def set_field(self, field: LetterField, texts: Sequence[str]) -> None:
        """Set the value of a field, and count the letter as unsaved if the value is new."""
        key, value = self.request.field_key(self.draft, field), tuple(texts)
        if self.conversation.letter_input.get(key) != value:
            self.conversation.letter_input[key] = value
            self._mark_changed()

    def switch_to(self, request: LetterRequest) -> None:
        """Write another letter of this kind: about another request, or in another language."""
        self.request = request
