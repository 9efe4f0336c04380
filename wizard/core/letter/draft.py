"""A letter while it is being written: the input, its errors, and the fields that are still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.core.content_models import Question
from wizard.core.formatting import format_date
from wizard.core.place import Place
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.i18n import _, join_parts

from .account_fit import OFFICE, as_for
from .field_values import FieldInput, FilledFields, fill_fields, offered_options
from .models import FieldOption, Letter, LetterField
from .template_values import fill_letter, prefilled_values

REGION = "region"
"""The kind of the question about the part of the country."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter with the input for it.

    `errors` maps the id of a field to the reason why its input is invalid; such input is left out of `given`. `known` holds
    the values that the program supplies.
    """

    letter: Letter
    request: Request | None
    snapshot: Snapshot
    given: FieldInput
    known: Mapping[str, str]
    errors: Mapping[str, WizardError]
    filled: FilledFields

    @property
    def missing(self) -> tuple[LetterField, ...]:
        """The fields that keep the letter from being complete, in order: required and empty, or invalid."""
        return tuple(field for field in self.letter.fields if field in self.filled.missing or field.id in self.errors)

    @property
    def unknown_authority_place(self) -> Place | None:
        """The place whose authorities depend on the region, if the letter goes to one that is not known yet; else None."""
        place = self.snapshot.place
        is_missing = any(field.id == OFFICE for field in self.missing)
        return place if place and place.authority and place.authority.described and is_missing else None

    @property
    def region_question(self) -> Question | None:
        """The question about the region if its answer names the authority that the letter goes to, else None.

        After a move the answer would describe the new place, not that of the request, so the question does not help then.
        """
        if self.unknown_authority_place is None or (self.request and self.request.sent_from):
            return None
        return next((each for each in self.snapshot.interview.questions if each.kind == REGION), None)

    @property
    def region_reason(self) -> str:
        """Why the region is needed, in one sentence; "" if it is not."""
        place = self.unknown_authority_place
        if place is None:
            return ""
        country = place.country.name
        if self.request and self.request.sent_from:
            return _("Which authority takes this complaint depends on the part of {country} where you lived.", country=country)
        return _("Which authority takes this complaint depends on the part of {country} where you live.", country=country)

    def options(self, field: LetterField) -> tuple[FieldOption, ...]:
        """Return the options that a field offers for these facts, today."""
        return offered_options(field, self.snapshot.interview.facts, self.snapshot.today)

    def input_texts(self, field: LetterField) -> tuple[str, ...]:
        """Return the content of a field: the input, else the known value, else the default.

        The result is empty if all of them are. For a field with options these are option ids.
        """
        texts = [text for text in self.given.get(field.id, ()) if text.strip()]
        contents = texts or [self.known.get(field.id) or field.default]
        return tuple(text for text in contents if text)

    def display_text(self, field: LetterField) -> str:
        """Return the content of a field as the user knows it, with labels of options; "" if it is empty."""
        texts, value = self.input_texts(field), self.filled.values[field.id]
        if not texts:
            return ""
        if field.choices:
            labels = {option.id: option.label for option in self.options(field)}
            return join_parts(labels[id.strip()] for text in texts for id in text.split(",") if id.strip() in labels)
        return format_date(value) if isinstance(value, date) else ", ".join(str(value).split("\n"))


def build_draft(letter: Letter, snapshot: Snapshot, request: Request | None, typed: FieldInput) -> Draft:
    """Build the draft as far as the input allows. Invalid input is reported in `errors` and never raises."""
    letter, snapshot = as_for(letter, snapshot, request), snapshot.for_request(request)
    inputs = {id: tuple(texts) for id, texts in typed.items() if letter.field(id)}
    checked = {field.id: field_error(letter, snapshot, field, inputs[field.id]) for field in letter.fields if field.id in inputs}
    errors = {id: error for id, error in checked.items() if error}
    valid = {id: texts for id, texts in inputs.items() if id not in errors}
    filled = fill_letter(letter, snapshot, request, valid)
    return Draft(letter, request, snapshot, valid, prefilled_values(letter, snapshot, request), errors, filled)


def build_strict_draft(letter: Letter, snapshot: Snapshot, request: Request | None, given: FieldInput) -> Draft:
    """Build the draft with all of this input.

    Raises WizardError if an input names an unknown field or is invalid.
    Input for fields about accounts is ignored if the letter cannot name accounts.
    """
    adapted = as_for(letter, snapshot, request)
    given = {id: texts for id, texts in given.items() if adapted.field(id) or not letter.field(id)}
    letter, snapshot = adapted, snapshot.for_request(request)
    known = prefilled_values(letter, snapshot, request)
    return Draft(letter, request, snapshot, given, known, {}, fill_letter(letter, snapshot, request, given))


def field_error(letter: Letter, snapshot: Snapshot, field: LetterField, texts: Sequence[str]) -> WizardError | None:
    """Return why the input is invalid for the field; None if it is valid."""
    try:
        fill_fields(letter, {field.id: texts}, {}, snapshot.interview.facts, snapshot.today)
    except WizardError as error:
        return error
    return None
