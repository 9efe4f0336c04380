"""Places by name as faces offer them: rows, what is sure, and why nothing is."""

import pytest

from tests.making import country, library
from wizard.content.content_loader import load_shipped_content
from wizard.places import place_lookup
from wizard.places.place_lookup import (
    NOTHING,
    SEVERAL,
    SINGLE_MATCH,
    PlaceOption,
    find_places,
    match_places,
    split_place_id,
    suggested_place,
)


@pytest.mark.parametrize(
    ("text", "row", "chosen", "doubt"),
    [
        ("germany", PlaceOption("DE", "Germany"), "DE", ""),
        ("Texas", PlaceOption("US US-TX", "United States", "Texas"), "US US-TX", ""),
        ("Nidwalden", PlaceOption("CH CH-NW", "Switzerland", "Nidwalden"), "", SINGLE_MATCH),
        ("Georgia", PlaceOption("GE", "Georgia"), "", SEVERAL),
    ],
)
def test_what_a_text_leads_to(text: str, row: PlaceOption, chosen: str, doubt: str) -> None:
    """The name that was typed stands beside the place where it is another one; with one row nobody is told of more."""
    found = find_places(load_shipped_content(), text, {})
    assert found.rows[0] == row
    assert (found.chosen, found.hint) == (chosen, doubt)
    assert (len(found.rows) > 1) == (found.hint == SEVERAL)


def test_nothing_found_says_what_to_try() -> None:
    """And chooses nothing."""
    assert find_places(load_shipped_content(), "qqqqxyzw", {}) == ((), "")
    assert find_places(load_shipped_content(), "qqqqxyzw", {}).hint == NOTHING


def test_a_row_is_the_codes_that_are_recorded() -> None:
    """A part of a country only where this program knows it."""
    assert split_place_id("US US-TX", load_shipped_content()) == ("US", "US-TX")
    assert split_place_id("DE", load_shipped_content()) == split_place_id("DE XX-1", load_shipped_content()) == ("DE", "")


def test_the_guess_is_a_row_like_the_others() -> None:
    """With a word on where it comes from; without any hint there is none."""
    assert suggested_place(load_shipped_content(), {"LANG": "de_AT.UTF-8", "TZ": "Europe/Vienna"}) == PlaceOption(
        "AT", "Austria", "from this computer's settings"
    )
    assert suggested_place(load_shipped_content(), {"LANG": "C", "TZ": "UTC"}) is None


def test_only_the_library_asked_last_is_held() -> None:
    """Each has its own names, and none is held for ever."""
    for name in ("Atlantis", "Utopia"):
        made = library(countries={"DE": country("DE", name=name)})
        assert match_places(made, name, {}).chosen == "DE"
        assert [known is made for known, _ in place_lookup._last] == [True]
