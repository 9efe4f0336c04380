"""Which letters are offered to whom, in which groups and languages."""

import pytest

from tests.letters import PLACES, at, person
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.applicability import applies_here
from wizard.core.letter.catalogue import build_catalogue, letter_languages, started_requests

REFUSED = ("sent 2026-09-01", "refused 2026-09-20")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("happened", [(), REFUSED])
def test_every_letter_has_its_group(place: str, happened: tuple[str, ...]) -> None:
    """Once among those that fit, or for later, or elsewhere; what a case calls for is for this place."""
    case = at(place, *happened)
    found = build_catalogue(case)
    groups = [*found.available, *found.upcoming, *found.other_places]
    assert sorted(each.id for each in groups) == sorted(load_shipped_content().letters)
    assert all(applies_here(each, case) for each in (*found.available, *found.upcoming))
    assert not any(applies_here(each, case) for each in found.other_places)
    assert all(applies_here(letter, case) for letter, _ in found.recommended)


def test_what_a_case_calls_for_is_not_offered_twice() -> None:
    """It stands with its case, before all others."""
    found = build_catalogue(at("IE", *REFUSED))
    assert [(letter.id, about.target) for letter, about in found.recommended] == [("follow-up-no-reasons", "case/facebook")]
    assert "follow-up-no-reasons" in {each.id for each in found.available}
    assert [each.id for each in found.available_not_recommended] == [
        each.id for each in found.available if each.id != "follow-up-no-reasons"
    ]


def test_without_a_case_nothing_is_called_for() -> None:
    """All that fits is offered."""
    found = build_catalogue(at("IE"))
    assert found.recommended == ()
    assert found.available_not_recommended == found.available


def test_a_letter_has_the_languages_of_its_kind_at_the_place() -> None:
    """Portuguese in Brazil and nowhere else."""
    letters = load_shipped_content().letters
    assert letter_languages(letters["objection-br"], at("BR")) == ("en", "pt")
    assert letter_languages(letters["objection-eu"], at("IE")) == ("en",)


def test_a_case_has_begun_once_something_happened_in_it() -> None:
    """A letter can be about those."""
    assert [each.target for each in started_requests(person(PLACES["IE"], *REFUSED))] == ["case/facebook"]
