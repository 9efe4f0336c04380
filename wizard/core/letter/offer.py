"""What is offered beside the letters that fit: those that the cases call for, and the other languages of a letter."""

from wizard.core.case import Case
from wizard.core.objection import ObjectionCase
from wizard.errors import WizardError

from .choice import choose
from .fit import suits
from .parts import Letter


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
    """The languages in which there is such a letter for this person."""
    family = (each for each in case.library.letters.values() if each.family == letter.family and suits(each, case))
    return tuple(sorted({each.language for each in family}))


def begun(case: Case) -> tuple[ObjectionCase, ...]:
    """The cases in which something happened, so that a letter can be about them."""
    return tuple(each for each in case.objections if each.events)
