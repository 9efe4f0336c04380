"""Rules for what letters name: events, cases, rights, time limits and languages that there are, and blanks that serve."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from wizard.core.clock import SUGGESTED
from wizard.core.letter.fit import NOTHING, SILENCE, WAITING
from wizard.core.letter.parts import Blank, Language
from wizard.services.content import Table
from wizard.services.fields import Fields
from wizard.services.letters import read_blank

from .finding import Flaw, did_you_mean
from .mentions import LETTERS
from .shelf import Shelf
from .steps import CASES

STAGES = (NOTHING, WAITING, SILENCE)
"""What a letter can come after besides an event."""
DAY = {"day": 23, "month": "November", "year": 2026}


class Named(NamedTuple):
    """Something that is named: where, what kind of thing it is, its name, and the names that there are."""

    place: str
    thing: str
    name: str
    known: Collection[str]


def unknown_to_letters(shelf: Shelf) -> Iterator[Flaw]:
    """The events, cases, rights, time limits and languages that letters name are there."""
    for named in (*_by_letters(shelf), *_beside_letters(shelf)):
        if named.name not in named.known:
            yield Flaw(named.place, f"There is no {named.thing} “{named.name}”.", did_you_mean(named.name, named.known))


def _by_letters(shelf: Shelf) -> Iterator[Named]:
    library = shelf.library
    rights = {right.id for regime in library.regimes.values() for right in regime.rights}
    clocks = {clock.id for regime in library.regimes.values() for clock in regime.clocks} | SUGGESTED.keys()
    for place, letter in shelf.letters():
        yield Named(place, "language", letter.language, library.languages)
        yield Named(place, "time limit", letter.clock, clocks)
        yield from (Named(place, "right", right, rights) for right in filter(None, (letter.right,)))
        yield from (Named(place, "event", event, {*library.outcomes, *STAGES}) for event in letter.after)
        yield from (Named(place, "event", event, library.outcomes) for event in letter.once)


def _beside_letters(shelf: Shelf) -> Iterator[Named]:
    library = shelf.library
    for place, blank, own in _blanks(shelf):
        yield from (Named(place, "event", event, library.outcomes) for event in blank.events if "events" in own)
    for id, addressee in library.addressees.items():
        yield from (Named(f"{LETTERS}addressees.toml [{id}]", "case", case, CASES) for case in addressee.cases)
    for id, language in library.languages.items():
        place = f"{LETTERS}languages.toml [{id}]"
        yield from (Named(f"{place} [happenings] [{event}]", "event", event, library.outcomes) for event in language.happenings)
        yield from (Named(f"{place} [cases]", "case", case, CASES) for case in language.cases)


def idle_beside_letters(shelf: Shelf) -> Iterator[Flaw]:
    """Every blank of blanks.toml and every statement of laws.toml is named by a letter."""
    letters = shelf.library.letters.values()
    blanks = {blank.id for letter in letters for blank in letter.blanks}
    statements = {statement.id for letter in letters for statement in letter.statements}
    for id in shelf.tables.get(f"{LETTERS}blanks.toml", {}):
        if id not in blanks:
            yield Flaw(f"{LETTERS}blanks.toml [{id}]", "No letter has this blank.", "Name it in a letter, or take it out.")
    for law in shelf.library.laws.values():
        for name, statement in law.statements.items():
            if statement.id not in statements:
                place = f"{LETTERS}laws.toml [{law.id}.statements.{name}]"
                yield Flaw(place, "No letter names this statement.", f"Name it in a letter, as “{statement.id}”, or take it out.")


def blank_twice(shelf: Shelf) -> Iterator[Flaw]:
    """A letter has each blank once, and a blank each choice."""
    for place, letter in shelf.letters():
        yield from _twice(place, [blank.id for blank in letter.blanks])
    for place, blank, own in _blanks(shelf):
        yield from _twice(place, [option.id for option in blank.choices if "choices" in own])


def _twice(place: str, ids: Sequence[str]) -> Iterator[Flaw]:
    for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
        yield Flaw(place, f"“{id}” is there twice.", "Make one of them, or give it another id.")


def bad_default(shelf: Shelf) -> Iterator[Flaw]:
    """What stands in a blank from the start fits into it: one of its choices, or a text that is not too long."""
    for place, blank, own in _blanks(shelf):
        ids = [option.id for option in blank.choices]
        if not blank.default or own.keys().isdisjoint(("default", "choices", "most")):
            continue
        if ids and blank.default not in ids:
            yield Flaw(place, f"“{blank.default}” is not a choice of “{blank.id}”.", did_you_mean(blank.default, ids))
        elif not ids and len(blank.default) > blank.most:
            yield Flaw(place, f"“default” has {len(blank.default)} characters; {blank.most} fit.", "Make it shorter.")


def _blanks(shelf: Shelf) -> Iterator[tuple[str, Blank, Table]]:
    """Every blank with its place and what is said of it there: first those that letters share, then each letter's own."""
    shared = shelf.tables.get(f"{LETTERS}blanks.toml", {})
    for id, table in shared.items():
        yield f"{LETTERS}blanks.toml [{id}]", read_blank(Fields({"id": id}, id), shared), Fields(table, id).table
    for place, letter in shelf.letters():
        written = Fields(shelf.pages[place].fields, place).tables("blanks")
        for number, (blank, fields) in enumerate(zip(letter.blanks, written, strict=True), 1):
            yield f"{place} [[blanks]] {number}", blank, fields.table


def bad_day(shelf: Shelf) -> Iterator[Flaw]:
    """The day of a language is made of {day}, {month} and {year}."""
    for id, language in shelf.library.languages.items():
        if not _writes_days(language):
            what = f"“{language.day}” is no day, month and year."
            yield Flaw(f"{LETTERS}languages.toml [{id}]", what, 'Write it like day = "{day} {month} {year}".')


def _writes_days(language: Language) -> bool:
    try:
        written = language.day.format(**DAY)
    except (LookupError, ValueError, AttributeError):  # an unknown name, a brace too many, a part of a name
        return False
    return all(str(value) in written for value in DAY.values())
