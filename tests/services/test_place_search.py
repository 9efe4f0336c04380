"""Places by name as faces offer them: rows, what is sure, and why nothing is."""

import pytest

from tests.making import country, library
from wizard.services import place_search
from wizard.services.library import shipped
from wizard.services.place_search import NOTHING, SEVERAL, THIS_ONE, PlaceRow, codes, find_places, guessed_place, search_places


@pytest.mark.parametrize(
    ("text", "row", "chosen", "doubt"),
    [
        ("germany", PlaceRow("DE", "Germany"), "DE", ""),
        ("Texas", PlaceRow("US US-TX", "United States", "Texas"), "US US-TX", ""),
        ("Jap", PlaceRow("JP", "Japan"), "", THIS_ONE),
        ("Georgia", PlaceRow("GE", "Georgia"), "", SEVERAL),
    ],
)
def test_what_a_text_leads_to(text: str, row: PlaceRow, chosen: str, doubt: str) -> None:
    """The name that was typed stands beside the place where it is another one; with one row nobody is told of more."""
    found = find_places(shipped(), text)
    assert found.rows[0] == row
    assert (found.chosen, found.doubt) == (chosen, doubt)
    assert (len(found.rows) > 1) == (found.doubt == SEVERAL)


def test_nothing_found_says_what_to_try() -> None:
    """And chooses nothing."""
    assert find_places(shipped(), "qqqqxyzw") == ((), "")
    assert find_places(shipped(), "qqqqxyzw").doubt == NOTHING


def test_a_row_is_the_codes_that_are_recorded() -> None:
    """A part of a country only where this program knows it."""
    assert codes("US US-TX", shipped()) == ("US", "US-TX")
    assert codes("DE", shipped()) == codes("DE XX-1", shipped()) == ("DE", "")


def test_the_guess_is_a_row_like_the_others() -> None:
    """With a word on where it comes from; without any hint there is none."""
    assert guessed_place(shipped(), {"LANG": "de_AT.UTF-8", "TZ": "Europe/Vienna"}) == PlaceRow(
        "AT", "Austria", "from this computer's settings"
    )
    assert guessed_place(shipped(), {"LANG": "C", "TZ": "UTC"}) is None


def test_only_the_library_asked_last_is_held() -> None:
    """Each has its own names, and none is held for ever."""
    for name in ("Atlantis", "Utopia"):
        made = library(countries={"DE": country("DE", name=name)})
        assert search_places(made, name).chosen == "DE"
        assert [known is made for known, _ in place_search._last] == [True]
