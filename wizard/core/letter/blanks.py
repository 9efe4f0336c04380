"""Filling in the blanks: what the person gave, what the case knows, what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.core.clean import clean, clean_line
from wizard.core.condition import Facts
from wizard.core.near import near
from wizard.errors import WizardError

from .account import without_none
from .parts import Blank, Letter, Option

Value = str | date | Option | tuple[str, ...]
"""What stands in a blank: text, a day, one choice, or the texts of several."""
Given = Mapping[str, Sequence[str]]
"""What the person gave, by blank; a blank can be given several times."""
NO_CHOICE = Option("", "")
GAP = "‹{}›"


@dataclass(frozen=True, slots=True)
class Filled:
    """The blanks of a letter with what stands in them, and those that are required and still empty."""

    values: Mapping[str, Value]
    missing: tuple[Blank, ...]


def offered(blank: Blank, facts: Facts, today: date) -> tuple[Option, ...]:
    """The choices that hold for these facts on this day."""
    return tuple(each for each in blank.choices if each.when.holds(facts) and each.valid.holds(today))


def fill(letter: Letter, given: Given, known: Mapping[str, str], facts: Facts, today: date) -> Filled:
    """Fill in what was given, else what is known, else the default. Raises WizardError for what does not fit."""
    for id in given:
        if letter.blank(id) is None:
            raise _unknown(letter, id)
    values: dict[str, Value] = {}
    missing: list[Blank] = []
    for blank in letter.blanks:
        texts = [text for text in given.get(blank.id, ()) if text.strip()] or [known.get(blank.id) or blank.default]
        values[blank.id] = found = _value(blank, texts, offered(blank, facts, today), today)
        if blank.required and (not found or found is NO_CHOICE):
            missing.append(blank)
    return Filled(values, tuple(missing))


def personal(letter: Letter, given: Given) -> dict[str, tuple[str, ...]]:
    """Of what was given, the part that tells who the person is and serves other letters too."""
    return {blank.id: tuple(given[blank.id]) for blank in letter.blanks if blank.personal and blank.id in given}


def with_gaps(filled: Filled) -> Mapping[str, Value]:
    """The values for a preview: in each required blank that is empty stands what belongs there, between the signs of a gap."""
    return {**filled.values, **{blank.id: _gap(blank) for blank in filled.missing}}


def _gap(blank: Blank) -> Value:
    words = GAP.format(blank.label)
    return words if not blank.choices else Option("", words, words) if blank.most == 1 else (words,)


def incomplete(letter: Letter, missing: Sequence[Blank]) -> WizardError:
    """The error that names what is still missing."""
    named = ", ".join(f"{blank.id} ({blank.label})" for blank in missing)
    how = " ".join(f"--set {blank.id}=…" for blank in missing)
    return WizardError(
        f"“{letter.id}” still needs: {named}.",
        f"Give it with {how}; `protect-my-photos letter {letter.id} --about` explains each.",
    )


def _value(blank: Blank, texts: Sequence[str], options: Sequence[Option], today: date) -> Value:
    if blank.choices:
        return _chosen(blank, texts, options)
    if blank.day:
        return _day(blank, texts[-1], today)
    text = _tidy("\n".join(texts)) if blank.lines else " ".join(clean(texts[-1]).split())
    if blank.account and text:
        text = _accounts(blank, text)
    if len(text) > blank.most:
        raise WizardError(f"“{blank.id}” has {len(text):,} characters; {blank.most:,} fit.", "Make it shorter.")
    if 0 < len(text) < blank.least:
        raise WizardError(f"“{blank.id}” is too short.", f"{blank.label}: {blank.why}")
    return text


def _accounts(blank: Blank, text: str) -> str:
    """The accounts that are named. Raises WizardError where the text says that there is none and one is needed."""
    named = without_none(text)
    if blank.required and not named:
        raise WizardError(
            f"“{clean_line(text, 60)}” is no account, and this letter is about accounts of yours.",
            "Name the service and the user name. If you have no account, say so first: `protect-my-photos answer services=none`.",
        )
    return named


def _tidy(text: str) -> str:
    """Text of several lines without stray spaces, and with one empty line at most between two paragraphs."""
    lines = [" ".join(line.split()) for line in clean(text).split("\n")]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip()


def _chosen(blank: Blank, texts: Sequence[str], options: Sequence[Option]) -> Option | tuple[str, ...]:
    ids = list(dict.fromkeys(each.strip() for text in texts for each in text.split(",") if each.strip()))
    by_id = {option.id: option for option in options}
    for id in ids:
        if id not in by_id:
            raise WizardError(f"“{clean_line(id, 60)}” is not a choice of “{blank.id}”.", f"Choose from: {', '.join(by_id)}.")
    if len(ids) > blank.most:
        raise WizardError(f"“{blank.id}” has {len(ids)} choices.", f"Choose {blank.most} at most.")
    if blank.most == 1:
        return by_id[ids[0]] if ids else NO_CHOICE
    return tuple(option.text for option in options if option.id in ids)


def _day(blank: Blank, text: str, today: date) -> date | str:
    if not text:
        return ""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise WizardError(
            f"“{clean_line(text, 40)}” is not a day, as “{blank.id}” needs.", "Write it like 2026-11-23."
        ) from error
    if day > today:
        raise WizardError(f"“{blank.id}” lies in the future: {day.isoformat()}.", "Give the day on which it happened.")
    return day


def _unknown(letter: Letter, id: str) -> WizardError:
    ids = [blank.id for blank in letter.blanks]
    close = near(id, ids)
    hint = f"Did you mean “{close[0]}”?" if close else f"It has: {', '.join(ids)}." if ids else "It has no blanks."
    return WizardError(f"“{letter.id}” has no blank “{clean_line(id, 60)}”.", hint)
