"""Rules for letters: references to existing records, unique ids, valid default values and date patterns."""

from collections.abc import Collection, Iterator, Sequence
from string import Formatter
from typing import NamedTuple

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import LETTERS
from wizard.content.content_files import TomlTable
from wizard.content.letter_loader import decode_shared_field
from wizard.core.content_models import OBJECTION
from wizard.core.letter.applicability import NO_ANSWER, NOTHING, WAITING
from wizard.core.letter.models import Language, LetterField
from wizard.core.request_models import REQUEST_GROUPS
from wizard.core.time_limit import DEFAULT_LIMITS

STAGES = (NOTHING, WAITING, NO_ANSWER)
"""Values of `after` that are not events."""
DAY = {"day": 23, "month": "November", "year": 2026}


class LetterReference(NamedTuple):
    """A reference to a record: its place, the kind of record, the name used, the names that exist, and its field."""

    place: str
    kind: str
    name: str
    known: Collection[str]
    field: str = ""


def unknown_letter_reference(content: ContentTree) -> Iterator[Violation]:
    """The events, requests, rights, time limits and languages that letters name are there."""
    for reference in (*_references_in_letters(content), *_references_in_shared_parts(content)):
        if reference.name not in reference.known:
            yield Violation(
                reference.place,
                f"There is no {reference.kind} “{reference.name}”.",
                did_you_mean(reference.name, reference.known),
                fields=(reference.field,) if reference.field else (),
                quote=reference.name,
            )


def _references_in_letters(content: ContentTree) -> Iterator[LetterReference]:
    """Yield the references in the letters themselves."""
    library = content.library
    rights = {right.id for regime in library.regimes.values() for right in regime.rights}
    limits = {limit.id for regime in library.regimes.values() for limit in regime.time_limits} | DEFAULT_LIMITS.keys()
    for place, letter in content.letters():
        yield LetterReference(place, "language", letter.language, library.languages, "language")
        yield LetterReference(place, "time limit", letter.clock, limits, "clock")
        yield from (LetterReference(place, "right", right, rights, "right") for right in filter(None, (letter.right,)))
        yield from (
            LetterReference(place, "event", event, {*library.outcomes, *STAGES}, "after") for event in letter.after_events
        )
        yield from (LetterReference(place, "event", event, library.outcomes, "once") for event in letter.requires_events)
        yield from (LetterReference(place, "event", event, library.outcomes, "event") for event in filter(None, (letter.event,)))
        groups = {*REQUEST_GROUPS, *library.requests}
        yield from (LetterReference(place, "request", each, groups, "about") for each in letter.about)


def _references_in_shared_parts(content: ContentTree) -> Iterator[LetterReference]:
    """Yield the references in shared fields, addressees and languages."""
    library = content.library
    for place, field, own_table in _located_fields(content):
        yield from (
            LetterReference(place, "event", event, library.outcomes, "events") for event in field.events if "events" in own_table
        )
    for id, addressee in library.addressees.items():
        yield from (
            LetterReference(f"{LETTERS}addressees.toml [{id}]", "request", case, library.requests, "cases")
            for case in addressee.cases
        )
    for id, language in library.languages.items():
        place = f"{LETTERS}languages.toml [{id}]"
        yield from (
            LetterReference(f"{place} [happenings] [{event}]", "event", event, library.outcomes)
            for event in language.event_phrases
        )
        yield from (LetterReference(f"{place} [cases]", "request", case, library.requests) for case in language.cases)
        yield from (
            LetterReference(f"{place} [matters]", "request", case, {OBJECTION, *library.requests}) for case in language.matters
        )
        yield from (
            LetterReference(place, "country", alpha2, library.countries, "with_article") for alpha2 in language.with_article
        )


def unused_letter_record(content: ContentTree) -> Iterator[Violation]:
    """Every blank of blanks.toml and every statement of laws.toml is named by a letter."""
    letters = content.library.letters.values()
    field_ids = {field.id for letter in letters for field in letter.fields}
    statement_ids = {statement.id for letter in letters for statement in letter.statements}
    for id in content.tables.get(f"{LETTERS}blanks.toml", {}):
        if id not in field_ids:
            yield Violation(f"{LETTERS}blanks.toml [{id}]", "No letter has this blank.", "Name it in a letter, or take it out.")
    for law in content.library.laws.values():
        for name, statement in law.statements.items():
            if statement.id not in statement_ids:
                place = f"{LETTERS}laws.toml [{law.id}.statements.{name}]"
                yield Violation(
                    place, "No letter names this statement.", f"Name it in a letter, as “{statement.id}”, or take it out."
                )


def duplicate_letter_field(content: ContentTree) -> Iterator[Violation]:
    """A letter has each blank once, and a blank each choice."""
    for place, letter in content.letters():
        yield from _duplicate_ids(place, [field.id for field in letter.fields])
    for place, field, own_table in _located_fields(content):
        yield from _duplicate_ids(place, [option.id for option in field.choices if "choices" in own_table])


def _duplicate_ids(place: str, ids: Sequence[str]) -> Iterator[Violation]:
    for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
        yield Violation(place, f"“{id}” is there twice.", "Make one of them, or give it another id.", quote=id)


def invalid_default(content: ContentTree) -> Iterator[Violation]:
    """The default of a field fits into it: it is one of its choices, or a text that is not too long."""
    for place, field, own_table in _located_fields(content):
        ids = [option.id for option in field.choices]
        name = "default_text" if "default_text" in own_table else "default"
        if not field.default or own_table.keys().isdisjoint(("default", "default_text", "choices", "most")):
            continue
        if ids and field.default not in ids:
            yield Violation(
                place,
                f"“{field.default}” is not a choice of “{field.id}”.",
                did_you_mean(field.default, ids),
                fields=("default",),
                quote=field.default,
            )
        elif not ids and len(field.default) > field.max_length:
            yield Violation(
                place,
                f"“{name}” has {len(field.default)} characters; {field.max_length} fit.",
                "Make it shorter.",
                fields=(name,),
            )


def _located_fields(content: ContentTree) -> Iterator[tuple[str, LetterField, TomlTable]]:
    """Yield every letter field with its place and own table: shared fields first, then each letter."""
    shared = content.tables.get(f"{LETTERS}blanks.toml", {})
    for id, table in shared.items():
        if isinstance(table, dict):
            yield f"{LETTERS}blanks.toml [{id}]", decode_shared_field(id, table), table
    for place, letter in content.letters():
        own_tables = content.pages[place].fields.get("blanks")
        if isinstance(own_tables, list):
            for number, (field, own_table) in enumerate(zip(letter.fields, own_tables, strict=True), 1):
                yield f"{place} [[blanks]] {number}", field, own_table


def invalid_date_pattern(content: ContentTree) -> Iterator[Violation]:
    """The day of a language is made of {day}, {month} and {year}."""
    for id, language in content.library.languages.items():
        if not _is_date_pattern(language):
            what = f"“{language.day}” is no day, month and year."
            yield Violation(
                f"{LETTERS}languages.toml [{id}]",
                what,
                'Write it like day = "{day} {month} {year}".',
                fields=("day",),
                quote=language.day,
            )


def invalid_opening(content: ContentTree) -> Iterator[Violation]:
    """An opening for an authority names who complains and about whom, and nothing else is filled in."""
    for id, opening in content.library.openings.items():
        if _filled_names(opening.text) != {"name", "company"}:
            what = "The text does not fill in {name} and {company}."
            yield Violation(f"{LETTERS}openings.toml [{id}]", what, "Write both, as the others do.", fields=("text",))


def _filled_names(text: str) -> set[str]:
    """Return the names in braces; none if a brace is missing."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def _is_date_pattern(language: Language) -> bool:
    """Return True if the pattern of the language formats day, month and year."""
    try:
        own_tables = language.day.format(**DAY)
    except (LookupError, ValueError, AttributeError):  # an unknown name, an unmatched brace, an attribute
        return False
    return all(str(value) in own_tables for value in DAY.values())
