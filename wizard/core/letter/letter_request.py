"""Writing a letter in one sitting: which one is meant, where that which is typed for it is found again, what one can turn to.

Every face draws from this; what was typed lives as long as the face, and is never stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wizard.core.objection import Objection
from wizard.core.snapshot import Snapshot

from .catalogue import letter_languages, started_objections
from .draft import Draft, build_draft
from .field_values import FieldInput, personal_values
from .models import FRIEND, Letter, LetterField
from .open_letters import OpenLetter
from .selection import can_be_about, select_letter

T = TypeVar("T")
FieldKey = tuple[str, ...]
"""Under which name something is found again in this sitting."""


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """What the person said of the letter: its kind, and perhaps the case, the language, and by nickname whom it goes to."""

    kind: str
    target: str = ""
    language: str = ""
    friend: str = ""

    def draft(self, case: Snapshot, typed: Mapping[FieldKey, Sequence[str]], kept: FieldInput) -> Draft:
        """The letter as it stands: what was typed counts, else what is kept. Raises WizardError where there is none for them."""
        letter, about = select_letter(case, self.kind, self.target, self.language, sure=False)
        greeted = {FRIEND: (self.friend,)} if self.friend else {}
        slots = {blank.id: self._slot(letter, about, blank) for blank in letter.fields}
        said = {id: typed[slot] for id, slot in slots.items() if slot in typed}
        return build_draft(letter, case, about, {**personal_values(letter, kept), **greeted, **said})

    def field_key(self, current: Draft, blank: LetterField) -> FieldKey:
        """Where the text of a blank is: what is personal serves every letter, the rest this one, its case and its reader."""
        return self._slot(current.letter, current.objection, blank)

    def edited_text_key(self, current: Draft) -> FieldKey:
        """Where a text is that was edited by hand: it belongs to this letter, its case and its reader."""
        return (current.letter.id, current.objection.target if current.objection else "", self.friend)

    def open_letter(self, current: Draft) -> OpenLetter:
        """The letter as one that is being worked on."""
        about = current.objection.target if current.objection else ""
        slots = tuple(self.field_key(current, blank) for blank in current.letter.fields)
        key = (current.letter.family, about, self.friend)
        return OpenLetter(key, current.letter.title, replace(self, target=about), slots, self.edited_text_key(current))

    @property
    def arguments(self) -> tuple[str, str, str, str]:
        """All of it in one row: kind, target, language, friend."""
        return self.kind, self.target, self.language, self.friend

    def for_next_objection(self, current: Draft) -> "LetterRequest":
        """The same about the next case: of this kind, as that case calls for it."""
        following = objection_choices(current)[1:]
        return replace(self, kind=current.letter.family, target=following[0].target) if following else self

    def in_next_language(self, current: Draft) -> "LetterRequest":
        """The same in the next language in which there is such a letter."""
        following = language_choices(current)[1:]
        return replace(self, kind=current.letter.family, language=following[0]) if following else self

    def _slot(self, letter: Letter, about: Objection | None, blank: LetterField) -> FieldKey:
        return (blank.id,) if blank.personal else (letter.family, about.target if about else "", self.friend, blank.id)


def objection_choices(current: Draft) -> tuple[Objection, ...]:
    """The case that the letter is about, then those that it could be about, in turn; none where it is about no case."""
    there = [each for each in started_objections(current.snapshot) if can_be_about(current.letter.family, current.snapshot, each)]
    return _rotate(current.objection, there) if current.objection else ()


def language_choices(current: Draft) -> tuple[str, ...]:
    """The language of the letter, then the others in which there is one, in turn."""
    return _rotate(current.letter.language, letter_languages(current.letter, current.snapshot))


def personal_input(current: Draft) -> dict[str, tuple[str, ...]]:
    """What was given that tells who the person is, and that they may want to keep for the next letter."""
    return {id: texts for id, texts in personal_values(current.letter, current.given).items() if any(texts)}


def has_unsaved_personal_input(current: Draft, kept: FieldInput) -> bool:
    """Tell whether something of it is not kept yet, or otherwise."""
    return any(tuple(kept.get(id, ())) != texts for id, texts in personal_input(current).items())


def _rotate(first: T, ring: Sequence[T]) -> tuple[T, ...]:
    """The ring from this one on; one that is not in it stands before all."""
    at = ring.index(first) if first in ring else -1
    return (first, *ring[at + 1 :], *ring[: max(at, 0)])
