"""Writing a letter in one sitting: which one is meant, where that which is typed for it is found again, what one can turn to.

Every face draws from this; what was typed lives as long as the face, and is never stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wizard.core.case import Case
from wizard.core.objection import ObjectionCase

from .blanks import Given, personal
from .choice import can_be_about, choose
from .draft import Draft, draft
from .offer import begun, languages
from .open_letters import OpenLetter
from .parts import FRIEND, Blank, Letter

T = TypeVar("T")
Slot = tuple[str, ...]
"""Under which name something is found again in this sitting."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the person said of the letter: its kind, and perhaps the case, the language, and by nickname whom it goes to."""

    kind: str
    target: str = ""
    language: str = ""
    friend: str = ""

    def draft(self, case: Case, typed: Mapping[Slot, Sequence[str]], kept: Given) -> Draft:
        """The letter as it stands: what was typed counts, else what is kept. Raises WizardError where there is none for them."""
        letter, about = choose(case, self.kind, self.target, self.language, sure=False)
        greeted = {FRIEND: (self.friend,)} if self.friend else {}
        slots = {blank.id: self._slot(letter, about, blank) for blank in letter.blanks}
        said = {id: typed[slot] for id, slot in slots.items() if slot in typed}
        return draft(letter, case, about, {**personal(letter, kept), **greeted, **said})

    def slot(self, current: Draft, blank: Blank) -> Slot:
        """Where the text of a blank is: what is personal serves every letter, the rest this one, its case and its reader."""
        return self._slot(current.letter, current.about, blank)

    def edit_slot(self, current: Draft) -> Slot:
        """Where a text is that was edited by hand: it belongs to this letter, its case and its reader."""
        return (current.letter.id, current.about.target if current.about else "", self.friend)

    def open_letter(self, current: Draft) -> OpenLetter:
        """The letter as one that is being worked on."""
        about = current.about.target if current.about else ""
        slots = tuple(self.slot(current, blank) for blank in current.letter.blanks)
        key = (current.letter.family, about, self.friend)
        return OpenLetter(key, current.letter.title, replace(self, target=about), slots, self.edit_slot(current))

    @property
    def arguments(self) -> tuple[str, str, str, str]:
        """All of it in one row: kind, target, language, friend."""
        return self.kind, self.target, self.language, self.friend

    def about_next_case(self, current: Draft) -> "Sitting":
        """The same about the next case: of this kind, as that case calls for it."""
        following = cases(current)[1:]
        return replace(self, kind=current.letter.family, target=following[0].target) if following else self

    def in_next_language(self, current: Draft) -> "Sitting":
        """The same in the next language in which there is such a letter."""
        following = tongues(current)[1:]
        return replace(self, kind=current.letter.family, language=following[0]) if following else self

    def _slot(self, letter: Letter, about: ObjectionCase | None, blank: Blank) -> Slot:
        return (blank.id,) if blank.personal else (letter.family, about.target if about else "", self.friend, blank.id)


def cases(current: Draft) -> tuple[ObjectionCase, ...]:
    """The case that the letter is about, then those that it could be about, in turn; none where it is about no case."""
    there = [each for each in begun(current.case) if can_be_about(current.letter.family, current.case, each)]
    return _in_turn(current.about, there) if current.about else ()


def tongues(current: Draft) -> tuple[str, ...]:
    """The language of the letter, then the others in which there is one, in turn."""
    return _in_turn(current.letter.language, languages(current.letter, current.case))


def mine(current: Draft) -> dict[str, tuple[str, ...]]:
    """What was given that tells who the person is, and that they may want to keep for the next letter."""
    return {id: texts for id, texts in personal(current.letter, current.given).items() if any(texts)}


def unkept(current: Draft, kept: Given) -> bool:
    """Tell whether something of it is not kept yet, or otherwise."""
    return any(tuple(kept.get(id, ())) != texts for id, texts in mine(current).items())


def _in_turn(first: T, ring: Sequence[T]) -> tuple[T, ...]:
    """The ring from this one on; one that is not in it stands before all."""
    at = ring.index(first) if first in ring else -1
    return (first, *ring[at + 1 :], *ring[: max(at, 0)])
