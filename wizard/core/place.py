"""Derive the place from the answers: country, region, regime, law, authority and path."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from .condition import Facts
from .content_models import (
    Library,
)
from .jurisdiction import (
    Authority,
    Country,
    Regime,
    Region,
    Statement,
)

OPT_OUT, TRY_FORM, MITIGATION = "opt-out", "try-form", "mitigation"
OPENED, NOT_OPENED = "opened", "not-opened"
PATHS = {"yes": OPT_OUT, "likely": TRY_FORM, "reported": TRY_FORM, "unknown": MITIGATION, "no": MITIGATION}
PLACE_FACTS = ("country", "region", "regime", "expected", "path")
"""The facts about a place that conditions may refer to."""
Answers = Mapping[str, tuple[str, ...]]
"""The answers by question id; an empty tuple means that the question was skipped."""


class Place(NamedTuple):
    """A residence with all that follows from it.

    `law` is as shown to the user; `form_expected` is a form expectation.
    """

    country: Country
    region: Region | None
    regime: Regime
    law: str
    authority: Authority | None
    form_expected: str
    path: str

    @property
    def name(self) -> str:
        """Return the place in words, the region first: "Bavaria, Germany"."""
        return f"{self.region.name}, {self.country.name}" if self.region else self.country.name

    @property
    def named_law(self) -> str:
        """Return the law if it is a name, otherwise "". A law without a capital letter is only a description."""
        return self.law if any(character.isupper() for character in self.law) else ""

    @property
    def expects_form(self) -> bool:
        """Return True unless it is known that Meta's objection form does not open there."""
        return self.form_expected != "no"


def choose_path(expected: str, opened: str | None) -> str:
    """Return the path for a form expectation.

    If the user has seen whether the form opens, that decides instead.
    """
    return {OPENED: OPT_OUT, NOT_OPENED: MITIGATION}.get(opened or "", PATHS[expected])


def find_place(library: Library, answers: Answers, today: date) -> Place | None:
    """Return the place that the answers name; None if they name no known country.

    A region of another country is ignored.
    """
    country = library.countries.get(_first_value(answers, "country"))
    if country is None:
        return None
    region = library.regions.get(_first_value(answers, "region"))
    if region is not None and region.country != country.alpha2:
        region = None
    return build_place(library, country, region, _first_value(answers, "form"), today)


def build_place(library: Library, country: Country, region: Region | None, opened: str, today: date) -> Place:
    """Return the place for a country, a region and what the user saw of the form.

    `opened` is the answer about the form: `opened`, `not-opened` or "". If the law of the region is
    not valid on this day, that of the country applies; an authority that is not valid is left out.
    """
    regime = library.regimes[country.regime]
    law = region.law if region and region.law and region.valid.holds(today) else country.law or regime.law
    authority_id = region.authority if region and region.authority else country.authority
    authority = library.authorities.get(authority_id)
    return Place(
        country=country,
        region=region,
        regime=regime,
        law=law,
        authority=authority if authority and authority.valid.holds(today) else None,
        form_expected=country.form,
        path=choose_path(country.form, opened),
    )


def facts_about_place(place: Place | None) -> dict[str, frozenset[str]]:
    """Return the facts about the place that conditions may refer to; empty without a place."""
    if place is None:
        return {}
    return {
        "country": frozenset({place.country.alpha2}),
        "region": frozenset({place.region.id} if place.region else ()),
        "regime": frozenset({place.regime.id}),
        "expected": frozenset({place.form_expected}),
        "path": frozenset({place.path}),
    }


def applicable_statements(statements: Iterable[Statement], facts: Facts, today: date) -> tuple[Statement, ...]:
    """Return the statements that apply to these facts on this day, in the given order."""
    return tuple(statement for statement in statements if statement.valid.holds(today) and statement.when.holds(facts))


def grants_right(place: Place, id: str, facts: Facts, today: date) -> bool:
    """Return True if the regime of the place grants this right today."""
    return bool(applicable_statements((right.statement for right in place.regime.rights if right.id == id), facts, today))


def _first_value(answers: Answers, id: str) -> str:
    return next(iter(answers.get(id, ())), "")
