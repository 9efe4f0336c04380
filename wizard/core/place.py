"""Where a person lives, and what follows from it: regime, law, authority, and the path that Meta's form decides."""

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
Answers = Mapping[str, tuple[str, ...]]
"""What the person said, by question id; an empty tuple means that the question was skipped."""


class Place(NamedTuple):
    """A residence with everything that the path, the letters and a complaint need to know of it."""

    country: Country
    region: Region | None
    regime: Regime
    law: str
    authority: Authority | None
    form_expected: str
    path: str

    @property
    def name(self) -> str:
        """The place in words, the region first."""
        return f"{self.region.name}, {self.country.name}" if self.region else self.country.name

    @property
    def named_law(self) -> str:
        """The law by its name; a label without a capital letter describes a law and names none."""
        return self.law if any(each.isupper() for each in self.law) else ""

    @property
    def expects_form(self) -> bool:
        """Tell whether Meta's objection form may open for people who live there."""
        return self.form_expected != "no"


def choose_path(expected: str, opened: str | None) -> str:
    """The path that the expected form means, unless the person saw for themselves whether it opened."""
    return {OPENED: OPT_OUT, NOT_OPENED: MITIGATION}.get(opened or "", PATHS[expected])


def find_place(library: Library, answers: Answers, today: date) -> Place | None:
    """The place that the answers name; None while the country is not known."""
    country = library.countries.get(_one(answers, "country"))
    if country is None:
        return None
    region = library.regions.get(_one(answers, "region"))
    if region is not None and region.country != country.alpha2:
        region = None
    return build_place(library, country, region, _one(answers, "form"), today)


def build_place(library: Library, country: Country, region: Region | None, opened: str, today: date) -> Place:
    """The place that a country, a part of it and the person's own look at the form make."""
    regime = library.regimes[country.regime]
    law = region.law if region and region.law and region.valid.holds(today) else country.law or regime.law
    office = region.authority if region and region.authority else country.authority
    found = library.authorities.get(office)
    return Place(
        country=country,
        region=region,
        regime=regime,
        law=law,
        authority=found if found and found.valid.holds(today) else None,
        form_expected=country.form,
        path=choose_path(country.form, opened),
    )


def facts_about_place(place: Place | None) -> dict[str, frozenset[str]]:
    """What conditions may ask about the place."""
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
    """The statements that hold for these facts on this day."""
    return tuple(each for each in statements if each.valid.holds(today) and each.when.holds(facts))


def _one(answers: Answers, id: str) -> str:
    return next(iter(answers.get(id, ())), "")
