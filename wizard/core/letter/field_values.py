"""Fill in the fields of a letter from the input of the user, known values and defaults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.core.condition import Facts
from wizard.core.date_input import parse_date_input
from wizard.core.formatting import format_date
from wizard.core.sanitize import sanitize, sanitize_line
from wizard.core.typed_words import closest_matches
from wizard.errors import WizardError

from .account_fit import without_none
from .models import FieldOption, Letter, LetterField

FieldValue = str | date | FieldOption | tuple[str, ...]
"""The content of a field: a text, a day, one option, or the texts of several options."""
FieldInput = Mapping[str, Sequence[str]]
"""The input of the user by field id; a field can be given several times."""
NO_CHOICE = FieldOption("", "")
"""The value of a field with options in which nothing is chosen."""
PLACEHOLDER = "‹{}›"
"""Format of the text shown for a required field that is empty, with the label of the field."""


@dataclass(frozen=True, slots=True)
class FilledFields:
    """The values of all fields of a letter, and the required fields that are still empty."""

    values: Mapping[str, FieldValue]
    missing: tuple[LetterField, ...]


def offered_options(field: LetterField, facts: Facts, today: date) -> tuple[FieldOption, ...]:
    """Return the options of a field that apply to these facts on this day."""
    return tuple(each for each in field.choices if each.when.holds(facts) and each.valid.holds(today))


def fill_fields(letter: Letter, given: FieldInput, known: Mapping[str, str], facts: Facts, today: date) -> FilledFields:
    """Fill each field with the input, else the known value, else the default.

    Raises WizardError if an input names an unknown field or is invalid.
    """
    for id in given:
        if letter.field(id) is None:
            raise _unknown_field_error(letter, id)
    values: dict[str, FieldValue] = {}
    missing: list[LetterField] = []
    for field in letter.fields:
        texts = [text for text in given.get(field.id, ()) if text.strip()] or [known.get(field.id) or field.default]
        values[field.id] = value = _parse_value(field, texts, offered_options(field, facts, today), today)
        if field.required and (not value or value is NO_CHOICE):
            missing.append(field)
    return FilledFields(values, tuple(missing))


def personal_values(letter: Letter, given: FieldInput) -> dict[str, tuple[str, ...]]:
    """Return the part of the input that identifies the user and can be reused in other letters."""
    return {field.id: tuple(given[field.id]) for field in letter.fields if field.personal and field.id in given}


def with_placeholders(filled: FilledFields) -> Mapping[str, FieldValue]:
    """Return the values for a preview, with a placeholder in each required field that is empty."""
    return {**filled.values, **{field.id: _placeholder(field) for field in filled.missing}}


def _placeholder(field: LetterField) -> FieldValue:
    """Return the placeholder of a field in the type that the template expects of its value."""
    placeholder = PLACEHOLDER.format(field.label)
    if not field.choices:
        return placeholder
    return FieldOption("", placeholder, placeholder) if field.max_length == 1 else (placeholder,)


def missing_fields_error(letter: Letter, missing: Sequence[LetterField]) -> WizardError:
    """Build the error that names the missing fields."""
    choice = next((field for field in missing if field.choices), None)
    return WizardError(
        "letter-incomplete",
        hint="letter-choices" if choice else "",
        choice=choice.id if choice else "",
        letter=letter.id,
        title=letter.title,
        labels=", ".join(field.label for field in missing),
        fields=", ".join(f"{field.id} ({field.label})" for field in missing),
        choices=", ".join(each.id for each in choice.choices) if choice else "",
        options=" ".join(f"--set {field.id}=…" for field in missing),
    )


def _parse_value(field: LetterField, texts: Sequence[str], options: Sequence[FieldOption], today: date) -> FieldValue:
    """Return the value of a field from its texts; only the last one counts unless the field takes several.

    Raises WizardError if the input is invalid.
    """
    if field.choices:
        return _parse_options(field, texts, options)
    if field.is_date:
        return _parse_date(field, texts[-1], today)
    text = _normalize_lines("\n".join(texts)) if field.multiline else " ".join(sanitize(texts[-1]).split())
    if field.account and text:
        text = _parse_accounts(field, text)
    if len(text) > field.max_length:
        raise _field_error("field-too-long", field, length=len(text), limit=field.max_length)
    if 0 < len(text) < field.min_length:
        raise _field_error("field-too-short", field, why=field.why)
    return text


def _parse_accounts(field: LetterField, text: str) -> str:
    """Return the lines that name accounts.

    Raises WizardError if the text says that there is none and the field is required.
    """
    accounts = without_none(text)
    if field.required and not accounts:
        raise _field_error("field-no-account", field, text=sanitize_line(text, 60))
    return accounts


def _normalize_lines(text: str) -> str:
    """Trim the lines of a text, and keep at most one empty line between two paragraphs."""
    lines = [" ".join(line.split()) for line in sanitize(text).split("\n")]
    kept = [line for previous, line in zip(["", *lines], lines, strict=False) if line or previous]
    return "\n".join(kept).strip()


def _parse_options(field: LetterField, texts: Sequence[str], options: Sequence[FieldOption]) -> FieldOption | tuple[str, ...]:
    """Return the chosen options, in the order in which the field offers them.

    Raises WizardError if an option is unknown or too many are chosen.
    """
    ids = list(dict.fromkeys(part.strip() for text in texts for part in text.split(",") if part.strip()))
    by_id = {option.id: option for option in options}
    for id in ids:
        if id not in by_id:
            raise _unknown_option_error(field, sanitize_line(id, 60), list(by_id))
    if len(ids) > field.max_length:
        raise _field_error("field-too-many-options", field, count=len(ids), limit=field.max_length)
    if field.max_length == 1:
        return by_id[ids[0]] if ids else NO_CHOICE
    return tuple(option.text for option in options if option.id in ids)


def _parse_date(field: LetterField, text: str, today: date) -> date | str:
    """Return the day that was typed, "" if the text is empty.

    Raises WizardError if it is not a date or lies in the future.
    """
    if not text:
        return ""
    typed = parse_date_input(text, today)
    if typed.coming:
        raise _field_error("field-day-in-future", field, day=format_date(typed.coming))
    if typed.on is None:
        raise _field_error("field-not-a-day", field, text=sanitize_line(text, 40))
    return typed.on


def _unknown_field_error(letter: Letter, id: str) -> WizardError:
    """Build the error for an id that is no field of the letter, with the closest one as a hint."""
    ids = [field.id for field in letter.fields]
    matches = closest_matches(id, ids)
    hint = "did-you-mean" if matches else "" if ids else "no-fields"
    shown = {"letter": letter.id, "field": sanitize_line(id, 60), "fields": ", ".join(ids)}
    return WizardError("field-unknown", hint=hint, close=matches[0] if matches else "", **shown)


def _unknown_option_error(field: LetterField, option: str, known: list[str]) -> WizardError:
    """Build the error for an option that the field does not offer, with the closest one as a hint."""
    matches = closest_matches(option.lower(), known)
    error = _field_error("field-option-unknown", field, option=option, options=", ".join(known))
    if matches:
        error.hint, error.values["close"] = "did-you-mean", matches[0]
    return error


def _field_error(code: str, field: LetterField, **values: object) -> WizardError:
    """Return an error about a field, which has an id on the command line and a label elsewhere."""
    error = WizardError(code, field=field.id, label=field.label)
    error.values |= values
    return error
