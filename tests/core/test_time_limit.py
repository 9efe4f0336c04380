"""Which time limit runs at a place on a day."""

import pytest

from tests.making import TODAY, clock, day, library, regime, said, statement, when
from wizard.core.jurisdiction import TimeLimit, ValidityPeriod
from wizard.core.period import due_date
from wizard.core.place import find_place
from wizard.core.time_limit import DEFAULT_LIMITS, find_time_limit

MONTH, WEEKS = clock("answer", "1 months"), clock("answer", "15 days")
LATER = clock("answer", "15 days", statement=statement(valid=ValidityPeriod(day("2027-01-01"), None)))
FOR_SOME = clock("answer", "15 days", statement=statement(when=when(path="mitigation")))


@pytest.mark.parametrize(
    ("clocks", "runs"),
    [
        ((), None),
        ((MONTH,), MONTH),
        ((clock("appeal", "1 months"),), None),
        ((MONTH, WEEKS), MONTH),
        ((LATER, MONTH), MONTH),
        ((FOR_SOME, MONTH), MONTH),
        ((LATER, FOR_SOME), None),
    ],
)
def test_the_first_clock_of_this_name_that_holds_here_and_today(clocks: tuple[TimeLimit, ...], runs: TimeLimit | None) -> None:
    """One that begins later, or is for others, does not run."""
    place = find_place(library(regimes={"eu": regime(time_limits=clocks)}), said(country="DE"), TODAY)
    assert find_time_limit("answer", place, {"path": frozenset({"opt-out"})}, TODAY) == runs


def test_without_a_place_no_clock_runs() -> None:
    """What we suggest is another matter."""
    assert find_time_limit("answer", None, {}, TODAY) is None


def test_what_we_suggest_is_no_law() -> None:
    """Thirty days for an answer, two weeks when one writes again; a last day on a weekend moves to Monday."""
    assert {id: due_date(each, day("2026-11-23")).isoformat() for id, each in DEFAULT_LIMITS.items()} == {
        "answer": "2026-12-23",
        "follow-up": "2026-12-07",
    }
    assert not any(each.statutory for each in DEFAULT_LIMITS.values())
