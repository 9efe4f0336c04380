"""Rules for what letters name: events, cases, rights, time limits and languages that there are, and blanks that serve."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import LETTERS
from wizard.content.content_files import TomlTable
from wizard.content.field_reader import FieldReader
from wizard.content.letter_reader import read_letter_field
from wizard.core.letter.applicability import NO_ANSWER, NOTHING, WAITING
from wizard.core.letter.models import Language, LetterField
from wizard.core.time_limit import DEFAULT_LIMITS

from .steps import CASES

STAGES = (NOTHING, WAITING, NO_ANSWER)
"""What a letter can come after besides an event."""
DAY = {"day": 23, "month": "November", "year": 2026}


class LetterReference(NamedTuple):
    """Something that is named: where, what kind of thing it is, its name, and the names that there are."""

    place: str
    thing: str
    name: str
    known: Collection[str]


def unknown_letter_reference(shelf: ContentTree) -> Iterator[Violation]:
    """The events, cases, rights, time limits and languages that letters name are there."""
    for named in (*_by_letters(shelf), *_beside_letters(shelf)):
        if named.name not in named.known:
            yield Violation(named.place, f"There is no {named.thing} “{named.name}”.", did_you_mean(named.name, named.known))


def _by_letters(shelf: ContentTree) -> Iterator[LetterReference]:
    library = shelf.library
    rights = {right.id for regime in library.regimes.values() for right in regime.rights}
    clocks = {clock.id for regime in library.regimes.values() for clock in regime.time_limits} | DEFAULT_LIMITS.keys()
    for place, letter in shelf.letters():
        yield LetterReference(place, "language", letter.language, library.languages)
        yield LetterReference(place, "time limit", letter.clock, clocks)
        yield from (LetterReference(place, "right", right, rights) for right in filter(None, (letter.right,)))
        yield from (LetterReference(place, "event", event, {*library.outcomes, *STAGES}) for event in letter.after_events)
        yield from (LetterReference(place, "event", event, library.outcomes) for event in letter.requires_events)


def _beside_letters(shelf: ContentTree) -> Iterator[LetterReference]:
    library = shelf.library
    for place, blank, own in _blanks(shelf):
        yield from (LetterReference(place, "event", event, library.outcomes) for event in blank.events if "events" in own)
    for id, addressee in library.addressees.items():
        yield from (LetterReference(f"{LETTERS}addressees.toml [{id}]", "case", case, CASES) for case in addressee.cases)
    for id, language in library.languages.items():
        place = f"{LETTERS}languages.toml [{id}]"
        yield from (
            LetterReference(f"{place} [happenings] [{event}]", "event", event, library.outcomes)
            for event in language.event_phrases
        )
        yield from (LetterReference(f"{place} [cases]", "case", case, CASES) for case in language.cases)


def unused_letter_record(shelf: ContentTree) -> Iterator[Violation]:
    """Every blank of blanks.toml and every statement of laws.toml is named by a letter."""
    letters = shelf.library.letters.values()
    blanks = {blank.id for letter in letters for blank in letter.fields}
    statements = {statement.id for letter in letters for statement in letter.statements}
    for id in shelf.tables.get(f"{LETTERS}blanks.toml", {}):
        if id not in blanks:
            yield Violation(f"{LETTERS}blanks.toml [{id}]", "No letter has this blank.", "Name it in a letter, or take it out.")
    for law in shelf.library.laws.values():
        for name, statement in law.statements.items():
            if statement.id not in statements:
                place = f"{LETTERS}laws.toml [{law.id}.statements.{name}]"
                yield Violation(
                    place, "No letter names this statement.", f"Name it in a letter, as “{statement.id}”, or take it out."
                )


def duplicate_letter_field(shelf: ContentTree) -> Iterator[Violation]:
    """A letter has each blank once, and a blank each choice."""
    for place, letter in shelf.letters():
        yield from _twice(place, [blank.id for blank in letter.fields])
    for place, blank, own in _blanks(shelf):
        yield from _twice(place, [option.id for option in blank.choices if "choices" in own])


def _twice(place: str, ids: Sequence[str]) -> Iterator[Violation]:
    for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
        yield Violation(place, f"“{id}” is there twice.", "Make one of them, or give it another id.")


def invalid_default(shelf: ContentTree) -> Iterator[Violation]:
    """What stands in a blank from the start fits into it: one of its choices, or a text that is not too long."""
    for place, blank, own in _blanks(shelf):
        ids = [option.id for option in blank.choices]
        if not blank.default or own.keys().isdisjoint(("default", "choices", "most")):
            continue
        if ids and blank.default not in ids:
            yield Violation(place, f"“{blank.default}” is not a choice of “{blank.id}”.", did_you_mean(blank.default, ids))
        elif not ids and len(blank.default) > blank.max_length:
            yield Violation(place, f"“default” has {len(blank.default)} characters; {blank.max_length} fit.", "Make it shorter.")


def _blanks(shelf: ContentTree) -> Iterator[tuple[str, LetterField, TomlTable]]:
    """Every blank with its place and what is said of it there: first those that letters share, then each letter's own."""
    shared = shelf.tables.get(f"{LETTERS}blanks.toml", {})
    for id, table in shared.items():
        yield f"{LETTERS}blanks.toml [{id}]", read_letter_field(FieldReader({"id": id}, id), shared), FieldReader(table, id).table
    for place, letter in shelf.letters():
        written = FieldReader(shelf.pages[place].fields, place).tables("blanks")
        for number, (blank, fields) in enumerate(zip(letter.fields, written, strict=True), 1):
            yield f"{place} [[blanks]] {number}", blank, fields.table


def invalid_date_pattern(shelf: ContentTree) -> Iterator[Violation]:
    """The day of a language is made of {day}, {month} and {year}."""
    for id, language in shelf.library.languages.items():
        if not _writes_days(language):
            what = f"“{language.day}” is no day, month and year."
            yield Violation(f"{LETTERS}languages.toml [{id}]", what, 'Write it like day = "{day} {month} {year}".')


def _writes_days(language: Language) -> bool:
    try:
        written = language.day.format(**DAY)
    except (LookupError, ValueError, AttributeError):  # an unknown name, a brace too many, a part of a name
        return False
    return all(str(value) in written for value in DAY.values())
