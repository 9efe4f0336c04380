"""Group the letters by whether they are recommended, available, upcoming or for other places."""

from typing import NamedTuple

from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError

from .applicability import applies_here
from .language import languages_of_letter
from .models import Letter
from .selection import select_letter, usable_letters


class LetterCatalogue(NamedTuple):
    """All letters in their groups; a recommended letter is usually among the available ones too."""

    recommended: tuple[tuple[Letter, Request], ...]
    available: tuple[Letter, ...]
    upcoming: tuple[Letter, ...]
    other_places: tuple[Letter, ...]

    @property
    def available_not_recommended(self) -> tuple[Letter, ...]:
        """The available letters that no request recommends."""
        return tuple(each for each in self.available if each not in [letter for letter, _ in self.recommended])


def build_catalogue(snapshot: Snapshot) -> LetterCatalogue:
    """Build the catalogue of all letters for this user."""
    available = usable_letters(snapshot)
    others = [letter for letter in snapshot.library.letters.values() if letter not in available]
    upcoming = tuple(letter for letter in others if applies_here(letter, snapshot))
    return LetterCatalogue(
        recommended_letters(snapshot), available, upcoming, tuple(letter for letter in others if letter not in upcoming)
    )


def recommended_letters(snapshot: Snapshot) -> tuple[tuple[Letter, Request], ...]:
    """Return each letter that a started request recommends, with that request.

    A request is left out if its place has no such letter.
    """
    recommended = []
    for request in snapshot.requests:
        if request.events and request.letter:
            try:
                recommended.append((select_letter(snapshot, request.letter, request.target)[0], request))
            except WizardError:  # the place has no such letter
                continue
    return tuple(recommended)


def letter_languages(letter: Letter, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the languages of this letter kind at the place of the snapshot, sorted."""
    same_kind = (
        each for each in snapshot.library.letters.values() if each.family == letter.family and applies_here(each, snapshot)
    )
    return tuple(sorted({language for each in same_kind for language in languages_of_letter(each, snapshot)}))


def started_requests(snapshot: Snapshot) -> tuple[Request, ...]:
    """Return the requests with at least one event, so that a letter can be about them."""
    return tuple(each for each in snapshot.requests if each.events)
