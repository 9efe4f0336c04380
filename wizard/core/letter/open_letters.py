"""Letters that were worked on in this sitting and have not left the program since. Nothing of them is ever stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most sittings write no letter, and need nothing of what writes one
    from .letter_request import LetterRequest

Slots = tuple[tuple[str, ...], ...]
Texts = Mapping[tuple[str, ...], object]


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """A letter with the places where its texts are found again: those of its blanks, and that of the text edited by hand.

    The `key` is the same in every language of the letter.
    """

    key: tuple[str, ...]
    title: str
    sitting: "LetterRequest"
    blanks: Slots
    edit: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenLetters:
    """The letters that were changed since they last left the program, in the order in which they were begun."""

    letters: Mapping[tuple[str, ...], OpenLetter] = field(default_factory=dict)

    def worked_on(self, letter: OpenLetter) -> "OpenLetters":
        """The same with this letter, in which something was changed."""
        return replace(self, letters={**self.letters, letter.key: letter})

    def handed_out(self, letter: OpenLetter) -> "OpenLetters":
        """The same without this letter: it was saved, copied, opened in the mail program, or sent."""
        return replace(self, letters={key: each for key, each in self.letters.items() if key != letter.key})

    def unsaved(
        self, typed: Mapping[tuple[str, ...], Sequence[str]], edited: Texts, kept: Mapping[str, Sequence[str]]
    ) -> tuple[OpenLetter, ...]:
        """The letters with something in them that would be lost: typed and not kept for the next letter, or edited by hand."""

        def is_lost(slot: tuple[str, ...]) -> bool:
            texts = tuple(typed.get(slot, ()))
            return any(text.strip() for text in texts) and not (len(slot) == 1 and tuple(kept.get(slot[0], ())) == texts)

        return tuple(each for each in self.letters.values() if each.edit in edited or any(map(is_lost, each.blanks)))
