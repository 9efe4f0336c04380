"""Letters that the user is working on and that have not left the program yet. They are never stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

Slots = tuple[tuple[str, ...], ...]
"""The keys of the fields of a letter."""
Texts = Mapping[tuple[str, ...], object]
"""The texts edited by hand, by key."""


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """A letter with the keys of its field values and of its text edited by hand.

    `arguments` make the request that opens it again (kind, target, language, friend).
    The `key` is the same in every language of the letter.
    """

    key: tuple[str, ...]
    title: str
    arguments: tuple[str, str, str, str]
    blanks: Slots
    edit: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenLetters:
    """The letters that changed since they last left the program, in the order in which they were begun."""

    letters: Mapping[tuple[str, ...], OpenLetter] = field(default_factory=dict)

    def worked_on(self, letter: OpenLetter) -> "OpenLetters":
        """Return the collection with this letter added."""
        return replace(self, letters={**self.letters, letter.key: letter})

    def handed_out(self, letter: OpenLetter) -> "OpenLetters":
        """Return the collection without this letter: it was saved, copied, mailed or sent."""
        return replace(self, letters={key: each for key, each in self.letters.items() if key != letter.key})

    def unsaved(
        self, typed: Mapping[tuple[str, ...], Sequence[str]], edited: Texts, kept: Mapping[str, Sequence[str]]
    ) -> tuple[OpenLetter, ...]:
        """Return the letters with input that would be lost on leaving.

        That is an edited text, or a typed value that is not kept for the next letter.
        """

        def is_lost(key: tuple[str, ...]) -> bool:
            texts = tuple(typed.get(key, ()))
            return any(text.strip() for text in texts) and not (len(key) == 1 and tuple(kept.get(key[0], ())) == texts)

        return tuple(each for each in self.letters.values() if each.edit in edited or any(map(is_lost, each.blanks)))
