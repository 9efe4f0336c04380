"""A year in UTC, from seconds, milliseconds, microseconds, or a written moment."""

import pytest

from wizard.audit.timestamps import UNKNOWN_YEAR, parse_iso_timestamp, year_code, year_of_code


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (1072915200, 2004),
        (1230767999, 2008),
        (1230768000, 2009),
        (1672531200, 2023),
        (1672531199, 2022),
        (1672531200_000, 2023),
        (1672531199_999, 2022),
        (1672531200_000_000, 2023),
        (1672531199.5, 2022),
    ],
)
def test_a_moment_has_a_year(moment: float, expected: int) -> None:
    """On either side of midnight in UTC, in each unit."""
    assert year_of_code(year_code(moment)) == expected


@pytest.mark.parametrize(
    "moment", [0, -1, -62169958800, 1072915199, 12591158400, 1e300, float("inf"), float("-inf"), float("nan")]
)
def test_a_moment_that_cannot_be_has_none(moment: float) -> None:
    """Before Facebook, far ahead, or no number at all."""
    assert year_code(moment) == UNKNOWN_YEAR


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-01-01T00:00:00+00:00", 1546300800),
        ("2019-01-01T01:00:00+01:00", 1546300800),
        ("2019-01-01T00:00:00", 1546300800),
        ("2019-01-01T00:00:00Z", 1546300800),
        ("", 0),
        ("soon", 0),
        ("0001-01-01T00:00:00+23:00", -62135679600),
    ],
)
def test_a_written_moment(text: str, moment: float) -> None:
    """In ISO 8601, taken for UTC where it says nothing."""
    assert parse_iso_timestamp(text) == moment
