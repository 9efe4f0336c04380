"""Which letter is meant: kind, request, language and recipient, and the keys of its field values.

Both front ends use it. Field values live as long as the front end runs; only personal ones are stored, on request.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wizard.core.request import Request
from wizard.core.snapshot import Snapshot

from .catalogue import letter_languages, started_requests
from .draft import Draft, build_draft
from .field_values import FieldInput, personal_values
from .language import authority_languages
from .models import FRIEND, Letter, LetterField
from .open_letters import OpenLetter
from .selection import can_be_about, select_letter

T = TypeVar("T")
FieldKey = tuple[str, ...]
"""The key under which the input of a field, or an edited text, is kept while the front end runs."""


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """Which letter is meant: its kind, and optionally the request, the language and a contact.

    An empty string leaves the choice to the program.
    """

    kind: str
    target: str = ""
    language: str = ""
    friend: str = ""

    def draft(self, snapshot: Snapshot, typed: Mapping[FieldKey, Sequence[str]], kept: FieldInput) -> Draft:
        """Build the draft from the typed values, else the kept personal values.

        Raises WizardError if there is no such letter for this user.
        """
        letter, request = select_letter(snapshot, self.kind, self.target, self.language, sure=False)
        recipient = {FRIEND: (self.friend,)} if self.friend else {}
        keys = {field.id: self._field_key(letter, request, field) for field in letter.fields}
        inputs = {id: typed[field_key] for id, field_key in keys.items() if field_key in typed}
        return build_draft(letter, snapshot, request, {**personal_values(letter, kept), **recipient, **inputs})

    def field_key(self, draft: Draft, field: LetterField) -> FieldKey:
        """Return the key of a field.

        A personal field has one key for all letters, other fields one per letter kind, request and contact.
        """
        return self._field_key(draft.letter, draft.request, field)

    def edited_text_key(self, draft: Draft) -> FieldKey:
        """Return the key of the text edited by hand: one per letter, language, request and contact."""
        return (draft.letter.id, draft.letter.language, draft.request.target if draft.request else "", self.friend)

    def open_letter(self, draft: Draft) -> OpenLetter:
        """Return the letter as one that the user is working on."""
        target = draft.request.target if draft.request else ""
        field_keys = tuple(self.field_key(draft, field) for field in draft.letter.fields)
        key = (draft.letter.family, target, self.friend)
        return OpenLetter(
            key, draft.letter.title, replace(self, target=target).arguments, field_keys, self.edited_text_key(draft)
        )

    @property
    def arguments(self) -> tuple[str, str, str, str]:
        """The request as a tuple: kind, target, language, friend."""
        return self.kind, self.target, self.language, self.friend

    def for_next_request(self, draft: Draft) -> "LetterRequest":
        """Return the letter request for the next request, in the letter kind's version for it."""
        other_requests = request_choices(draft)[1:]
        return replace(self, kind=draft.letter.family, target=other_requests[0].target) if other_requests else self

    def in_language(self, draft: Draft, language: str) -> "LetterRequest":
        """Return the request in another language that this letter kind exists in."""
        return replace(self, kind=draft.letter.family, language=language)

    def _field_key(self, letter: Letter, request: Request | None, field: LetterField) -> FieldKey:
        return (field.id,) if field.personal else (letter.family, request.target if request else "", self.friend, field.id)


def request_choices(draft: Draft) -> tuple[Request, ...]:
    """Return the request of the letter, then the others it could be about; () if it is about none."""
    candidates = [each for each in started_requests(draft.snapshot) if can_be_about(draft.letter.family, draft.snapshot, each)]
    return _rotate(draft.request, candidates) if draft.request else ()


def language_choices(draft: Draft) -> tuple[str, ...]:
    """Return the languages that this letter kind exists in: that of the user first, those of the authority, then the others."""
    first = (draft.snapshot.library.language, *authority_languages(draft.snapshot))
    known = letter_languages(draft.letter, draft.snapshot)
    return tuple(dict.fromkeys((*(language for language in first if language in known), *known)))


def personal_input(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return the non-empty input that identifies the user and that they may want to keep."""
    return {id: texts for id, texts in personal_values(draft.letter, draft.given).items() if any(texts)}


def has_unsaved_personal_input(draft: Draft, kept: FieldInput) -> bool:
    """Return True if personal input of the draft is not kept, or is kept with another value."""
    return any(tuple(kept.get(id, ())) != texts for id, texts in personal_input(draft).items())


def _rotate(first: T, items: Sequence[T]) -> tuple[T, ...]:
    """Return `items` from `first` on, the earlier ones last; put `first` in front if it is not among them."""
    position = items.index(first) if first in items else -1
    return (first, *items[position + 1 :], *items[: max(position, 0)])
