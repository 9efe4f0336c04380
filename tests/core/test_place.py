"""Where one lives decides law and authority; Meta's form decides the path; the two are kept apart."""

import pytest

from tests.making import TODAY, day, library, region, replace, said, statement, when
from wizard.core.content_models import Library
from wizard.core.jurisdiction import FORM_EXPECTATIONS, ValidityPeriod
from wizard.core.place import PATHS, Place, applicable_statements, build_place, choose_path, facts_about_place, find_place

SMALL = library()


def lives(made: Library, **answers: str) -> Place:
    place = find_place(made, said(**answers), TODAY)
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("expected", "unseen", "opened", "not_opened"),
    [
        ("yes", "opt-out", "opt-out", "mitigation"),
        ("likely", "try-form", "opt-out", "mitigation"),
        ("reported", "try-form", "opt-out", "mitigation"),
        ("unknown", "mitigation", "opt-out", "mitigation"),
        ("no", "mitigation", "opt-out", "mitigation"),
    ],
)
def test_the_path_follows_the_form(expected: str, unseen: str, opened: str, not_opened: str) -> None:
    """What the person saw counts for more than what we expect."""
    assert [choose_path(expected, seen) for seen in (None, "", "opened", "not-opened")] == [unseen, unseen, opened, not_opened]


def test_every_expectation_has_a_path() -> None:
    """No row of countries.csv can end without one."""
    assert set(PATHS) == set(FORM_EXPECTATIONS)


@pytest.mark.parametrize(
    ("answers", "path", "law", "authority"),
    [
        ({"country": "DE"}, "opt-out", "GDPR", "office"),
        ({"country": "DE", "region": "DE-HH"}, "opt-out", "GDPR", "hamburg"),
        ({"country": "DE", "region": "DE-BY"}, "opt-out", "GDPR", "office"),
        ({"country": "DE", "region": "US-CA"}, "opt-out", "GDPR", "office"),
        ({"country": "DE", "form": "not-opened"}, "mitigation", "GDPR", "office"),
        ({"country": "US"}, "mitigation", "law of us", "office"),
        ({"country": "US", "region": "US-CA"}, "mitigation", "CCPA", "office"),
        ({"country": "US", "region": "US-CA", "form": "opened"}, "opt-out", "CCPA", "office"),
        ({"country": "KR"}, "try-form", "law of kr", "office"),
        ({"country": "NZ"}, "mitigation", "law of rest", None),
    ],
)
def test_a_residence_has_path_law_and_authority(answers: dict[str, str], path: str, law: str, authority: str | None) -> None:
    """A part of a country may replace law and authority, never the path; one of another country changes nothing."""
    place = lives(SMALL, **answers)
    assert (place.path, place.law, place.authority.id if place.authority else None) == (path, law, authority)


@pytest.mark.parametrize("answers", [{}, {"country": ""}, {"country": "ZZ"}, {"region": "DE-HH"}])
def test_without_a_country_there_is_no_place(answers: dict[str, str]) -> None:
    """Unknown, skipped, or not of this world."""
    assert find_place(SMALL, said(**answers), TODAY) is None
    assert facts_about_place(None) == {}


def test_a_law_of_a_region_counts_while_it_is_in_force() -> None:
    """Before its day the country's law is named; the authority does not wait for it."""
    coming = region("US-CA", law="New Act", authority="hamburg", valid=ValidityPeriod(day("2027-01-01"), None))
    place = build_place(SMALL, SMALL.countries["US"], coming, "", TODAY)
    assert (place.law, place.authority and place.authority.id) == ("law of us", "hamburg")
    assert build_place(SMALL, SMALL.countries["US"], coming, "", day("2027-01-01")).law == "New Act"


def test_conditions_may_ask_about_the_place() -> None:
    """Five facts; a country without a part has no value for it."""
    assert facts_about_place(lives(SMALL, country="DE", region="DE-HH")) == {
        "country": {"DE"},
        "region": {"DE-HH"},
        "regime": {"eu"},
        "expected": {"yes"},
        "path": {"opt-out"},
    }
    assert facts_about_place(lives(SMALL, country="NZ"))["region"] == frozenset()


def test_the_name_of_a_place_begins_with_its_part() -> None:
    """Hamburg, Germany."""
    assert lives(SMALL, country="DE", region="DE-HH").name == "Part DE-HH, Land DE"
    assert lives(SMALL, country="KR").name == "Land KR"


@pytest.mark.parametrize(
    ("span", "holds"),
    [
        (ValidityPeriod(), True),
        (ValidityPeriod(TODAY, TODAY), True),
        (ValidityPeriod(day("2026-11-24"), None), False),
        (ValidityPeriod(None, day("2026-11-22")), False),
        (ValidityPeriod(None, TODAY), True),
    ],
)
def test_statements_are_told_on_their_days(span: ValidityPeriod, holds: bool) -> None:
    """Both ends are included."""
    assert bool(applicable_statements([statement(valid=span)], {}, TODAY)) is holds


def test_statements_are_told_to_those_they_are_meant_for() -> None:
    """The order is that of the sheet."""
    sheet = [statement("a", when=when(path="opt-out")), statement("b"), statement("c", when=when(path="mitigation"))]
    assert [each.text for each in applicable_statements(sheet, {"path": frozenset({"opt-out"})}, TODAY)] == ["a", "b"]


@pytest.mark.parametrize(
    ("answers", "path", "law"),
    [
        ("DE", "opt-out", "GDPR"),
        ("DE DE-HH", "opt-out", "GDPR"),
        ("GB", "opt-out", "UK GDPR"),
        ("CH", "opt-out", "FADP"),
        ("BR", "opt-out", "LGPD"),
        ("KR", "try-form", "PIPA"),
        ("US", "mitigation", "no general federal privacy law"),
        ("US US-CA", "mitigation", "CCPA/CPRA"),
        ("AU", "mitigation", "Privacy Act 1988"),
        ("TR", "mitigation", "Law 6698"),
    ],
)
def test_the_shipped_places_have_their_law(content: Library, answers: str, path: str, law: str) -> None:
    """A sample of the table in the facts."""
    country, _, part = answers.partition(" ")
    place = lives(content, country=country, region=part)
    assert (place.path, place.law) == (path, law)


def test_every_shipped_place_can_be_lived_in(content: Library) -> None:
    """All 250, and each part of them, on any of their days."""
    assert len(content.countries) == 250
    for alpha2, country in content.countries.items():
        parts = [None, *(each for each in content.regions.values() if each.country == alpha2)]
        for part in parts:
            place = build_place(content, country, part, "", TODAY)
            assert place.regime.headlines[place.path]
            assert place.law
            assert replace(place, region=None).name == country.name
