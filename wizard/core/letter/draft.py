"""A letter while it is being written: what was typed, what of it does not fit, what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.core.case import Case
from wizard.core.objection import ObjectionCase
from wizard.core.words import day
from wizard.errors import WizardError

from .account import as_for
from .blanks import Filled, Given, fill, offered
from .parts import Blank, Letter, Option
from .values import filled, known


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter with what was given for it; `wrong` says by blank what does not fit, and that is left out of `given`."""

    letter: Letter
    about: ObjectionCase | None
    case: Case
    given: Given
    known: Mapping[str, str]
    wrong: Mapping[str, str]
    filled: Filled

    @property
    def missing(self) -> tuple[Blank, ...]:
        """The blanks without which there is no letter, in their order: those that are empty, and those that do not fit."""
        return tuple(blank for blank in self.letter.blanks if blank in self.filled.missing or blank.id in self.wrong)

    def options(self, blank: Blank) -> tuple[Option, ...]:
        """The choices that a blank offers here and today."""
        return offered(blank, self.case.interview.facts, self.case.today)

    def texts(self, blank: Blank) -> tuple[str, ...]:
        """What stands in a blank: what was given, else what is known, else what is usual; the ids of what is chosen."""
        texts = [text for text in self.given.get(blank.id, ()) if text.strip()]
        found = texts or [self.known.get(blank.id) or blank.default]
        return tuple(text for text in found if text)

    def reads(self, blank: Blank) -> str:
        """What stands in a blank, in words that the person knows; "" where it is empty."""
        texts, value = self.texts(blank), self.filled.values[blank.id]
        if not texts:
            return ""
        if blank.choices:
            labels = {option.id: option.label for option in self.options(blank)}
            return "; ".join(labels[id.strip()] for text in texts for id in text.split(",") if id.strip() in labels)
        return day(value) if isinstance(value, date) else ", ".join(str(value).split("\n"))


def draft(letter: Letter, case: Case, about: ObjectionCase | None, typed: Given) -> Draft:
    """The letter as far as it can be written from this; nothing that was typed makes it fail."""
    letter, case = as_for(letter, case, about), case.seen_from(about)
    given = {id: tuple(texts) for id, texts in typed.items() if letter.blank(id)}
    misfits = {blank.id: misfit(letter, case, blank, given[blank.id]) for blank in letter.blanks if blank.id in given}
    wrong = {id: why for id, why in misfits.items() if why}
    fitting = {id: texts for id, texts in given.items() if id not in wrong}
    found = filled(letter, case, about, fitting)
    return Draft(letter, about, case, fitting, known(letter, case, about), wrong, found)


def exact(letter: Letter, case: Case, about: ObjectionCase | None, given: Given) -> Draft:
    """The letter with all of this in it. Raises WizardError for what has no blank, and for what does not fit into its own.

    What is said of accounts is left aside where the letter cannot speak of any.
    """
    fitted = as_for(letter, case, about)
    given = {id: texts for id, texts in given.items() if fitted.blank(id) or not letter.blank(id)}
    letter, case = fitted, case.seen_from(about)
    return Draft(letter, about, case, given, known(letter, case, about), {}, filled(letter, case, about, given))


def misfit(letter: Letter, case: Case, blank: Blank, texts: Sequence[str]) -> str:
    """Why this does not fit into the blank, in a sentence; "" where it does."""
    try:
        fill(letter, {blank.id: texts}, {}, case.interview.facts, case.today)
    except WizardError as error:
        return str(error).replace(f"“{blank.id}”", f"“{blank.label}”")
    return ""
