"""Filling in the blanks: what the person gave, what the case knows, what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.core.condition import Facts
from wizard.core.sanitize import sanitize, sanitize_line
from wizard.core.suggestions import closest_matches
from wizard.errors import WizardError

from .account import without_none
from .models import FieldOption, Letter, LetterField

FieldValue = str | date | FieldOption | tuple[str, ...]
"""What stands in a blank: text, a day, one choice, or the texts of several."""
FieldInput = Mapping[str, Sequence[str]]
"""What the person gave, by blank; a blank can be given several times."""
NO_CHOICE = FieldOption("", "")
PLACEHOLDER = "‹{}›"


@dataclass(frozen=True, slots=True)
class FilledFields:
    """The blanks of a letter with what stands in them, and those that are required and still empty."""

    values: Mapping[str, FieldValue]
    missing: tuple[LetterField, ...]


def offered_options(blank: LetterField, facts: Facts, today: date) -> tuple[FieldOption, ...]:
    """The choices that hold for these facts on this day."""
    return tuple(each for each in blank.choices if each.when.holds(facts) and each.valid.holds(today))


def fill_fields(letter: Letter, given: FieldInput, known: Mapping[str, str], facts: Facts, today: date) -> FilledFields:
    """Fill in what was given, else what is known, else the default. Raises WizardError for what does not fit."""
    for id in given:
        if letter.field(id) is None:
            raise _unknown(letter, id)
    values: dict[str, FieldValue] = {}
    missing: list[LetterField] = []
    for blank in letter.fields:
        texts = [text for text in given.get(blank.id, ()) if text.strip()] or [known.get(blank.id) or blank.default]
        values[blank.id] = found = _value(blank, texts, offered_options(blank, facts, today), today)
        if blank.required and (not found or found is NO_CHOICE):
            missing.append(blank)
    return FilledFields(values, tuple(missing))


def personal_values(letter: Letter, given: FieldInput) -> dict[str, tuple[str, ...]]:
    """Of what was given, the part that tells who the person is and serves other letters too."""
    return {blank.id: tuple(given[blank.id]) for blank in letter.fields if blank.personal and blank.id in given}


def with_placeholders(filled: FilledFields) -> Mapping[str, FieldValue]:
    """The values for a preview: in each required blank that is empty stands what belongs there, between the signs of a gap."""
    return {**filled.values, **{blank.id: _placeholder(blank) for blank in filled.missing}}


def _placeholder(blank: LetterField) -> FieldValue:
    words = PLACEHOLDER.format(blank.label)
    return words if not blank.choices else FieldOption("", words, words) if blank.max_length == 1 else (words,)


def missing_fields_error(letter: Letter, missing: Sequence[LetterField]) -> WizardError:
    """The error that names what is still missing."""
    named = ", ".join(f"{blank.id} ({blank.label})" for blank in missing)
    how = " ".join(f"--set {blank.id}=…" for blank in missing)
    return WizardError(
        f"“{letter.id}” still needs: {named}.",
        f"Give it with {how}; `protect-my-photos letter {letter.id} --about` explains each.",
    )


def _value(blank: LetterField, texts: Sequence[str], options: Sequence[FieldOption], today: date) -> FieldValue:
    if blank.choices:
        return _parse_options(blank, texts, options)
    if blank.is_date:
        return _day(blank, texts[-1], today)
    text = _normalize_lines("\n".join(texts)) if blank.multiline else " ".join(sanitize(texts[-1]).split())
    if blank.account and text:
        text = _accounts(blank, text)
    if len(text) > blank.max_length:
        raise WizardError(f"“{blank.id}” has {len(text):,} characters; {blank.max_length:,} fit.", "Make it shorter.")
    if 0 < len(text) < blank.min_length:
        raise WizardError(f"“{blank.id}” is too short.", f"{blank.label}: {blank.why}")
    return text


def _accounts(blank: LetterField, text: str) -> str:
    """The accounts that are named. Raises WizardError where the text says that there is none and one is needed."""
    named = without_none(text)
    if blank.required and not named:
        raise WizardError(
            f"“{sanitize_line(text, 60)}” is no account, and this letter is about accounts of yours.",
            "Name the service and the user name. If you have no account, say so first: `protect-my-photos answer services=none`.",
        )
    return named


def _normalize_lines(text: str) -> str:
    """Text of several lines without stray spaces, and with one empty line at most between two paragraphs."""
    lines = [" ".join(line.split()) for line in sanitize(text).split("\n")]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip()


def _parse_options(blank: LetterField, texts: Sequence[str], options: Sequence[FieldOption]) -> FieldOption | tuple[str, ...]:
    ids = list(dict.fromkeys(each.strip() for text in texts for each in text.split(",") if each.strip()))
    by_id = {option.id: option for option in options}
    for id in ids:
        if id not in by_id:
            raise WizardError(f"“{sanitize_line(id, 60)}” is not a choice of “{blank.id}”.", f"Choose from: {', '.join(by_id)}.")
    if len(ids) > blank.max_length:
        raise WizardError(f"“{blank.id}” has {len(ids)} choices.", f"Choose {blank.max_length} at most.")
    if blank.max_length == 1:
        return by_id[ids[0]] if ids else NO_CHOICE
    return tuple(option.text for option in options if option.id in ids)


def _day(blank: LetterField, text: str, today: date) -> date | str:
    if not text:
        return ""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise WizardError(
            f"“{sanitize_line(text, 40)}” is not a day, as “{blank.id}” needs.", "Write it like 2026-11-23."
        ) from error
    if day > today:
        raise WizardError(f"“{blank.id}” lies in the future: {day.isoformat()}.", "Give the day on which it happened.")
    return day


def _unknown(letter: Letter, id: str) -> WizardError:
    ids = [blank.id for blank in letter.fields]
    close = closest_matches(id, ids)
    hint = f"Did you mean “{close[0]}”?" if close else f"It has: {', '.join(ids)}." if ids else "It has no blanks."
    return WizardError(f"“{letter.id}” has no blank “{sanitize_line(id, 60)}”.", hint)
