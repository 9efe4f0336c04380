"""Which letters are offered to whom, in which groups and languages."""

import pytest

from tests.letters import PLACES, at, person
from wizard.core.letter.fit import suits
from wizard.core.letter.offer import begun, languages, offer
from wizard.services.library import shipped

REFUSED = ("sent 2026-09-01", "refused 2026-09-20")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("happened", [(), REFUSED])
def test_every_letter_has_its_group(place: str, happened: tuple[str, ...]) -> None:
    """Once among those that fit, or for later, or elsewhere; what a case calls for is for this place."""
    case = at(place, *happened)
    found = offer(case)
    groups = [*found.fitting, *found.later, *found.elsewhere]
    assert sorted(each.id for each in groups) == sorted(shipped().letters)
    assert all(suits(each, case) for each in (*found.fitting, *found.later))
    assert not any(suits(each, case) for each in found.elsewhere)
    assert all(suits(letter, case) for letter, _ in found.called)


def test_what_a_case_calls_for_is_not_offered_twice() -> None:
    """It stands with its case, before all others."""
    found = offer(at("IE", *REFUSED))
    assert [(letter.id, about.target) for letter, about in found.called] == [("follow-up-no-reasons", "case/facebook")]
    assert "follow-up-no-reasons" in {each.id for each in found.fitting}
    assert [each.id for each in found.uncalled] == [each.id for each in found.fitting if each.id != "follow-up-no-reasons"]


def test_without_a_case_nothing_is_called_for() -> None:
    """All that fits is offered."""
    found = offer(at("IE"))
    assert found.called == ()
    assert found.uncalled == found.fitting


def test_a_letter_has_the_languages_of_its_kind_at_the_place() -> None:
    """Portuguese in Brazil and nowhere else."""
    letters = shipped().letters
    assert languages(letters["objection-br-pt"], at("BR")) == ("en", "pt")
    assert languages(letters["objection-eu"], at("IE")) == ("en",)


def test_a_case_has_begun_once_something_happened_in_it() -> None:
    """A letter can be about those."""
    assert [each.target for each in begun(person(PLACES["IE"], *REFUSED))] == ["case/facebook"]
