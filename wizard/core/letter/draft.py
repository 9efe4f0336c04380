"""A letter while it is being written: what was typed, what of it does not fit, what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.core.formatting import format_date
from wizard.core.objection import Objection
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError

from .account import as_for
from .field_values import FieldInput, FilledFields, fill_fields, offered_options
from .models import FieldOption, Letter, LetterField
from .template_values import fill_letter, prefilled_values


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter with what was given for it; `wrong` says by blank what does not fit, and that is left out of `given`."""

    letter: Letter
    objection: Objection | None
    snapshot: Snapshot
    given: FieldInput
    known: Mapping[str, str]
    errors: Mapping[str, str]
    filled: FilledFields

    @property
    def missing(self) -> tuple[LetterField, ...]:
        """The blanks without which there is no letter, in their order: those that are empty, and those that do not fit."""
        return tuple(blank for blank in self.letter.fields if blank in self.filled.missing or blank.id in self.errors)

    def options(self, blank: LetterField) -> tuple[FieldOption, ...]:
        """The choices that a blank offers here and today."""
        return offered_options(blank, self.snapshot.interview.facts, self.snapshot.today)

    def input_texts(self, blank: LetterField) -> tuple[str, ...]:
        """What stands in a blank: what was given, else what is known, else what is usual; the ids of what is chosen."""
        texts = [text for text in self.given.get(blank.id, ()) if text.strip()]
        found = texts or [self.known.get(blank.id) or blank.default]
        return tuple(text for text in found if text)

    def display_text(self, blank: LetterField) -> str:
        """What stands in a blank, in words that the person knows; "" where it is empty."""
        texts, value = self.input_texts(blank), self.filled.values[blank.id]
        if not texts:
            return ""
        if blank.choices:
            labels = {option.id: option.label for option in self.options(blank)}
            return "; ".join(labels[id.strip()] for text in texts for id in text.split(",") if id.strip() in labels)
        return format_date(value) if isinstance(value, date) else ", ".join(str(value).split("\n"))


def build_draft(letter: Letter, case: Snapshot, about: Objection | None, typed: FieldInput) -> Draft:
    """The letter as far as it can be written from this; nothing that was typed makes it fail."""
    letter, case = as_for(letter, case, about), case.for_request(about)
    given = {id: tuple(texts) for id, texts in typed.items() if letter.field(id)}
    misfits = {blank.id: field_error(letter, case, blank, given[blank.id]) for blank in letter.fields if blank.id in given}
    wrong = {id: why for id, why in misfits.items() if why}
    fitting = {id: texts for id, texts in given.items() if id not in wrong}
    found = fill_letter(letter, case, about, fitting)
    return Draft(letter, about, case, fitting, prefilled_values(letter, case, about), wrong, found)


def build_strict_draft(letter: Letter, case: Snapshot, about: Objection | None, given: FieldInput) -> Draft:
    """The letter with all of this in it. Raises WizardError for what has no blank, and for what does not fit into its own.

    What is said of accounts is left aside where the letter cannot speak of any.
    """
    fitted = as_for(letter, case, about)
    given = {id: texts for id, texts in given.items() if fitted.field(id) or not letter.field(id)}
    letter, case = fitted, case.for_request(about)
    return Draft(letter, about, case, given, prefilled_values(letter, case, about), {}, fill_letter(letter, case, about, given))


def field_error(letter: Letter, case: Snapshot, blank: LetterField, texts: Sequence[str]) -> str:
    """Why this does not fit into the blank, in a sentence; "" where it does."""
    try:
        fill_fields(letter, {blank.id: texts}, {}, case.interview.facts, case.today)
    except WizardError as error:
        return str(error).replace(f"“{blank.id}”", f"“{blank.label}”")
    return ""
