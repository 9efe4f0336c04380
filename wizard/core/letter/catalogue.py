"""Which letters are offered, in which groups: what the cases call for, what fits now, and the rest; and in which languages."""

from typing import NamedTuple

from wizard.core.objection import Objection
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError

from .applicability import applies_here
from .models import Letter
from .selection import select_letter, usable_letters


class LetterCatalogue(NamedTuple):
    """Every letter in its group; one that a case calls for is among those that fit too, as a rule."""

    recommended: tuple[tuple[Letter, Objection], ...]
    available: tuple[Letter, ...]
    upcoming: tuple[Letter, ...]
    other_places: tuple[Letter, ...]

    @property
    def available_not_recommended(self) -> tuple[Letter, ...]:
        """The letters that fit although no case calls for them."""
        return tuple(each for each in self.available if each not in [letter for letter, _ in self.recommended])


def build_catalogue(case: Snapshot) -> LetterCatalogue:
    """The letters for this person: called for, fitting now, for this place but not for now, and for other places."""
    fit = usable_letters(case)
    others = [each for each in case.library.letters.values() if each not in fit]
    here = tuple(each for each in others if applies_here(each, case))
    return LetterCatalogue(recommended_letters(case), fit, here, tuple(each for each in others if each not in here))


def recommended_letters(case: Snapshot) -> tuple[tuple[Letter, Objection], ...]:
    """The letter that each case that has begun recommends to write, as far as there is one at the person's place."""
    found = []
    for each in case.objections:
        if each.events and each.letter:
            try:
                found.append((select_letter(case, each.letter, each.target)[0], each))
            except WizardError:  # the place has no such letter
                continue
    return tuple(found)


def letter_languages(letter: Letter, case: Snapshot) -> tuple[str, ...]:
    """The languages in which there is such a letter for this person, at the place that the case is seen from."""
    family = (each for each in case.library.letters.values() if each.family == letter.family and applies_here(each, case))
    return tuple(sorted({each.language for each in family}))


def started_objections(case: Snapshot) -> tuple[Objection, ...]:
    """The cases in which something happened, so that a letter can be about them."""
    return tuple(each for each in case.objections if each.events)
