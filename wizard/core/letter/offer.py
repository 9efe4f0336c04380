"""Which letters are offered, in which groups: what the cases call for, what fits now, and the rest; and in which languages."""

from typing import NamedTuple

from wizard.core.case import Case
from wizard.core.objection import ObjectionCase
from wizard.errors import WizardError

from .choice import choose, fitting
from .fit import suits
from .parts import Letter


class Offer(NamedTuple):
    """Every letter in its group; one that a case calls for is among those that fit too, as a rule."""

    called: tuple[tuple[Letter, ObjectionCase], ...]
    fitting: tuple[Letter, ...]
    later: tuple[Letter, ...]
    elsewhere: tuple[Letter, ...]

    @property
    def uncalled(self) -> tuple[Letter, ...]:
        """The letters that fit although no case calls for them."""
        return tuple(each for each in self.fitting if each not in [letter for letter, _ in self.called])


def offer(case: Case) -> Offer:
    """The letters for this person: called for, fitting now, for this place but not for now, and for other places."""
    fit = fitting(case)
    others = [each for each in case.library.letters.values() if each not in fit]
    here = tuple(each for each in others if suits(each, case))
    return Offer(called(case), fit, here, tuple(each for each in others if each not in here))


def called(case: Case) -> tuple[tuple[Letter, ObjectionCase], ...]:
    """The letter that each case that has begun recommends to write, as far as there is one at the person's place."""
    found = []
    for each in case.objections:
        if each.events and each.letter:
            try:
                found.append((choose(case, each.letter, each.target)[0], each))
            except WizardError:  # the place has no such letter
                continue
    return tuple(found)


def languages(letter: Letter, case: Case) -> tuple[str, ...]:
    """The languages in which there is such a letter for this person, at the place that the case is seen from."""
    family = (each for each in case.library.letters.values() if each.family == letter.family and suits(each, case))
    return tuple(sorted({each.language for each in family}))


def begun(case: Case) -> tuple[ObjectionCase, ...]:
    """The cases in which something happened, so that a letter can be about them."""
    return tuple(each for each in case.objections if each.events)
