"""Rules for places: all of them, each once, each with rules and offices that exist."""

import re
from collections.abc import Iterator
from functools import cache

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.content.field_reader import FieldReader

KOSOVO = "XK"
_DESCRIBES = re.compile(r"\byou(r|rs)?\b|,\s*or\b", re.IGNORECASE)
"""Words that speak to the reader, or offer a choice of offices."""


def incomplete_country_list(shelf: ContentTree) -> Iterator[Violation]:
    """countries.csv has the 249 places of ISO 3166-1 and Kosovo, each once."""
    import pycountry

    wanted = {country.alpha_2: country.name for country in pycountry.countries} | {KOSOVO: "Kosovo"}
    given = [row.get("alpha2", "") for row in shelf.rows.get("countries.csv", ())]
    for code in sorted(wanted.keys() - set(given)):
        yield Violation("countries.csv", f"{wanted[code]} ({code}) is missing.", "Add a row for it.")
    for code in dict.fromkeys(given):
        if code not in wanted:
            yield Violation(f"countries.csv {code}", f"“{code}” is not a code of ISO 3166-1.", did_you_mean(code, wanted))
        elif given.count(code) > 1:
            yield Violation(f"countries.csv {code}", f"{wanted[code]} is there {given.count(code)} times.", "Leave one row.")


def empty_cell(shelf: ContentTree) -> Iterator[Violation]:
    """A country has a name and a law label, a part of a country has a name."""
    for country in shelf.library.countries.values():
        for column, cell in (("name", country.name), ("law", country.law)):
            if not cell:
                yield Violation(
                    f"countries.csv {country.alpha2}", f"“{column}” is empty.", "Write what people there should read."
                )
    for region in shelf.library.regions.values():
        if not region.name:
            yield Violation(f"regions.csv {region.id}", "“name” is empty.", "Write the name that people there know.")


def described_office(shelf: ContentTree) -> Iterator[Violation]:
    """The name of an office is a name that can stand in a letter; words that describe one are its description."""
    for id, record in shelf.tables.get("authorities.toml", {}).items():
        name = FieldReader(record, id).text("name", "")
        if name and _DESCRIBES.search(name):
            what, next_step = f"“{name}” is no name.", "Write it as description, and as in_letters what a letter can say."
            yield Violation(f"authorities.toml [{id}]", what, next_step)


def unknown_regime(shelf: ContentTree) -> Iterator[Violation]:
    """A country falls under a regime that exists."""
    regimes = shelf.library.regimes
    for country in shelf.library.countries.values():
        if country.regime not in regimes:
            yield Violation(
                f"countries.csv {country.alpha2}", f"“{country.regime}” is not a regime.", did_you_mean(country.regime, regimes)
            )


def unknown_authority(shelf: ContentTree) -> Iterator[Violation]:
    """The office of a country or of a part of it stands in authorities.toml."""
    known = shelf.library.authorities
    offices = [(f"countries.csv {country.alpha2}", country.authority) for country in shelf.library.countries.values()]
    offices += [(f"regions.csv {region.id}", region.authority) for region in shelf.library.regions.values()]
    for place, office in offices:
        if office and office not in known:
            yield Violation(
                place, f"“{office}” is not an authority.", did_you_mean(office, known, f"Add [{office}] to authorities.toml.")
            )


def invalid_region_list(shelf: ContentTree) -> Iterator[Violation]:
    """regions.csv has parts of the countries that the question “region” is asked for, each once, by ISO 3166-2."""
    asked = _asked_for_region(shelf)
    given = [row.get("id", "") for row in shelf.rows.get("regions.csv", ())]
    parts = {code for code in _iso_parts() if code.partition("-")[0] in asked}
    for id in dict.fromkeys(given):
        country = id.partition("-")[0]
        if country not in asked:
            yield Violation(
                f"regions.csv {id}",
                f"Nobody in “{country}” is asked for a region.",
                "Name the country in the `when` of the question.",
            )
        elif id not in parts:
            yield Violation(f"regions.csv {id}", f"“{id}” is not a code of ISO 3166-2.", did_you_mean(id, parts))
        elif given.count(id) > 1:
            yield Violation(f"regions.csv {id}", f"It is there {given.count(id)} times.", "Leave one row.")
    for country in sorted(asked - {id.partition("-")[0] for id in given}):
        yield Violation(
            "regions.csv",
            f"There is nothing to choose for “{country}”.",
            "Add its parts, or take it out of the question's `when`.",
        )


def unknown_alias_target(shelf: ContentTree) -> Iterator[Violation]:
    """Another name of a place leads to countries of the list or to parts of them."""
    countries = shelf.library.countries
    parts = {code for code in _iso_parts() if code.partition("-")[0] in countries}
    for number, row in enumerate(shelf.rows.get("aliases.csv", ()), 2):
        alias, targets = row.get("alias", ""), row.get("target", "").split()
        if not (alias and targets):
            yield Violation(f"aliases.csv:{number}", "A name or its target is missing.", "Write both, or take the row out.")
        for target in targets:
            known = parts if "-" in target else countries
            if target not in known:
                yield Violation(
                    f"aliases.csv:{number}", f"“{alias}” leads to “{target}”, which is no place.", did_you_mean(target, known)
                )


@cache
def _iso_parts() -> frozenset[str]:
    """The codes of ISO 3166-2."""
    import pycountry

    return frozenset(each.code for each in pycountry.subdivisions)


def _asked_for_region(shelf: ContentTree) -> frozenset[str]:
    """The countries whose people are asked for a part of it."""
    question = shelf.library.question("region")
    if question is None:
        return frozenset()
    if not question.when.alternatives:
        return frozenset(shelf.library.countries)
    named = (wanted.get("country", frozenset(shelf.library.countries)) for wanted in question.when.alternatives)
    return frozenset[str]().union(*named)
