"""Rules for countries, regions and aliases: complete lists, existing regimes and authorities."""

import re
from collections.abc import Iterator
from functools import cache

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean

KOSOVO = "XK"
_DESCRIBES = re.compile(r"\byou(r|rs)?\b|,\s*or\b", re.IGNORECASE)
"""Words that address the reader or offer a choice of authorities: such a text is a description, not a name."""


def incomplete_country_list(content: ContentTree) -> Iterator[Violation]:
    """countries.csv has the 249 places of ISO 3166-1 and Kosovo, each once."""
    import pycountry

    expected = {country.alpha_2: country.name for country in pycountry.countries} | {KOSOVO: "Kosovo"}
    given = [row.get("alpha2", "") for row in content.rows.get("countries.csv", ())]
    for code in sorted(expected.keys() - set(given)):
        yield Violation("countries.csv", f"{expected[code]} ({code}) is missing.", "Add a row for it.")
    for code in dict.fromkeys(given):
        if code not in expected:
            yield Violation(f"countries.csv {code}", f"“{code}” is not a code of ISO 3166-1.", did_you_mean(code, expected))
        elif given.count(code) > 1:
            yield Violation(f"countries.csv {code}", f"{expected[code]} is there {given.count(code)} times.", "Leave one row.")


def empty_cell(content: ContentTree) -> Iterator[Violation]:
    """A country has a name and a law label, a part of a country has a name."""
    for country in content.library.countries.values():
        for column, cell in (("name", country.name), ("law", country.law)):
            if not cell:
                yield Violation(
                    f"countries.csv {country.alpha2}", f"“{column}” is empty.", "Write what people there should read."
                )
    for region in content.library.regions.values():
        if not region.name:
            yield Violation(f"regions.csv {region.id}", "“name” is empty.", "Write the name that people there know.")


def described_authority(content: ContentTree) -> Iterator[Violation]:
    """The name of an authority is a name that a letter can use; words that only describe it are its description."""
    for id, record in content.tables.get("authorities.toml", {}).items():
        name = record.get("name") if isinstance(record, dict) else None
        if isinstance(name, str) and _DESCRIBES.search(name):
            what, next_step = f"“{name}” isn't a name.", "Write it as description, and as in_letters what a letter can say."
            yield Violation(f"authorities.toml [{id}]", what, next_step, fields=("name",), quote=name)


def unknown_regime(content: ContentTree) -> Iterator[Violation]:
    """A country falls under a regime that exists."""
    regimes = content.library.regimes
    for country in content.library.countries.values():
        if country.regime not in regimes:
            yield Violation(
                f"countries.csv {country.alpha2}", f"“{country.regime}” is not a regime.", did_you_mean(country.regime, regimes)
            )


def unknown_authority(content: ContentTree) -> Iterator[Violation]:
    """The authority of a country or of a part of it is in authorities.toml."""
    known = content.library.authorities
    references = [(f"countries.csv {country.alpha2}", country.authority) for country in content.library.countries.values()]
    references += [(f"regions.csv {region.id}", region.authority) for region in content.library.regions.values()]
    for place, authority in references:
        if authority and authority not in known:
            yield Violation(
                place,
                f"“{authority}” is not an authority.",
                did_you_mean(authority, known, f"Add [{authority}] to authorities.toml."),
            )


def invalid_region_list(content: ContentTree) -> Iterator[Violation]:
    """regions.csv has parts of the countries that the question “region” is asked for, each once, by ISO 3166-2."""
    countries_with_regions = _countries_with_regions(content)
    given = [row.get("id", "") for row in content.rows.get("regions.csv", ())]
    region_codes = {code for code in _iso_region_codes() if code.partition("-")[0] in countries_with_regions}
    for id in dict.fromkeys(given):
        country = id.partition("-")[0]
        if country not in countries_with_regions:
            yield Violation(
                f"regions.csv {id}",
                f"Nobody in “{country}” is asked for a region.",
                "Name the country in the `when` of the question.",
            )
        elif id not in region_codes:
            yield Violation(f"regions.csv {id}", f"“{id}” is not a code of ISO 3166-2.", did_you_mean(id, region_codes))
        elif given.count(id) > 1:
            yield Violation(f"regions.csv {id}", f"It is there {given.count(id)} times.", "Leave one row.")
    for country in sorted(countries_with_regions - {id.partition("-")[0] for id in given}):
        yield Violation(
            "regions.csv",
            f"There is nothing to choose for “{country}”.",
            "Add its parts, or take it out of the question's `when`.",
        )


def repeated_alias(content: ContentTree) -> Iterator[Violation]:
    """Another name of a place is in one row; a name of several places names them all there."""
    first_rows: dict[str, int] = {}
    for number, row in enumerate(content.rows.get("aliases.csv", ()), 2):
        alias = row.get("alias", "")
        first = first_rows.setdefault(alias.casefold(), number)
        if alias and first != number:
            what = f"“{alias}” is in row {first} too, so nobody knows which place is meant."
            yield Violation(f"aliases.csv:{number}", what, "Leave one row. If several places have this name, list them in it.")


def unknown_alias_target(content: ContentTree) -> Iterator[Violation]:
    """Another name of a place leads to countries of the list or to parts of them."""
    countries = content.library.countries
    region_codes = {code for code in _iso_region_codes() if code.partition("-")[0] in countries}
    for number, row in enumerate(content.rows.get("aliases.csv", ()), 2):
        alias, targets = row.get("alias", ""), row.get("target", "").split()
        if not (alias and targets):
            yield Violation(f"aliases.csv:{number}", "A name or its target is missing.", "Write both, or take the row out.")
        for target in targets:
            known = region_codes if "-" in target else countries
            if target not in known:
                yield Violation(
                    f"aliases.csv:{number}", f"“{alias}” leads to “{target}”, which isn't a place.", did_you_mean(target, known)
                )


@cache
def _iso_region_codes() -> frozenset[str]:
    """Return the codes of ISO 3166-2. Cached."""
    import pycountry

    return frozenset(each.code for each in pycountry.subdivisions)


def _countries_with_regions(content: ContentTree) -> frozenset[str]:
    """Return the countries whose residents are asked for their region."""
    question = content.library.question("region")
    if question is None:
        return frozenset()
    if not question.when.alternatives:
        return frozenset(content.library.countries)
    countries = (expected.get("country", frozenset(content.library.countries)) for expected in question.when.alternatives)
    return frozenset[str]().union(*countries)
